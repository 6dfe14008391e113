import { inContent } from "../../domain/content-path.ts";
import { exampleSite } from "../example.ts";
import { quoted, typed } from "../quoted.ts";
import { defineRule } from "../rule.ts";

/** Why a style sheet may not load what it names. */
export type CssAddress =
  /** It is one file. */
  | { is: "import" | "namespace" }
  | { is: "elsewhere" | "data" | "relative"; url: string }
  | { is: "absent"; url: string; near: string | undefined };

const PUT = `Put the file into \`${inContent("public/")}\` and write its path from there`;

export const rule = defineRule<CssAddress>({
  code: "part/css-address",
  severity: "error",
  summary:
    "The publication's style sheet is one file and loads nothing but files of `public/`: nothing from other hosts, which would learn who reads what, and which the security policy forbids.",
  explain: (found) => {
    switch (found.is) {
      case "import":
        return {
          message:
            "`@import` loads another style sheet, and the publication's is one file: it stands in a cascade layer, in which nothing can be imported.",
          fix: "Copy the rules into this file.",
        };
      case "namespace":
        return {
          message: "`@namespace` does not work within a cascade layer, in which this sheet stands.",
          fix: "Remove it.",
        };
      case "elsewhere":
        return {
          message: `${quoted(found.url)} lies on another host, which would learn of every reader; the security policy forbids it.`,
          fix: `${PUT}, as in \`url(/type/text.woff2)\`.`,
        };
      case "data":
        return {
          message: `${quoted(found.url)} is a file within the style sheet, which the security policy forbids.`,
          fix: `${PUT}, as in \`url(/marks/leaf.svg)\`.`,
        };
      case "relative":
        return {
          message: `${quoted(found.url)} is a path beside the style sheet, and nothing there is published.`,
          fix: `${PUT}, with a slash before it.`,
        };
      case "absent":
        return {
          message: `There is no file ${inContent(`public${found.url}`)}.`,
          fix:
            found.near === undefined
              ? "Put the file there, or correct the path."
              : `Write ${typed(`url(${found.near})`)}, or put the file there.`,
        };
    }
  },
  example: {
    files: {
      ...exampleSite("styles: ./styles.css").files,
      "styles.css": "body {\n  background: url(https://pictures.example/paper.png);\n}\n",
    },
  },
});
