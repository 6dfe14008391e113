import { nameOfPath } from "../naming.ts";
import { quoted, typed } from "../quoted.ts";
import { defineRule } from "../rule.ts";
import { oneOf } from "../words.ts";

export const rule = defineRule<{
  path: readonly string[];
  /** As it is written; undefined where nothing is. */
  written: string | undefined;
  /** The value as a text, where it is another thing that can be one. */
  text: string | undefined;
  /** Keys of the messages that it must hold, where it is to hold several. */
  keys: readonly string[];
}>({
  code: "words/value",
  severity: "error",
  summary:
    "Each value of words.yaml is a text, or a map of texts where the built-in messages are one.",
  explain: ({ path, written, text, keys }) => ({
    message: `${nameOfPath(path)} ${written === undefined ? "is empty" : `is ${quoted(written)}`}; it must be ${keys.length > 0 ? "a map of messages" : "a text"}.`,
    fix:
      keys.length > 0
        ? `Write ${oneOf(keys)} below it, each with its text, or remove the entry.`
        : text === undefined
          ? "Write a text, or remove the entry: then the built-in message stands."
          : `Write ${typed(text)}.`,
  }),
  example: { files: { "words.yaml": "archive: 2026\n" } },
});
