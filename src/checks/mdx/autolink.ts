import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";
import { escapedBraces, quoted, typed } from "../quoted.ts";

export const rule = defineRule<{ address: string; isMail: boolean }>({
  code: "mdx/autolink",
  severity: "error",
  mends: true,
  summary: "In `.mdx` an address in angle brackets does not become a link: a link needs a text.",
  explain: ({ address, isMail }) => {
    const words = escapedBraces(address.replace(/^(?:https?:\/\/|mailto:)/i, ""));
    const scheme = isMail ? "mailto:" : /^www\./i.test(address) ? "https://" : "";
    const target = `${scheme}${address.replaceAll(/[{}]/g, encodeURIComponent)}`;
    return {
      message: `${quoted(`<${address}>`)} is a link in Markdown, but a broken tag in .mdx.`,
      fix: `Write ${typed(`[${words}](${target})`)}.`,
      replacement: `[${words}](${target})`,
    };
  },
  example: exampleBody("See <https://paper.example/about>."),
});
