import { describe, expect, test } from "vitest";
import { FINDING_CODES } from "../../../src/archive/diagnostics.ts";
import { loadPublication } from "../../../src/archive/load-publication.ts";
import type { Finding } from "../../../src/domain/finding.ts";
import type { BadInput } from "./bad-input.ts";
import { commandFor } from "./command-for.ts";
import { NOW } from "./good-publication.ts";
import { BAD_INPUTS } from "./rows.ts";
import { spoiltPublication } from "./spoilt-publication.ts";

/** What a row promises of the check: how it ends and what it finds. */
interface Outcome {
  exit: number;
  findings: string[];
}

const checked = await Promise.all(
  BAD_INPUTS.filter(isForTheCheck).map(async (row) => ({ row, found: await check(row) })),
);

test("the publication that is spoilt is sound before", async () => {
  expect(await check({})).toEqual([]);
});

test("every code that rows expect is one of the list", () => {
  const expected = BAD_INPUTS.flatMap(({ findings }) => findings.map(codeOf));
  expect([...new Set(expected)].filter((code) => !FINDING_CODES.includes(code))).toEqual([]);
});

test.each(checked)("the row holds: $row.name", ({ row, found }) => {
  expect(outcome(found)).toEqual({ exit: row.exit, findings: row.findings });
});

describe("without the diagnostic rows fail:", () => {
  test.each(FINDING_CODES)("%s", (code) => {
    const rows = checked.filter(({ row }) => row.findings.some((one) => codeOf(one) === code));
    expect(rows).not.toEqual([]);
    const without = rows.map(({ row, found }) => ({
      row,
      left: outcome(found.filter((one) => one.code !== code)),
    }));
    for (const { row, left } of without) {
      expect(left).not.toEqual({ exit: row.exit, findings: row.findings });
    }
    const isError = rows.some(({ found }) =>
      found.some((one) => one.code === code && one.severity === "error"),
    );
    // It is not only told: in some row it is all that keeps the input from being published.
    if (isError && !COMPANIONS.has(code)) {
      expect(without.filter(({ left }) => left.exit === 0)).not.toEqual([]);
    }
  });
});

/** Errors that never come alone. */
const COMPANIONS = new Set(["body/more-faults"]);

async function check(row: Pick<BadInput, "files" | "arrange" | "environment">): Promise<Finding[]> {
  const folders = await spoiltPublication(row, "");
  try {
    const { findings } = await loadPublication({
      content: row.environment?.(folders)["STET_CONTENT"] ?? folders.content,
      cache: folders.cache,
      now: Date.parse(NOW),
      clock: Date.now,
      codeVersion: "test",
    });
    return findings;
  } finally {
    folders.remove();
  }
}

/** Rows about settings never reach the check; where rights do not bind this process, some rows say nothing. */
function isForTheCheck(row: BadInput): boolean {
  const bound = commandFor([], { bound: true })?.length === 0;
  return row.exit !== 2 && (row.bound !== true || bound);
}

function outcome(findings: readonly Finding[]): Outcome {
  return {
    exit: findings.some(({ severity }) => severity === "error") ? 1 : 0,
    findings: findings.map(({ code, file, line, column }) => `${code} ${file}:${line}:${column}`),
  };
}

function codeOf(expected: string): string {
  return expected.split(" ")[0] ?? "";
}
