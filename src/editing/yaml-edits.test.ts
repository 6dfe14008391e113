import { expect, test } from "vitest";
import { applyTextEdits } from "../domain/text-edits.ts";
import { EditRefused } from "./editable-yaml.ts";
import { appendEntry, setValue } from "./yaml-edits.ts";

const NOTE = { date: "2026-04-03T16:00:00-04:00", note: "It was: two." };
const LINES = "  - date: 2026-04-03T16:00:00-04:00\n    note: 'It was: two.'";
const FLOW = "{ date: 2026-04-03T16:00:00-04:00, note: 'It was: two.' }";

function corrected(yaml: string, file = "authors/a.yaml"): string {
  return applyTextEdits(yaml, appendEntry(file, yaml, ["corrections"], NOTE));
}

test.each([
  [
    "no key",
    "title: A # keep\ndate: 2026-03-31",
    `title: A # keep\ndate: 2026-03-31\ncorrections:\n${LINES}`,
  ],
  [
    "no key and a comment at the end",
    "title: A\n# the end\n",
    `title: A\ncorrections:\n${LINES}\n# the end\n`,
  ],
  [
    "a key without a value",
    "corrections: # none\ntitle: A\n",
    `corrections: # none\n${LINES}\ntitle: A\n`,
  ],
  ["null", "corrections: ~\ntitle: A\n", `corrections:\n${LINES}\ntitle: A\n`],
  ["an empty text", "corrections: ''\ntitle: A\n", `corrections:\n${LINES}\ntitle: A\n`],
  [
    "an empty list",
    "corrections: [] # none\ntitle: A\n",
    `corrections: # none\n${LINES}\ntitle: A\n`,
  ],
  [
    "a list on lines",
    "corrections:\n  - date: 2026-04-01 # first\n    note: B # second\n# more\ntitle: A\n",
    `corrections:\n  - date: 2026-04-01 # first\n    note: B # second\n${LINES}\n# more\ntitle: A\n`,
  ],
  [
    "a list that is not indented",
    "corrections:\n- { date: 2026-04-01, note: B }\ntitle: A\n",
    `corrections:\n- { date: 2026-04-01, note: B }\n${LINES.replaceAll(/^ {2}/gm, "")}\ntitle: A\n`,
  ],
  [
    "a list whose last entry is a folded text",
    "corrections:\n    - date: 2026-04-01\n      note: >-\n        One\n        two.\n\ntitle: A\n",
    `corrections:\n    - date: 2026-04-01\n      note: >-\n        One\n        two.\n${LINES.replaceAll(/^/gm, "  ")}\n\ntitle: A\n`,
  ],
  [
    "a list in brackets",
    "corrections: [{ date: 2026-04-01, note: B }]\ntitle: A\n",
    `corrections: [{ date: 2026-04-01, note: B }, ${FLOW}]\ntitle: A\n`,
  ],
  [
    "a list in brackets on several lines",
    "corrections: [\n  { date: 2026-04-01, note: B },\n]\ntitle: A\n",
    `corrections: [\n  { date: 2026-04-01, note: B }, ${FLOW}\n]\ntitle: A\n`,
  ],
  [
    "a single entry in braces",
    "corrections: { date: 2026-04-01, note: B } # one\ntitle: A\n",
    `corrections:\n  - { date: 2026-04-01, note: B } # one\n${LINES}\ntitle: A\n`,
  ],
  [
    "a single entry on lines",
    "corrections:\n    date: 2026-04-01\n    note: |\n      B\n\n      C\ntitle: A\n",
    `corrections:\n  - date: 2026-04-01\n    note: |\n      B\n\n      C\n${LINES}\ntitle: A\n`,
  ],
])("an entry is appended where there is %s", (_, before, after) => {
  expect(corrected(before)).toBe(after);
});

test("an entry is appended to front matter with a byte order mark and wide line ends", () => {
  const before =
    "\uFEFF---\r\ntitle: A\r\ncorrections:\r\n  - { date: 2026-04-01, note: B }\r\n---\r\n\r\nWords: [\r\n";
  expect(corrected(before, "articles/2026/03/a.mdx")).toBe(
    before.replace("B }\r\n", `B }\r\n${LINES.replaceAll("\n", "\r\n")}\r\n`),
  );
});

test("a date that stands by itself becomes the first of a list", () => {
  const before = "updated: 2026-04-01 # late\n";
  const edits = appendEntry("a.yaml", before, ["updated"], "2026-04-02");
  expect(applyTextEdits(before, edits)).toBe("updated:\n  - 2026-04-01 # late\n  - 2026-04-02\n");
});

test.each([
  ["a value", "draft: true # yes\nb: 1\n", ["draft"], false, "draft: false # yes\nb: 1\n"],
  ["a quoted value", `title: "A: b" # c\n`, ["title"], "C: d", "title: 'C: d' # c\n"],
  ["a key without a value", "title:\nb: 1\n", ["title"], "A", "title: A\nb: 1\n"],
  [
    "a value in braces",
    "image: { src: ./a.jpg, alt: A }\n",
    ["image", "credit"],
    "B",
    "image: { src: ./a.jpg, alt: A, credit: B }\n",
  ],
  [
    "a value on lines",
    "image:\n  src: ./a.jpg # it\n  alt: >-\n    A\n    b\nb: 1\n",
    ["image", "credit"],
    "B",
    "image:\n  src: ./a.jpg # it\n  alt: >-\n    A\n    b\n  credit: B\nb: 1\n",
  ],
  ["the only key", "# nothing\n", ["title"], "A", "# nothing\ntitle: A\n"],
  ["a list", "title: A", ["tags"], ["a", "b: c"], "title: A\ntags: [a, 'b: c']"],
] as const)("%s is set", (_, before, path, value, after) => {
  const written = typeof value === "object" ? [...value] : value;
  expect(applyTextEdits(before, setValue("a.yaml", before, path, written))).toBe(after);
});

test("a new key stands behind the one that is named", () => {
  const before = "title: A\ndate: 2026-03-31\nbody:\n  - x\n";
  const edits = setValue("a.yaml", before, ["id"], "B", { after: "title" });
  expect(applyTextEdits(before, edits)).toBe("title: A\nid: B\ndate: 2026-03-31\nbody:\n  - x\n");
});

test.each([
  ["a.mdx", "no front matter"],
  ["a.mdx", "---\ntitle: [\n---\n"],
  ["a.yaml", "- a\n"],
  ["a.yaml", "image: ./a.jpg\n"],
])("%s with %j is refused", (file, text) => {
  expect(() => setValue(file, text, ["image", "credit"], "B")).toThrow(EditRefused);
});
