import { guidePath } from "../../domain/guide-path.ts";
import { quoted, typed } from "../quoted.ts";
import { defineRule } from "../rule.ts";
import { oneOf } from "../words.ts";

export const rule = defineRule<{
  key: string;
  /** What it stands in, `search`; undefined at the top of the file. */
  parent: string | undefined;
  /** What it is meant as: a key of the same place, or where the key of that name stands. */
  meant: { is: "key"; key: string } | { is: "elsewhere"; parent: string } | undefined;
  /** All that there are, where they are few. */
  known: readonly string[];
}>({
  code: "words/unknown-key",
  severity: "error",
  summary: "Each key of words.yaml is one of a built-in message: another one would change nothing.",
  explain: ({ key, parent, meant, known }) => {
    const among =
      parent === undefined
        ? "There is no message"
        : `There is no message in ${typed(parent)} called`;
    const message = `${among} ${quoted(key)}${meant?.is === "elsewhere" ? `; it stands in ${typed(meant.parent)}` : ""}.`;
    const otherwise =
      known.length === 0
        ? `remove the entry. ${guidePath("words.md")} lists all keys.`
        : `write ${oneOf(known)}, or remove the entry.`;
    if (meant === undefined)
      return { message, fix: otherwise.charAt(0).toUpperCase() + otherwise.slice(1) };
    return {
      message,
      fix:
        meant.is === "key"
          ? `Write ${typed(meant.key)}, if that is meant. Else ${otherwise}`
          : `Move it below ${typed(`${meant.parent.split(".").at(-1) ?? ""}:`)}, with two blanks more before it, or remove it.`,
    };
  },
  example: { files: { "words.yaml": "archive: Back issues\nserch:\n  title: Find\n" } },
});
