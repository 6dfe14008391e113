import { expect, test } from "vitest";
import { isHostsOwn, nameFault, portableName } from "./portable-name.ts";

test.each([
  ["report.pdf"],
  ["Report 2026 (final).pdf"],
  ["_astro"],
  ["café.jpg"],
  ["a#b%20c&d'e.jpg"],
  ["console.log"],
  ["aux-in.pdf"],
  ["com10.txt"],
  [".well-known"],
  ["...three"],
  ["東京".repeat(40)],
])("%s is a name that every system and host takes", (name) => {
  expect(nameFault(name)).toBeUndefined();
  expect(portableName(name)).toBe(name);
});

test.each([
  ["a\\b.txt", "backslash", "a-b.txt"],
  ["..\\evil.txt", "backslash", "..-evil.txt"],
  ["two\nlines.txt", "line break", "two-lines.txt"],
  ["a\tb", "tab", "a-b"],
  ["\u001B[31m.txt", "control character", "-[31m.txt"],
  ["a\uD800.txt", "control character", "a\uFFFD.txt"],
  ["C:thing.txt", "`:`", "C-thing.txt"],
  ["what?.html", "`?`", "what-.html"],
  ['a*b|c<d>e"f', "`*`", "a-b-c-d-e-f"],
  ["trailing.", "ends with a dot", "trailing"],
  ["trailing ", "ends with a dot or a space", "trailing"],
  ["trailing\u00A0", "ends with a dot or a space", "trailing"],
  ["...", "ends with a dot", "file-"],
  ["con", "a device", "file-con"],
  ["Aux.txt", "a device", "file-Aux.txt"],
  ["nul.tar.gz", "a device", "file-nul.tar.gz"],
  ["COM1", "a device", "file-COM1"],
  ["lpt\u00B2.pdf", "a device", "file-lpt\u00B2.pdf"],
  ["prn .txt", "a device", "file-prn .txt"],
  [`${"東".repeat(90)}.pdf`, "274 bytes", `${"東".repeat(66)}.pdf`],
])("%j is none: it %s", (name, fault, better) => {
  expect(nameFault(name)).toContain(fault);
  expect(portableName(name)).toBe(better);
});

test.each(["CON.txt", "a:b ", "x".repeat(300), "?.", "\\", "aux:"])(
  "what is offered for %.20j is a name that every system and host takes",
  (name) => {
    expect(nameFault(portableName(name))).toBeUndefined();
  },
);

test("hosts keep some first parts of addresses", () => {
  expect(["cdn-cgi", "_Vercel", "__", "_ah"].every(isHostsOwn)).toBe(true);
  expect(["cdn", "_astro", "admin"].some(isHostsOwn)).toBe(false);
});
