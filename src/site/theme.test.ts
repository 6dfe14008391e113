import { withContentFolder } from "../domain/content-path.ts";
import { expect, test } from "vitest";
import { contrast } from "./contrast.ts";
import { accentSchema, coloursSchema, themeFrom, typeSchema } from "./theme.ts";

const { paper } = themeFrom();

function complaints(schema: { safeParse: (value: unknown) => unknown }, value: unknown): string[] {
  const { error } = schema.safeParse(value) as {
    error?: { issues: { path: PropertyKey[]; message: string }[] };
  };
  return (error?.issues ?? []).map(({ path, message }) =>
    withContentFolder(`${path.join(".")}: ${message}`, "content/"),
  );
}

test("without a word about colours and type they are the press's own, and can be read", () => {
  const { ink, accent, serif, sans } = themeFrom();
  for (const theme of ["light", "dark"] as const) {
    expect(contrast(ink[theme], paper[theme])).toBeGreaterThan(7);
    expect(contrast(accent[theme], paper[theme])).toBeGreaterThan(4.5);
  }
  expect([serif, sans]).toEqual([{ kind: "press" }, { kind: "press" }]);
});

test("an accent that is given once is made pale for the dark", () => {
  const accent = accentSchema(paper).parse("#1F5C8B");
  expect(accent.light).toBe("#1f5c8b");
  expect(contrast(accent.dark, paper.dark)).toBeGreaterThanOrEqual(7);
});

test("an accent that is given for both themes stays as it is", () => {
  const both = { light: "#1f5c8b", dark: "#8dbce6" };
  expect(accentSchema(paper).parse(both)).toEqual(both);
});

test("a colour that cannot be read is refused, and the nearest that can is named", () => {
  expect([
    ...complaints(accentSchema(paper), "#ffcc00"),
    ...complaints(accentSchema(paper), { light: "#1f5c8b", dark: "#333333" }),
    ...complaints(coloursSchema, { ink: "#888888" }),
    ...complaints(coloursSchema, { paper: "#777777" }),
  ]).toMatchInlineSnapshot(`
    [
      ": must have a contrast of 4.5:1 with the paper to be legible, but #ffcc00 on #fdfcf9 has 1.4:1; #8f7100 would work",
      "dark: must have a contrast of 4.5:1 with the paper to be legible, but #333333 on #171513 has 1.4:1; #7f7f7f would work",
      "ink: must have a contrast of 7:1 with the paper to be legible, but #888888 on #fdfcf9 has 3.4:1; #575757 would work",
      "paper: makes the ink too faint, which must have a contrast of 7:1 with the paper to be legible, but #1a1816 on #777777 has 3.9:1; no colour works on this paper",
      "paper: makes the accent too faint, which must have a contrast of 4.5:1 with the paper to be legible, but #a3231f on #777777 has 1.6:1; an accent of #190000 would work",
    ]
  `);
});

test("what is no colour is refused", () => {
  expect([
    ...complaints(coloursSchema, { accent: "red" }),
    ...complaints(coloursSchema, { ink: "#fff" }),
    ...complaints(coloursSchema, { paper: { light: "#ffffff" } }),
  ]).toMatchInlineSnapshot(`
    [
      "accent: must be a colour such as #1f5c8b, or \`light\` and \`dark\` with a colour each",
      "ink: must be a colour such as #1f5c8b, or \`light\` and \`dark\` with a colour each",
      "paper: must be a colour such as #1f5c8b, or \`light\` and \`dark\` with a colour each",
    ]
  `);
});

test("type is the machine's, or a WOFF2 file of public/", () => {
  const { serif, sans } = themeFrom(
    {},
    typeSchema.parse({ serif: "/type/a.woff2", sans: "system" }),
  );
  expect([serif, sans]).toEqual([{ kind: "file", path: "/type/a.woff2" }, { kind: "system" }]);
  expect(complaints(typeSchema, { serif: "./a.ttf" })).toMatchInlineSnapshot(`
    [
      "serif: must be \`system\`, or the path of a WOFF2 file in \`content/public/\`, such as /type/text.woff2",
    ]
  `);
});
