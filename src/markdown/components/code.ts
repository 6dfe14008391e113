import { placeholder } from "../../domain/placeholder.ts";
import type { Element, ElementContent } from "hast";
import { lines } from "../../checks/quoted.ts";
import { element, isBlank, textNode } from "../tree.ts";
import { fewLines } from "../written-lines.ts";
import { defineComponent } from "./component.ts";

/** Code with the name of its file, or with a caption. */
export const code = defineComponent({
  name: "Code",
  description:
    "A code block with a title: its file, or what it does. The content is one fenced code block.",
  example:
    '<Code title="robots.txt" caption="The whole file.">\n\n```text\nUser-agent: *\nDisallow: /search/\n```\n\n</Code>',
  attributes: {
    title: {
      type: "string",
      required: true,
      description: "The name of the file or the snippet.",
      maxLength: 120,
    },
    caption: { type: "string", description: "A remark about it.", maxLength: 400 },
  },
  children: "text",
  checkChildren(children, source) {
    const content = children.filter((child) => !isBlank(child));
    if (content.length === 1 && content.every(isCode)) return undefined;
    const texts = content.filter((child) => !isCode(child));
    const written = content.length === 1 ? (fewLines(content[0], source) ?? []) : [];
    return {
      message: "<Code> contains something other than one code block.",
      fix:
        texts.length === content.length
          ? `Write the code between two lines of three backticks, with empty lines around it:${lines("```", ...(written.length === 0 ? [placeholder("the code")] : written.map((line) => line.replace(/^`|`$/g, ""))), "```")}`
          : "Move what is not a code block below `</Code>`, and each further block into its own <Code>.",
    };
  },
  page({ values, children }) {
    return [
      element("figure", { className: ["code"] }, [
        element("figcaption", {}, [
          element("strong", { className: ["code-title"] }, [textNode(values.title)]),
          ...captioned(values.caption),
        ]),
        ...children.filter(isCode),
      ]),
    ];
  },
  feed({ values, children }) {
    return [
      element("figure", {}, [
        element("figcaption", {}, [
          element("strong", {}, [textNode(values.title)]),
          ...captioned(values.caption),
        ]),
        ...children.filter(isCode),
      ]),
    ];
  },
});

function captioned(caption: string | undefined): ElementContent[] {
  return caption === undefined ? [] : [textNode(` ${caption}`)];
}

function isCode(node: ElementContent): node is Element {
  return node.type === "element" && node.tagName === "pre";
}
