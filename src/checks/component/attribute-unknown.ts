import { exampleBody } from "../example.ts";
import { defineRule } from "../rule.ts";
import { listed, typed } from "../quoted.ts";
import { oneOf } from "../words.ts";

/** `meant` is the attribute by the name that is meant, where that is known; with each value that it can have, where its own is none. */
export const rule = defineRule<{
  tag: string;
  name: string;
  takes: readonly string[];
  written: string;
  meant?: readonly string[] | undefined;
  /** The command that makes the file which is to be named in place of an address. */
  keep?: string | undefined;
}>({
  code: "component/attribute-unknown",
  severity: "error",
  mends: true,
  summary: "A component takes only the attributes that it declares.",
  explain: ({ tag, name, takes, written, meant, keep }) => ({
    message: `<${tag}> has no attribute \`${name}\`${
      meant === undefined && keep === undefined
        ? `. It takes ${takes.length === 0 ? "none" : listed(takes.map((one) => `\`${one}\``))}`
        : ""
    }.`,
    fix:
      keep !== undefined
        ? `Run ${typed(keep)}, and write the line that it prints.`
        : meant === undefined
          ? `Remove ${typed(written)}.`
          : `Write ${oneOf(meant)}.`,
    // The value stays as it is: another one would be a guess.
    ...(meant?.length === 1 && meant[0]?.endsWith(written.slice(name.length)) === true
      ? { replacement: meant[0] }
      : {}),
  }),
  example: exampleBody('<PullQuote form="Ada">Words.</PullQuote>'),
});
