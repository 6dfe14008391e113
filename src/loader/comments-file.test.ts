import { expect, test } from "vitest";
import { examineComments, readComments } from "./comments-file.ts";

const FILE = "comments/2024/05/x.yaml";

function examined(text: string) {
  const reading = examineComments(Buffer.from(text), FILE, { timezone: "Europe/London" });
  return { ...reading, told: reading.diagnostics.map(({ code, line }) => `${code}:${line}`) };
}

const one = (id: string, more = ""): string =>
  `  - id: ${id}\n    author: A reader\n    date: 2024-05-02\n    text: Words.\n${more}`;

test("what the index keeps is the count, the links and the two ends in time", () => {
  const reading = examined(
    [
      "comments:",
      "  - id: 7",
      "    author: A reader",
      "    date: 2024-05-03T10:00:00Z",
      "    text: '[a](/2024/01/a/) and [b](https://b.example)'",
      "  - id: old-2",
      "    author: Another",
      "    url: https://another.example/",
      "    date: 2024-05-01",
      "    parent: 7",
      "    text: '[a](/2024/01/a/)'",
      "",
    ].join("\n"),
  );
  expect(reading).toMatchObject({
    count: 2,
    links: ["/2024/01/a/", "https://b.example"],
    first: { day: "2024-05-01", location: { line: 9 } },
    last: { day: "2024-05-03", location: { line: 4 } },
    told: [],
  });
});

test("names may be written as numbers, and are texts", () => {
  const { comments } = readComments(Buffer.from(`comments:\n${one("12")}`), FILE, "UTC");
  expect(comments.map(({ id }) => id)).toEqual(["12"]);
});

test.each([
  "email",
  "author_email",
  "ip",
  "author_IP",
  "ip_address",
  "user-agent",
  "comment_agent",
])("%s is refused as private, and told once", (key) => {
  const { diagnostics } = examined(`comments:\n${one("1", `    ${key}: secret\n`)}`);
  expect(diagnostics).toMatchObject([{ code: "comments/private", severity: "error", line: 6 }]);
  expect(diagnostics[0]?.message).not.toContain("secret");
});

test.each(["mood", "pick", "vip"])("%s is a key like any that does not exist", (key) => {
  expect(examined(`comments:\n${one("1", `    ${key}: x\n`)}`).told).toEqual([
    "schema/unknown-key:6",
  ]);
});

test("names are given once, answers are to something, and not in a circle", () => {
  const text = [
    "comments:",
    one("1"),
    one("1"),
    one("2", "    parent: 9\n"),
    one("3", "    parent: 4\n"),
    one("4", "    parent: 3\n"),
    one("5", "    parent: 5\n"),
    one("6", "    parent: 4\n"),
  ].join("\n");
  expect(examined(text).told).toEqual([
    "comments/twice:7",
    "comments/parent:16",
    "comments/parent:22",
    "comments/parent:28",
    "comments/parent:34",
  ]);
});

test("what a text may not hold is told at the text; a heading is none, so it is not", () => {
  const text = [
    "comments:",
    "  - id: 1",
    "    author: A reader",
    "    date: 2024-05-02",
    "    text: |",
    "      # Loud",
    "      <script>x</script>",
    "",
    "      [a](javascript:b)",
    "",
  ].join("\n");
  const { diagnostics } = examined(text);
  expect(diagnostics.map(({ code, severity, line }) => `${severity} ${code}:${line}`)).toEqual([
    "warning html/element-removed:5",
    "error link/script:5",
  ]);
});
