import { quoted, typed } from "../quoted.ts";
import { defineRule } from "../rule.ts";

/** What stands in place of keys with values; `example` is a line that would do. */
export type NotAMap = { example: string } & (
  | { is: "nothing" }
  /** A list, each of whose entries is a key with a value. */
  | { is: "list" }
  /** Something else, as it begins. */
  | { is: "text"; written: string }
);

export const rule = defineRule<NotAMap>({
  code: "yaml/not-a-map",
  severity: "error",
  summary: "Front matter and data files consist of keys with their values: `title: A headline`.",
  explain: (fault) => {
    switch (fault.is) {
      case "nothing":
        return {
          message: "This is empty; each value needs a line with its key.",
          fix: `Write ${typed(fault.example)}, and a line for each other key.`,
        };
      case "list":
        return {
          message:
            "These lines begin with a hyphen, which makes them a list; each should be a key with its value.",
          fix: `Remove the hyphens: ${typed(fault.example)}.`,
        };
      case "text":
        return {
          message: `${quoted(fault.written)} is not a key with a value.`,
          fix: `Write a key, a colon, a space and the value on each line: ${typed(fault.example)}.`,
        };
    }
  },
  example: { files: { "authors/bob.yaml": "Bob Lane\n" } },
});
