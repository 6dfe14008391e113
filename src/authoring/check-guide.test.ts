import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { ROOT } from "../../tests/structure/project-files.ts";
import { RULES } from "../checks/registry.ts";
import { CHECK_GUIDE, checkExample, checkGuide } from "./check-guide.ts";

const checked = new Map<unknown, ReturnType<typeof checkExample>>();
afterAll(async () => {
  for (const { remove } of await Promise.all(checked.values())) remove();
});

/** What the check says of an example, which is checked once for all tests. */
const checkOnce: typeof checkExample = async ({ example }) => {
  const known = checked.get(example) ?? checkExample({ example });
  checked.set(example, known);
  return { ...(await known), remove: () => {} };
};

test("the committed guide is what the rules say: if not, `npm run docs` writes it", async () => {
  const committed = readFileSync(join(ROOT, CHECK_GUIDE), "utf8");
  expect(committed, "Run `npm run docs` and commit what it writes.").toBe(
    await checkGuide(checkOnce),
  );
});

test("the publication that examples break is valid", async () => {
  const { diagnostics } = await checkOnce({ example: {} });
  expect(diagnostics).toEqual([]);
});

describe("the example breaks the rule and no other:", () => {
  test.each(RULES)("$code", async ({ code, example, comesWith = [] }) => {
    if (example === undefined) return;
    const { diagnostics } = await checkOnce({ example });
    const codes = [...new Set(diagnostics.map((found) => found.code))];
    expect(codes.toSorted()).toEqual([code, ...comesWith].toSorted());
  });
});

/** Rules whose messages name entries of lists and redirects, which are paths below the content folder by their form. */
const NAMES_ENTRIES =
  /^(?:content\/missing-folder|redirect\/|reference\/(?:code|public)$|public\/not-allowed$)/;

/** A path below the content folder that does not begin at the project. */
const BARE =
  /(?<![\w./\uFDD0-])(?:articles|authors|categories|comments|components|pages|posts|public|slots|stories|tags)\/[\w/.-]*/g;

test("paths in messages and remedies begin where those of the report do", async () => {
  const bare: string[] = [];
  for (const { example } of RULES) {
    if (example === undefined) continue;
    const { diagnostics } = await checkOnce({ example });
    for (const { code, message, fix } of diagnostics)
      if (!NAMES_ENTRIES.test(code))
        bare.push(
          ...Array.from(`${message} ${fix}`.matchAll(BARE), ([path]) => `${code}: ${path}`),
        );
  }
  expect(bare).toEqual([]);
});
