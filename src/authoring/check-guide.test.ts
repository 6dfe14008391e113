import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT } from "../../tests/structure/project-files.ts";
import { RULES } from "../checks/registry.ts";
import { CHECK_GUIDE, checkExample, checkGuide } from "./check-guide.ts";

test("the committed guide is what the rules say: if not, `npm run docs` writes it", async () => {
  const committed = readFileSync(join(ROOT, CHECK_GUIDE), "utf8");
  expect(committed, "Run `npm run docs` and commit what it writes.").toBe(await checkGuide());
});

test("the publication that examples break is valid", async () => {
  const { findings, remove } = await checkExample({ example: {} });
  remove();
  expect(findings).toEqual([]);
});

describe("the example breaks the rule and no other:", () => {
  test.each(RULES)("$code", async ({ code, example, comesWith = [] }) => {
    if (example === undefined) return;
    const { findings, remove } = await checkExample({ example });
    remove();
    const codes = [...new Set(findings.map((found) => found.code))];
    expect(codes.toSorted()).toEqual([code, ...comesWith].toSorted());
  });
});
