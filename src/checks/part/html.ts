import { inContent } from "../../domain/content-path.ts";
import { exampleSite } from "../example.ts";
import { listed, quoted } from "../quoted.ts";
import { defineRule } from "../rule.ts";

/** What a snippet of HTML may not hold. */
export type HtmlFault =
  | { is: "element"; name: string; allowed: readonly string[] }
  | { is: "text" }
  | { is: "inline-script" | "inline-style" | "blocking" }
  | { is: "attribute"; name: string; element: string }
  | { is: "no-address"; element: string; attribute: string }
  | { is: "insecure" | "relative" | "program"; address: string }
  | { is: "absent"; address: string };

const FILE = `Put it into a file of \`${inContent("public/")}\`, list that under \`public\` in site.yaml`;

export const rule = defineRule<HtmlFault>({
  code: "part/html",
  severity: "error",
  summary:
    "A snippet of HTML in `site.yaml` names files and holds no code: the security policy of every page forbids scripts and styles that stand in the page.",
  explain: (fault) => {
    switch (fault.is) {
      case "element":
        return {
          message: `<${fault.name}> cannot stand here.`,
          fix: `Remove it. There can be ${listed(fault.allowed.map((name) => `<${name}>`))}.`,
        };
      case "text":
        return {
          message: "Text cannot stand in the head of a page.",
          fix: "Remove it, or make a comment of it: `<!-- … -->`.",
        };
      case "inline-script":
        return {
          message:
            "A script that stands in the page itself does not run: the security policy lets in files alone, so that nobody can smuggle one in.",
          fix: `${FILE}, and name it: \`<script defer src="/count.js"></script>\`.`,
        };
      case "inline-style":
        return {
          message:
            "Styles that stand in the page itself do not work: the security policy lets in files alone.",
          fix: "Put them into the style sheet of the publication, `styles` in site.yaml.",
        };
      case "blocking":
        return {
          message: "Readers would wait for this script before they see anything.",
          fix: "Add `defer` or `async` to it.",
        };
      case "attribute":
        return {
          message: `\`${fault.name}\` on <${fault.element}> does not work here: the security policy lets in no code and no styles that stand in the page, and what a page is stands in its head already.`,
          fix: "Remove the attribute.",
        };
      case "no-address":
        return {
          message: `<${fault.element}> has no \`${fault.attribute}\`, so it does nothing.`,
          fix: `Write its address as \`${fault.attribute}\`, or remove it.`,
        };
      case "insecure":
        return {
          message: `${quoted(fault.address)} is not loaded: pages that browsers got by https load nothing that comes by another way.`,
          fix: "Write an address that begins with `https://`.",
        };
      case "relative":
        return {
          message: `${quoted(fault.address)} would be looked for beside each page.`,
          fix: `Write the path of a file of \`${inContent("public/")}\` with a slash before it, or a whole address.`,
        };
      case "program":
        return {
          message: `The address ${quoted(fault.address)} would run or carry a program instead of leading somewhere.`,
          fix: "Write an address that begins with `https://`.",
        };
      case "absent":
        return {
          message: `There is no file ${inContent(`public${fault.address}`)}.`,
          fix: "Put the file there, or correct the path.",
        };
    }
  },
  example: {
    files: {
      ...exampleSite("head:", "  file: ./head.html").files,
      "head.html": "<script>count();</script>\n",
    },
  },
});
