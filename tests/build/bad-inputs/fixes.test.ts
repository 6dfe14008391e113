import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { contentCheck } from "../../../src/pipeline/check-content.ts";
import { fixContent } from "../../../src/pipeline/fix-content.ts";
import { unifiedDiff } from "../../../src/report/unified-diff.ts";
import { NOW } from "./good-publication.ts";
import { BAD_INPUTS } from "./rows.ts";
import { spoiltPublication } from "./spoilt-publication.ts";

const parent = mkdtempSync(join(tmpdir(), "stet-views-"));
afterAll(() => rmSync(parent, { recursive: true, force: true }));

/** Rows whose content can be checked in this process. */
const ROWS = BAD_INPUTS.filter(({ bound, exit }) => bound !== true && exit !== 2);

test.each(ROWS)("what is certain is mended, and nothing else is changed: $name", async (row) => {
  const { content, cache, remove } = await spoiltPublication(row, "");
  try {
    const check = contentCheck({
      content,
      cache,
      now: Date.parse(NOW),
      clock: Date.now,
      codeVersion: "1",
    });
    const since = Date.now();
    const before = await check();
    if (before.diagnostics.every(({ edits = [] }) => edits.length === 0)) return;
    const fixed = await fixContent(content, before, { check, parent, since });
    const codes = fixed.mended.map(({ code }) => code);
    const left = fixed.left.map(({ code }) => `left: ${code}`);
    const diffs = fixed.files.map(({ file, before: old, text }) =>
      unifiedDiff(file, old.text, text),
    );
    expect(`${[...codes, ...left].join("\n")}\n${diffs.join("")}`).toMatchSnapshot();
    // What is still there of it is told as before.
    const again = fixed.after.diagnostics.filter(({ edits = [] }) => edits.length > 0);
    expect(again.length).toBe(fixed.left.length);
    if (fixed.mended.length > 0) expect(fixed.files).not.toEqual([]);
  } finally {
    remove();
  }
});
