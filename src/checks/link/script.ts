import { ADDRESS_TO_WRITE } from "../../domain/placeholder.ts";
import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";
import { linkTo } from "../typed-link.ts";
import { quoted, typed } from "../quoted.ts";

/** `words` are those of the link or of the picture; empty where it has none. */
export const rule = defineRule<{ address: string; words: string; isImage: boolean }>({
  code: "link/script",
  severity: "error",
  summary: "No address runs or contains code, in any format.",
  explain: ({ address, words, isImage }) => ({
    message: `The address ${quoted(address)} would run or contain code instead of leading somewhere.`,
    fix: isImage
      ? `Put the image in a file next to the article, and write ${typed(linkTo("./picture.jpg", words, true))}.`
      : words === ""
        ? "Write an address that begins with `https://`, or a path such as `./other.mdx`."
        : `Write only ${typed(words)}, or a full address, as in ${typed(linkTo(ADDRESS_TO_WRITE, words, false))}.`,
  }),
  example: exampleBody("[Words](javascript:alert(1))."),
});
