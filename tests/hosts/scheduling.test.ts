import { spawnSync } from "node:child_process";
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { missingTools, need } from "../tools/need.ts";
import { starterWorkflow } from "../structure/workflow.ts";
import { codeBlock, codeBlocks } from "./guide-texts.ts";

const PAGE = "scheduling.md";
const SCRIPT = codeBlock(PAGE, ({ code }) => code.startsWith("#!/bin/sh"));
const CRON = codeBlock(PAGE, ({ code }) => code.startsWith("*/5 "));
const UNITS = codeBlocks(PAGE).filter(({ language }) => language === "ini");

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "stet-on-time-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const here = (text: string): string => text.replaceAll("/srv/paper", folder);

/** A program that notes how it was called, and then does as told. */
function program(name: string, does: string): void {
  writeFileSync(join(folder, name), `#!/bin/sh\necho "${name} $*" >> calls\n${does}\n`, {
    mode: 0o755,
  });
}

const withPrograms = { env: { ...process.env, PATH: `${folder}:${process.env["PATH"] ?? ""}` } };

describe("the script for a machine of one's own", () => {
  /** What was called, and the exit code. */
  function run(): [calls: string[], code: number | null] {
    writeFileSync(join(folder, "calls"), "");
    const { status } = spawnSync("sh", ["-c", here(SCRIPT)], { ...withPrograms, cwd: folder });
    const calls = readFileSync(join(folder, "calls"), "utf8").trim().split("\n");
    return [calls.filter((call) => !call.startsWith("git ")), status];
  }

  const LOOK = "npx --no-install stet due";
  const BUILD = "npm run --silent build";
  const UPLOAD = "npm run --silent upload -- --to public:paper";

  beforeEach(() => {
    program("git", '[ "$1" = pull ] || echo first');
    program("npx", "exit 1");
    program("npm", "");
  });

  test("publishes at first, then only what is due and what git brings", () => {
    expect(run()).toEqual([[BUILD, UPLOAD], 0]);
    expect(run()).toEqual([[LOOK], 0]);
    program("npx", "exit 0");
    expect(run()).toEqual([[LOOK, BUILD, UPLOAD], 0]);
    program("npx", "exit 1");
    program("git", '[ "$1" = pull ] || echo second');
    expect(run()).toEqual([[BUILD, UPLOAD], 0]);
    expect(run()).toEqual([[LOOK], 0]);
  });

  test("tries again what did not arrive, although nothing is due any more", () => {
    run();
    program("npx", "exit 0");
    program("npm", '[ "$3" != upload ] || exit 4');
    expect(run()).toEqual([[LOOK, BUILD, UPLOAD], 4]);
    program("npx", "exit 1");
    expect(run()).toEqual([[BUILD, UPLOAD], 4]);
    program("npm", "");
    expect(run()).toEqual([[BUILD, UPLOAD], 0]);
    expect(run()).toEqual([[LOOK], 0]);
  });

  test("fails where git, the settings or the build fail", () => {
    run();
    program("npx", "exit 2");
    expect(run()).toEqual([[LOOK], 2]);
    program("npx", "exit 0");
    program("npm", "exit 1");
    expect(run()).toEqual([[LOOK, BUILD], 1]);
    program("git", "exit 128");
    expect(run()).toEqual([[], 128]);
  });
});

const withoutFlock = await missingTools(["flock"]);

describe.skipIf(withoutFlock !== false)("the line for cron", () => {
  const command = CRON.trim().split(" ").slice(5).join(" ");
  const run = (before = ""): number | null =>
    spawnSync("sh", ["-c", before + here(command)], withPrograms).status;

  beforeEach(() => {
    writeFileSync(join(folder, "calls"), "");
    program("mail", "cat >> sent");
  });
  const calls = (): string => readFileSync(join(folder, "calls"), "utf8");

  test("says nothing of a run that ends well", () => {
    program("publish.sh", "echo published");
    expect(run()).toBe(0);
    expect(calls()).toBe("publish.sh \n");
  });

  test("sends what a run said that failed", () => {
    program("publish.sh", "echo 'no such bucket' >&2; exit 4");
    expect(run()).toBe(0);
    expect(calls()).toBe("publish.sh \nmail -s Publishing failed desk@paper.example\n");
    expect(readFileSync(join(folder, "sent"), "utf8")).toBe("no such bucket\n");
  });

  test("lets a run pass while another is at work, without a word", () => {
    program("publish.sh", "exit 4");
    appendFileSync(join(folder, ".lock"), "");
    expect(run(`exec 9< ${folder}/.lock; flock 9; `)).toBe(0);
    expect(calls()).toBe("");
  });
});

const withoutSystemd = await missingTools(["systemd-analyze"]);

describe.skipIf(withoutSystemd !== false)("the units for systemd", () => {
  test("are as systemd wants them, and belong together", async () => {
    program("publish.sh", "");
    const files = UNITS.map(({ before, code }) => {
      const name = /\/etc\/systemd\/system\/([\w.-]+)/.exec(before)?.[1] ?? "";
      writeFileSync(join(folder, name), here(code));
      return join(folder, name);
    });
    expect(files).toHaveLength(3);
    const [onFailure = ""] = UNITS.flatMap(({ code }) => /^OnFailure=.*$/gm.exec(code) ?? []);
    expect(files).toContain(join(folder, onFailure.replace("OnFailure=", "")));
    const analyse = await need("systemd-analyze");
    const { status, stderr } = spawnSync(analyse, ["verify", ...files], { encoding: "utf8" });
    expect([status, stderr]).toEqual([0, ""]);
  });

  test("look every five minutes", async () => {
    const when = UNITS.map(({ code }) => /^OnCalendar=(.*)$/m.exec(code)?.[1]).find(Boolean) ?? "";
    const analyse = await need("systemd-analyze");
    const { stdout } = spawnSync(analyse, ["calendar", when], { encoding: "utf8" });
    expect(stdout).toContain("Normalized form: *-*-* *:00/5:00\n");
  });
});

test("the table of costs is of sums that are right, and has the schedule of a new project", () => {
  const text = readFileSync(join(import.meta.dirname, "../../docs", PAGE), "utf8");
  const rows = [...text.matchAll(/^\| `([\d,]+) ([\d*-]+) \* \* \*` \| (\d+) \| ([\d,]+) \|$/gm)];
  expect(rows).toHaveLength(4);
  for (const [row, minutes = "", hours = "", runs, month = ""] of rows) {
    const [from = 0, to = 23] = hours === "*" ? [] : hours.split("-").map(Number);
    const looks = minutes.split(",").length * (to - from + 1);
    expect([Number(runs), Number(month.replace(",", ""))], row).toEqual([looks, looks * 30]);
  }
  const [{ cron }] = starterWorkflow().on["schedule"] as [{ cron: string }];
  expect(text).toContain(`| \`${cron}\` | 48 |`);
});
