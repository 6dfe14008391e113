import { describe, expect, test } from "vitest";
import { candidatesIn, isSeeded, parses, withDefect } from "./candidates.ts";
import type { Kind } from "./edits.ts";

/** The codes that defects of one kind leave of a snippet. */
function seeded(kind: Kind, code: string, file = "src/a.ts"): string[] {
  const own = candidatesIn(file, code).filter((candidate) => candidate.kind === kind);
  return own.map((candidate) => withDefect(code, candidate));
}

describe("a defect is seeded", () => {
  test.each<[Kind, string, string[]]>([
    ["equality", "f(a === b);", ["f(a !== b);"]],
    ["equality", "f(a != b);", ["f(a == b);"]],
    ["boundary", "f(a < b, c >= d);", ["f(a <= b, c >= d);", "f(a < b, c > d);"]],
    ["connective", "f(a && b);", ["f(a || b);"]],
    ["negation", "f(!a);", ["f(a);"]],
    ["branches", "f(a ? b : c);", ["f(a ? c : b);"]],
    ["branches", "f(a > 1 ? b\n : c);", ["f(a > 1 ? c\n : b);"]],
    ["guard", "function f() { if (a) return; b(); }", ["function f() {  b(); }"]],
    ["guard", "for (const a of b) if (a) continue;", ["for (const a of b) {}"]],
    ["guard", "if (a) { throw new TypeError(); }", [""]],
    ["key", "f({ a, b: 1 });", ["f({ b: 1 });", "f({ a });"]],
    ["key", "f({ a, });", ["f({  });"]],
    ["key", "f({ a, ...b, });", ["f({ ...b, });", "f({ a, });"]],
    ["digest", "digest([a, b]);", ["digest([b]);", "digest([a]);"]],
    [
      "digest",
      "hash(JSON.stringify([a, b]));",
      ["hash(JSON.stringify([b]));", "hash(JSON.stringify([a]));"],
    ],
    ["escape", "f(escapeXml(a.b));", ["f(a.b);"]],
    ["escape", "f(encodeURIComponent(a));", ["f(a);"]],
    ["escape", "f(a.map(escapeXml).join());", ["f(a.join());"]],
    ["off-by-one", "f(a + 1);", ["f(a);"]],
    ["off-by-one", "f(a.slice(2));", ["f(a.slice(3));"]],
    ["off-by-one", "f(a.slice(0, -1));", ["f(a.slice(0, -2));"]],
    ["off-by-one", "f(a.slice(0, b));", ["f(a.slice(0, b - 1));"]],
    ["off-by-one", "f(a.slice(b ? 1 : 2));", ["f(a.slice((b ? 1 : 2) + 1));"]],
    ["off-by-one", "f(a.slice(0, b + 1));", ["f(a.slice(0, b));"]],
    ["await", "const a = await b();", ["const a = b();"]],
    [
      "await",
      "async () => { try { return await a(); } catch {} };",
      ["async () => { try { return a(); } catch {} };"],
    ],
    ["chain", "f(a.filter(b).map(c));", ["f(a.map(c));"]],
    ["chain", "f(a?.toSorted());", ["f(a);"]],
    ["distinct", "f([...new Set(a)]);", ["f([...a]);"]],
    ["empty", "function f(): A[] { return a; }", ["function f(): A[] { return []; }"]],
    ["empty", "const f = (): readonly A[] => a;", ["const f = (): readonly A[] => [];"]],
    ["call", "a(); b;", [" b;"]],
    ["call", "if (a) await b();", ["if (a) {}"]],
    ["default", "f(a.b ?? 5);", ["f(a.b ?? 6);"]],
    ["default", "function f(a = true) {}", ["function f(a = false) {}"]],
    ["default", 'const { a = "b" } = c;', ['const { a = "" } = c;']],
    ["pattern", "f(/^a$/);", ["f(/a$/);", "f(/^a/);"]],
    ["pattern", "f(a.replace(/b/gi, c));", ["f(a.replace(/b/g, c));", "f(a.replace(/b/i, c));"]],
  ])("%s: %s", (kind, code, expected) => {
    expect(seeded(kind, code)).toEqual(expected);
    for (const after of expected) expect(parses("src/a.ts", after), after).toBe(true);
  });

  test("in the front matter and the scripts of a component, not in what it shows", () => {
    const component =
      "---\nconst a = b === c;\n---\n<p>{b === c}</p>\n<script>\n  f(b === c);\n</script>\n";
    expect(seeded("equality", component, "src/A.astro")).toEqual([
      component.replace("a = b ===", "a = b !=="),
      component.replace("f(b ===", "f(b !=="),
    ]);
  });
});

