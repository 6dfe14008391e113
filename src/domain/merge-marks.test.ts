import { expect, test } from "vitest";
import { mergeMarksIn } from "./merge-marks.ts";

const MARKED = "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> desk";

test.each([
  ["in a text", `One.\n\n${MARKED}\n`, 3],
  ["with the line breaks of Windows", `One.\r\n${MARKED.replaceAll("\n", "\r\n")}\r\n`, 2],
  ["with the version before both", MARKED.replace("=====", "||||||| base\nc\n====="), 1],
  ["behind a block of code", `~~~\n<<<<<<< HEAD\n~~~\n${MARKED}`, 4],
  ["in YAML", `title: One\n${MARKED}\n`, 2],
])("marks of a merge are found %s", (_where, text, line) => {
  expect(mergeMarksIn(text)).toEqual({ line, mark: "<<<<<<< HEAD" });
});

test.each([
  ["a line that only looks like one of them", "<<<<<<< \n\nA heading\n=======\n"],
  ["a block of code that shows them", `One.\n\n\`\`\`text\n${MARKED}\n\`\`\`\n`],
  ["a block with a longer fence", `\`\`\`\`\n\`\`\`\n${MARKED}\n\`\`\`\`\n`],
  ["a heading of Markdown", "A heading\n=======\n"],
  ["marks that do not end", "<<<<<<< HEAD\na\n=======\nb\n"],
  ["marks in a line", "Git writes <<<<<<< HEAD, then ======= and >>>>>>> desk."],
])("%s is no merge", (_what, text) => {
  expect(mergeMarksIn(text)).toBeUndefined();
});
