import { expect, test } from "vitest";
import { parseYaml } from "./yaml-document.ts";

function read(yaml: string): unknown {
  return parseYaml(yaml, "a.md").document?.value["a"];
}

test.each([
  [
    "a folded text",
    "a: >-\n  港口在三月重新开放，\n  渔船可以进港。\n",
    "港口在三月重新开放，渔船可以进港。",
  ],
  ["a text without marks", "a: 港口在三月\n  重新开放\nb: 港\n", "港口在三月重新开放"],
  ["a text in quotation marks", 'a: "港口在三月\n  重新开放"\n', "港口在三月重新开放"],
  ["a text in single ones", "a: '港口\n\n  开放\n  了'\n", "港口\n开放了"],
  ["Japanese", "a: >\n  港は\n  またひらく\n", "港はまたひらく\n"],
  ["quotes", "a: >-\n  他说“好”\n  然后\n", "他说“好”然后"],
  ["Windows line ends", "a: >-\r\n  港口\r\n  开放\r\n", "港口开放"],
  ["blanks at the end of lines", "a: 港口  \n  开放\n", "港口开放"],
  ["paragraphs", "a: >-\n  港口\n  开放\n\n  渔船\n  进港\n", "港口开放\n渔船进港"],
  ["texts in lists", "a:\n  - 港口\n    开放\n", ["港口开放"]],
])("%s is folded without a blank between wide letters", (_what, yaml, value) => {
  expect(read(yaml)).toEqual(value);
});

test.each([
  ["Korean", "a: >-\n  항구가\n  열린다\n", "항구가 열린다"],
  ["Latin", "a: >-\n  the port\n  opens\n", "the port opens"],
  ["Latin beside wide letters", "a: >-\n  port\n  开放\n", "port 开放"],
  ["lines that are kept", "a: |-\n  港口\n  开放\n", "港口\n开放"],
  ["lines that are indented further", "a: >-\n  港口\n    开放\n", "港口\n  开放"],
  ["a blank that was written", "a: 港口 开放\n", "港口 开放"],
])("%s keeps what is between its lines and words", (_what, yaml, value) => {
  expect(read(yaml)).toBe(value);
});

test("places stay true behind it", () => {
  const { document } = parseYaml("a: >-\n  港口\n  开放\nb: c\n", "a.md");
  expect(document?.locationOf(["b"])).toEqual({ line: 4, column: 4, length: 1 });
});