describe("no defect is seeded", () => {
  test.each<[string, Kind, string]>([
    ["in a type", "key", 'type A = { a: 1 } & B<"a">; interface C { d?: E }'],
    ["in an error that is thrown", "call", "if (a) throw new Error(b.trim() + c(d === e));"],
    ["in an import", "key", 'import a from "b" with { type: "json" };'],
    ["where equal ones may go either way", "boundary", "f(a < b ? -1 : a > b ? 1 : 0);"],
    ["in the place of an assertion", "guard", "if (a === undefined) throw new Error();"],
    [
      "that only makes a cache useless",
      "guard",
      "{ const a = b.get(c); if (a !== undefined) return a; }",
    ],
    ["that another kind makes", "branches", "f(a === b ? c : d);"],
    ["that the caller makes good", "await", "async () => { return await a(); };"],
    ["for a default of an element", "default", 'const [a = "b"] = c; f(a[0] ?? 1);'],
    ["where the end is reached in any case", "pattern", "f(/a.*$/);"],
    ["in the length of a hash", "off-by-one", "f(hash(a).slice(0, 16));"],
    ["for what undoes an escape", "escape", "f(unescapeXml(a), quotedBy(b));"],
    ["for what is printed for people at work", "call", "console.log(a);"],
  ])("%s", (_, kind, code) => {
    expect(seeded(kind, code)).toEqual([]);
  });

  test("into tests, what they are made of, or what is not the product", () => {
    const files = [
      "src/a/b.ts",
      "src/a/B.astro",
      "src/a/b.test.ts",
      "src/a/test-b.ts",
      "src/a.d.ts",
      "scripts/a.ts",
      "src/a.css",
    ];
    expect(files.filter(isSeeded)).toEqual(["src/a/b.ts", "src/a/B.astro"]);
  });
});

test("a defect is named after where it is, and keeps its name when lines come before it", () => {
  const code = `
const TABLE = { a: b === c };
export function outer() {
  if (a === b) return;
  const inner = () => a === c && b === c;
  f(a === d);
}
class A { method() { return a === b; } }
f(a === b);
`;
  const names = (text: string): string[] =>
    candidatesIn("src/a.ts", text)
      .filter(({ kind }) => kind === "equality")
      .map(({ identity }) => identity);
  expect(names(code)).toEqual([
    "src/a.ts#TABLE:equality:0",
    "src/a.ts#outer:equality:0",
    "src/a.ts#outer.inner:equality:0",
    "src/a.ts#outer.inner:equality:1",
    "src/a.ts#outer:equality:1",
    "src/a.ts#A.method:equality:0",
    "src/a.ts#module:equality:0",
  ]);
  expect(names(`// Above.\nexport const other = (): void => g(h);\n${code}`)).toEqual(names(code));
});

test("a defect shows its lines whole, before and after", () => {
  const [first] = candidatesIn("src/a.ts", "f();\n  g(\n    a.filter(\n      b),\n  );\n").filter(
    ({ kind }) => kind === "chain",
  );
  expect(first).toMatchObject({ line: 3, before: "    a.filter(\n      b),", after: "    a," });
});

test("code that does not parse is recognised", () => {
  expect(parses("src/a.ts", "const a = ;")).toBe(false);
  expect(parses("src/A.astro", '---\nimport a from "b";\nif (a) return;\n---\n<p></p>')).toBe(true);
  expect(parses("src/A.astro", "---\nconst a = ;\n---\n")).toBe(false);
});
