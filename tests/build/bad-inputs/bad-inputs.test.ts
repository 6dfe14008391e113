import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { RULES } from "../../../src/checks/registry.ts";
import type { Diagnostic } from "../../../src/domain/diagnostic.ts";
import type { Run } from "../checkout-commands.ts";
import type { BadInput } from "./bad-input.ts";
import { makeEmptyCheckout, runHere } from "./command-here.ts";
import type { Command } from "./command-here.ts";
import { text } from "./good-publication.ts";
import { printBundle } from "./printed-bundle.ts";
import { BAD_INPUTS } from "./rows.ts";
import { settingsFor } from "./settings-for.ts";
import { spoiltPublication } from "./spoilt-publication.ts";
import { told } from "./told.ts";
import { NO_HISTORY, tryRow } from "./trial.ts";
import type { Trial } from "./trial.ts";

const FINDING_CODES = RULES.map(({ code }) => code);

const base = mkdtempSync(join(tmpdir(), "stet-bad-base-"));
/** A checkout, and a whole bundle, which every bad input must leave alone. */
const checkout = { checkout: join(base, "checkout"), out: join(base, "out") };

beforeAll(async () => {
  makeEmptyCheckout(checkout.checkout);
  await printBundle(checkout.out, join(base, "printing"));
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** The rows that this process can try; where rights do not bind it, others say nothing. */
const ROWS = BAD_INPUTS.filter(({ bound }) => bound !== true);
const trials = new Map<BadInput, Promise<Trial>>();

test("the publication that is spoilt is sound before", async () => {
  const valid = await tryRow({ exit: 0 }, checkout);
  expect(valid).toEqual({
    exit: 0,
    report: "2 articles: no problems.\n",
    besides: "",
    diagnostics: [],
    checked: 0,
    changed: [],
  });
});

describe("a build of bad input says what is wrong and leaves the bundle alone:", () => {
  test.each(ROWS.filter(({ exit }) => exit !== 0))("$name", holds);
});

describe("the check warns of what is worked around:", () => {
  test.each(ROWS.filter(({ exit }) => exit === 0))("$name", holds);
});

async function holds(row: BadInput): Promise<void> {
  const { report, diagnostics, ...outcome } = await trialOf(row);
  expect(told(report, row)).toMatchSnapshot();
  expect({ ...outcome, diagnostics: diagnostics.map(nameOf) }).toEqual({
    exit: row.exit,
    besides: "",
    diagnostics: row.diagnostics,
    checked: row.exit === 2 ? undefined : row.exit,
    changed: [],
  });
}

/** Each row is tried once. */
function trialOf(row: BadInput): Promise<Trial> {
  const trial = trials.get(row) ?? tryRow(row, checkout);
  trials.set(row, trial);
  return trial;
}

test("every code that rows expect is one of the list", () => {
  const expected = BAD_INPUTS.flatMap(({ diagnostics }) => diagnostics.map(codeOf));
  expect([...new Set(expected)].filter((code) => !FINDING_CODES.includes(code))).toEqual([]);
});

/** Errors that never come alone. */
const COMPANIONS = new Set(["body/more-faults"]);

/**
 * For what the parser may yet say in words of its own no input is known that makes it; what has changed since it was published
 * is compared in src/pipeline/check-history.test.ts.
 */
const WITHOUT_INPUT = /^(?:body\/unreadable$|history\/)/;

describe("without the diagnostic rows fail:", () => {
  test.each(FINDING_CODES.filter((code) => !WITHOUT_INPUT.test(code)))("%s", async (code) => {
    const rows = ROWS.filter(({ diagnostics }) => diagnostics.some((one) => codeOf(one) === code));
    expect(rows).not.toEqual([]);
    let isError = false;
    let stopsAlone = false;
    for (const row of rows) {
      const { diagnostics } = await trialOf(row);
      const errors = diagnostics.filter(({ severity }) => severity === "error");
      if (errors.some((one) => one.code === code)) isError = true;
      if (errors.length > 0 && errors.every((one) => one.code === code)) stopsAlone = true;
    }
    // It is not only told: in some row it is all that keeps the input from being published.
    if (!COMPANIONS.has(code)) expect(stopsAlone).toBe(isError);
  });
});

describe("around the diagnostics", () => {
  const files = { "articles/2026/03/story.mdx": text({ author: "adda" }, "Words.") };

  async function runOn(command: Command): Promise<Run> {
    const folders = await spoiltPublication({ files }, checkout.out);
    const run = await runHere(command, checkout.checkout, settingsFor(folders));
    folders.remove();
    return run;
  }

  test("a build counts them, and says that nothing was written", async () => {
    const { stderr } = await runOn({ name: "build" });
    expect(stderr).toMatch(
      /\n\n1 error in 1 file\.\nNothing was written: the errors above come first\.\n$/,
    );
  });

  test("a check counts them, and what it looked at", async () => {
    const { stdout } = await runOn({ name: "check", options: {} });
    expect(stdout).toMatch(/\n\n1 error in 1 file\.\n3 articles\.\n$/);
  });

  test("check --json prints what docs/check.md describes", async () => {
    const { code, stdout, stderr } = await runOn({ name: "check", options: { format: "json" } });
    expect({ code, stderr }).toEqual({ code: 1, stderr: NO_HISTORY });
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      errors: 1,
      warnings: 0,
      hints: 0,
      skipped: NO_HISTORY.trimEnd(),
      findings: [
        {
          code: "reference/author",
          severity: "error",
          file: "articles/2026/03/story.mdx",
          line: 5,
          column: 9,
          length: 4,
          message: "There is no author `adda`: the file authors/adda.yaml does not exist.",
          fix: "Write `ada`, if that is meant. Otherwise create the file `authors/adda.yaml` with the line `name: Adda`.",
        },
      ],
    });
  });
});

function nameOf({ code, file, line, column }: Diagnostic): string {
  return `${code} ${file}:${line}:${column}`;
}

function codeOf(expected: string): string {
  return expected.split(" ")[0] ?? "";
}
