import { expect, test } from "vitest";
import { converted, convertedText } from "../../../tests/fixtures/converted-html.ts";

const CASES: readonly (readonly [string, string, string])[] = [
  [
    "a head and rows",
    "<table><thead><tr><th>a<th>b</thead><tr><td>c<td>d</table>",
    "| a | b |\n| - | - |\n| c | d |",
  ],
  ["no head", "<table><tr><td>a<td>b</table>", "| | |\n| - | - |\n| a | b |"],
  [
    "paragraphs in a cell",
    "<table><tr><th>a<th>b<tr><td><p>12</p><p>34</p><td>c</table>",
    "| a | b |\n| - | - |\n| 12<br />34 | c |",
  ],
  [
    "a list, a bar and a line break in cells",
    "<table><tr><th>a<th>b<tr><td><ul><li>c<li>d</ul><td>e|f<br>g</table>",
    "| a | b |\n| - | - |\n| • c<br />• d | e\\|f<br />g |",
  ],
  [
    "a caption",
    "<table><caption>a <b>b</b></caption><tr><th>c<th>d</table>",
    '<Table caption="a b">\n\n| c | d |\n| - | - |\n\n</Table>',
  ],
  [
    "a caption of the figure around",
    "<figure><table><tr><th>c<th>d</table><figcaption>a</figcaption></figure>",
    '<Table caption="a">\n\n| c | d |\n| - | - |\n\n</Table>',
  ],
  [
    "a caption with a link",
    '<table><caption><a href="https://a.example/">a</a></caption><tr><th>c<th>d</table>',
    "[a](https://a.example/)\n\n| c | d |\n| - | - |",
  ],
  [
    "numbers to the right",
    '<table><tr><th>a<th>b<tr><td>c<td style="text-align:right">1</table>',
    "| a | b |\n| - | -: |\n| c | 1 |",
  ],
  [
    "a foot",
    "<table><tr><th>a<th>b</tr><tfoot><tr><td>c<td>d</tfoot></table>",
    "| a | b |\n| - | - |\n| c | d |",
  ],
  [
    "a numbered list in a cell",
    "<table><tr><th>a<th>b<tr><td><ol><li>c<li>d</ol><td>e</table>",
    "| a | b |\n| - | - |\n| 1. c<br />2. d | e |",
  ],
  [
    "code of two lines in a cell",
    "<table><tr><th>a<th>b<tr><td><pre>c\nd</pre><td>e</table>",
    "| a | b |\n| - | - |\n| `c`<br />`d` | e |",
  ],
  [
    "rows of several lengths",
    "<table><tr><td>a<tr><td>b<td>c</table>",
    "| | |\n| - | - |\n| a | |\n| b | c |",
  ],
];

test.each(CASES)("a table with %s", (_, html, text) => {
  const { before, after, text: made, notes } = converted(html);
  expect(made.trimEnd()).toBe(text);
  expect(after).toEqual(before);
  expect(notes).toEqual([]);
});

test("merged cells are followed by empty ones", () => {
  const { text, notes } = converted(
    "<table><tr><th colspan=2>a<th>b<tr><td rowspan=2>c<td>d<td>e<tr><td>f<td>g</table>",
  );
  expect(text).toBe("| a | | b |\n| - | - | - |\n| c | d | e |\n| | f | g |\n");
  expect(notes).toEqual([
    { kind: "changed", what: "Merged cells of a table are followed by empty ones" },
  ]);
});

test("a table within a table is parted by bars", () => {
  const { text, notes, before, after } = converted(
    "<table><tr><td><table><tr><td>12<td>34</table><td>a</table>",
  );
  expect(text).toBe("| | |\n| - | - |\n| 12 \\| 34 | a |\n");
  expect(notes).toEqual([{ kind: "changed", what: "A table within a table is text now" }]);
  expect(after.words).toBe(before.words);
});

test("a table of one cell is what stands in it", () => {
  expect(convertedText("<table><tr><td><p>a</p><ul><li>b</ul></table>")).toBe("a\n\n- b");
});
