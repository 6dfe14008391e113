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
  summary: "Addresses begin in a way that readers' browsers can follow.",
  explain: ({ address, words, isImage, meant, own }) => ({
    message:
      own === undefined
        ? `The address ${quoted(address)} begins in a way that readers' browsers cannot follow. The link is left out, its text stays.`
        : `The address ${quoted(address)} leads to a file on your own computer, where no reader can follow. The link is left out, its text stays.`,
    fix:
      meant !== undefined
        ? `Write ${typed(linkTo(meant, words, isImage))}.`
        : own !== undefined || isImage
          ? `Put the file beside the article, and write ${typed(linkTo(`./${own ?? "picture.jpg"}`, words, isImage))}.`
          : words === ""
            ? "Write an address that begins with `https://`, or a path such as `./other.mdx`."
            : `Write ${typed(words)} alone, or a whole address, as in ${typed(linkTo(ADDRESS_TO_WRITE, words, false))}.`,
  }),
  example: exampleBody("[Words](wysiwyg:17)."),
});
