import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import { expect, test } from "vitest";
import { inContent } from "../domain/content-path.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { sarifLog } from "./sarif.ts";

const FIXTURES = join(import.meta.dirname, "../../tests/fixtures/sarif");
const CONTEXT = {
  version: "1.2.3",
  rules: [
    { code: "link/moved", summary: "Links lead to `current` addresses.", severity: "warning" },
    { code: "body/heading-level", summary: "Headings begin at level 2.", severity: "hint" },
  ],
  root: "my site/content/",
  prefix: "content/",
  digestOf: (text: string) => hash("sha256", text, "hex"),
} as const;
const MOVED: Diagnostic = {
  code: "link/moved",
  severity: "warning",
  file: "articles/2026/03/a é%.md",
  line: 3,
  column: 5,
  length: 6,
  message: `The link leads to ${inContent("pages/about.mdx")}.`,
  fix: "Write `/b/`.",
  edits: [
    { start: { line: 3, column: 5 }, end: { line: 3, column: 11 }, text: "/b/" },
    {
      file: "redirects.yaml",
      start: { line: 1, column: 1 },
      end: { line: 1, column: 1 },
      text: "# é\n",
    },
  ],
};
const OTHERS: Diagnostic[] = [
  { ...MOVED, line: 9, edits: [] },
  {
    code: "part/unknown",
    severity: "error",
    file: ".",
    line: 1,
    column: 1,
    message: "::error::A",
    fix: "B",
  },
  {
    code: "body/heading-level",
    severity: "hint",
    file: "site.yaml",
    line: 1,
    column: 1,
    message: "A",
    fix: "B",
  },
];

test("the log is valid SARIF 2.1.0", () => {
  const read = (path: string): object =>
    JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
  const ajv = new Ajv({ schemaId: "id", unknownFormats: "ignore", allErrors: true, logger: false });
  ajv.addMetaSchema(
    read(join(import.meta.dirname, "../../node_modules/ajv/lib/refs/json-schema-draft-04.json")),
  );
  const isValid = ajv.compile(read(join(FIXTURES, "sarif-2.1.0-rtm.5.json")));
  for (const diagnostics of [[], [MOVED], [MOVED, ...OTHERS]]) {
    void isValid(JSON.parse(sarifLog(diagnostics, CONTEXT)));
    expect(isValid.errors).toBeNull();
  }
  void isValid({ version: "2.1.0", runs: [{}] });
  expect(isValid.errors).not.toBeNull();
});

test("the log tells places, rules, fixes and what a problem is known by", () => {
  expect(sarifLog([MOVED, ...OTHERS], CONTEXT)).toMatchSnapshot();
});

test("a problem is known again on another line, and from its like", () => {
  const fingerprints = (...diagnostics: Diagnostic[]): string[] => {
    const { runs } = JSON.parse(sarifLog(diagnostics, CONTEXT)) as {
      runs: { results: { partialFingerprints: Record<string, string> }[] }[];
    };
    return (runs[0]?.results ?? []).flatMap((one) => Object.values(one.partialFingerprints));
  };
  const [here] = fingerprints(MOVED);
  expect(fingerprints({ ...MOVED, line: 40, column: 1 })).toEqual([here]);
  const [first, second] = fingerprints(MOVED, { ...MOVED, line: 40 });
  expect(first).toBe(here);
  expect(second).not.toBe(here);
});
