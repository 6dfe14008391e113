import { expect, test } from "vitest";
import { placeholder } from "../../domain/placeholder.ts";
import { parseBody } from "../parse-body.ts";

const LEFT = placeholder("the words");

/** The line and column of each place that is held in a text. */
function told(body: string): [number, number][] {
  return parseBody(`---\ntitle: ${LEFT}\n---\n\n${body}\n`, "mdx")
    .diagnostics.filter(({ code }) => code === "text/placeholder")
    .map(({ line, column }) => [line, column]);
}

test("what the check offered is told wherever it stands in a text, and not in front matter", () => {
  expect(told(`${LEFT}, and ${LEFT}.\n\n- ${LEFT}`)).toEqual([
    [5, 1],
    [5, 27],
    [7, 3],
  ]);
});

test("in code it is told where it is all of it", () => {
  const inCode = `\`say ${LEFT}\`, \`${LEFT}\` and ${LEFT}\n\n\`\`\`\nA: ${LEFT}\n\`\`\`\n\n${LEFT}`;
  expect(told(inCode)).toEqual([
    [5, 30],
    [5, 56],
    [11, 1],
  ]);
});
