import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { BadInput, Folders } from "./bad-input.ts";
import { NOW } from "./good-publication.ts";
import { commandFor } from "./command-for.ts";
import { BAD_INPUTS } from "./rows.ts";
import { spoiltPublication } from "./spoilt-publication.ts";

const ROOT = join(import.meta.dirname, "../../..");

/** A folder with a whole bundle of the sound publication in it, which every bad input must leave alone. */
const out = mkdtempSync(join(tmpdir(), "stet-bad-out-"));

beforeAll(async () => {
  const sound = await spoiltPublication({}, out);
  const run = runCommand("build", sound, {});
  sound.remove();
  expect(run.text).not.toMatch(/error|warning {2}/);
  expect(run.exit).toBe(0);
});

afterAll(() => rmSync(out, { recursive: true, force: true }));

describe("a build of bad input says what is wrong and leaves the bundle alone:", () => {
  test.each(rowsThat(({ exit }) => exit !== 0))("$name", async (row) => {
    const before = imprint(out);
    const run = await runRow("build", row);
    expect(run.text).toMatchSnapshot();
    expect(run.exit).toBe(row.exit);
    expect(run.outsideChanged).toBe(false);
    expect(imprint(out)).toEqual(before);
  });
});

describe("the check warns of what is worked around:", () => {
  test.each(rowsThat(({ exit }) => exit === 0))("$name", async (row) => {
    const run = await runRow("check", row);
    expect(run.text).toMatchSnapshot();
    expect(run.exit).toBe(0);
  });
});

function rowsThat(holds: (row: BadInput) => boolean): BadInput[] {
  return BAD_INPUTS.filter(holds).filter((row) => {
    const possible = row.bound !== true || commandFor([], { bound: true }) !== undefined;
    if (!possible) console.warn(`Not tried, because rights do not bind this user: ${row.name}`);
    return possible;
  });
}

async function runRow(
  command: "build" | "check",
  row: BadInput,
): Promise<{ exit: number | null; text: string; outsideChanged: boolean }> {
  const folders = await spoiltPublication(row, out);
  try {
    const before = imprint(folders.outside);
    const run = runCommand(command, folders, row.environment?.(folders) ?? {}, row.bound);
    const outsideChanged = imprint(folders.outside).join() !== before.join();
    return { ...run, outsideChanged };
  } finally {
    folders.remove();
  }
}

function runCommand(
  command: "build" | "check",
  { content, cache, outside }: Folders & { cache: string },
  environment: Readonly<Record<string, string>>,
  bound = false,
): { exit: number | null; text: string } {
  const [program = "", ...args] =
    commandFor([process.execPath, join(ROOT, `scripts/${command}.ts`)], { bound }) ?? [];
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: ROOT,
    encoding: "utf8",
    env: {
      ...process.env,
      NODE_NO_WARNINGS: "1",
      NODE_COMPILE_CACHE: join(tmpdir(), "stet-compile-cache"),
      ASTRO_TELEMETRY_DISABLED: "1",
      STET_CONTENT: content,
      STET_OUT: out,
      STET_CACHE: cache,
      STET_NOW: NOW,
      ...environment,
    },
  });
  const text = `${stderr}${stdout}`
    .replaceAll(content, "CONTENT")
    .replaceAll(outside, "OUTSIDE")
    .replaceAll(join(content, ".."), "PLACE")
    .replaceAll(ROOT, "CHECKOUT")
    .replace(/^(?:Checking|Examining pictures).*\n/gm, "");
  return { exit: status, text };
}

/** Every file below a folder with a digest of its bytes and the moment of its last change. */
function imprint(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .sort()
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile())
    .map((path) => {
      const digest = createHash("sha256").update(readFileSync(path)).digest("hex");
      return `${path} ${digest} ${statSync(path).mtimeMs}`;
    });
}
