import { ADDRESS_TO_WRITE } from "../../domain/placeholder.ts";
import { exampleBody } from "../example.ts";
import { defineRule, STRICT_IN_MDX } from "../rule.ts";
import { linkTo } from "../typed-link.ts";
import { quoted, typed } from "../quoted.ts";

/** `meant` is the address with its scheme spelt right; `own` is the file of the author's own machine that it leads to. */
export const rule = defineRule<{
  address: string;
  words: string;
  isImage: boolean;
  meant?: string | undefined;
  own?: string | undefined;
}>({
  code: "link/scheme",
  severity: STRICT_IN_MDX,
  mends: true,
  summary: "Addresses have a scheme that browsers can open.",
  explain: ({ address, words, isImage, meant, own }) => ({
    message:
      own === undefined
        ? `The address ${quoted(address)} has a scheme that browsers cannot open. The link is removed; its text stays.`
        : `The address ${quoted(address)} leads to a file on your own computer, which no reader can open. The link is removed; its text stays.`,
    fix:
      meant !== undefined
        ? `Write ${typed(linkTo(meant, words, isImage))}.`
        : own !== undefined || isImage
          ? `Put the file next to the article, and write ${typed(linkTo(`./${own ?? "picture.jpg"}`, words, isImage))}.`
          : words === ""
            ? "Write an address that begins with `https://`, or a path such as `./other.mdx`."
            : `Write only ${typed(words)}, or a full address, as in ${typed(linkTo(ADDRESS_TO_WRITE, words, false))}.`,
  }),
  example: exampleBody("[Words](wysiwyg:17)."),
});
