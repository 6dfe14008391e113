import { exampleArticle } from "../example.ts";
import { quoted, typed } from "../quoted.ts";
import { defineRule } from "../rule.ts";

export type NotUtf8 =
  | { is: "utf-16" }
  /** Letters in the older encoding of Windows: the word that holds the first, read so. */
  | { is: "windows-1252"; word: string }
  /** Bytes that make sense in no encoding. */
  | { is: "damaged" };

export const rule = defineRule<NotUtf8>({
  code: "file/not-utf8",
  severity: "error",
  summary: "Texts, data files and CSV files are saved as UTF-8.",
  explain: (fault) => {
    switch (fault.is) {
      case "utf-16":
        return {
          message: "This file is UTF-16, not UTF-8.",
          fix: `Save it as UTF-8; editors offer the encoding when saving. Or convert it: ${typed("iconv -f utf-16 -t utf-8")}.`,
        };
      case "windows-1252":
        return {
          message: `This file is not UTF-8: here it seems to say ${quoted(fault.word)} in Windows-1252.`,
          fix: `Save it as UTF-8; editors offer the encoding when saving. Or convert it: ${typed("iconv -f windows-1252 -t utf-8")}.`,
        };
      case "damaged":
        return {
          message: "This file is not UTF-8: there is an incomplete character here.",
          fix: "Retype the character that is meant here, and save the file as UTF-8.",
        };
    }
  },
  example: {
    files: {
      "articles/2026/03/story.mdx": Buffer.from(
        exampleArticle({ title: "A caf\u00e9 in town" }, "Words."),
        "latin1",
      ),
    },
  },
});
