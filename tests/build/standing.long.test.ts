import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { bundleDifferences, readBundle } from "./bundles.ts";
import { assertBuilt, copyCheckout, buildIn } from "./checkout-commands.ts";
import type { TestBuild, Checkout, Run } from "./checkout-commands.ts";
import { commitNumber, pickedFrom } from "../runner/tier.ts";

/** Noon of the day after the newest article that is out. */
const NOW = "2026-06-03T12:00:00Z";

const FILES: Readonly<Record<string, string>> = {
  "site.yaml":
    "name: The Standing Paper\nurl: https://standing.example\ndescription: Nothing changes here.\nlanguage: en\ntimezone: UTC\n",
  "authors/desk.yaml": "name: News desk\nis: desk\n",
  "categories/town.yaml": "title: Town\n",
  "categories/unused.yaml": "title: Nobody writes for it\n",
  "articles/2026/06/market.md": article("The market moves", "2026-06-02T09:00:00Z"),
  "articles/2026/06/later.md": article("The market opens", "2026-06-20T09:00:00Z"),
  "articles/2026/06/not-out.md": article("Nobody knows yet", "2026-06-30", "draft: true\n"),
  "public/notice.txt": "A notice.\n",
};

const base = mkdtempSync(join(tmpdir(), "stet-standing-"));
let checkout: Checkout;
let options: TestBuild;
let first: Run;

beforeAll(async () => {
  checkout = copyCheckout(join(base, "press"));
  options = buildIn(base, NOW);
  write(FILES);
  await pause(150);
  first = await checkout.build(options);
  assertBuilt(first);
});
afterAll(() => rmSync(base, { recursive: true, force: true }));
// Each test begins with a build that stands.
beforeEach(async () => {
  write(FILES);
  await pause(150);
  assertBuilt(await checkout.build(options));
  assertBuilt(await checkout.build(options));
});

function article(title: string, date: string, further = ""): string {
  return `---\ntitle: ${title}\ndescription: What it says.\ncategory: town\nauthor: desk\ndate: ${date}\n${further}---\n\nSome text.\n`;
}

/** Writes what is not there as it should be. */
function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    const file = join(options.content, path);
    if (statSync(file, { throwIfNoEntry: false }) && readFileSync(file, "utf8") === text) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** Adds a line to a file of the content. */
function append(path: string): void {
  appendFileSync(join(options.content, path), "More.\n");
}

/** Whether a build has planned and published, or found that all of it stands. */
function stood({ stderr }: Run): boolean {
  return !stderr.includes("Publishing");
}

/** What a build says of the publication, and not of its own work. */
function told(text: string): string[] {
  const lines = text.split("\n").map((line) => line.replace(/ in \d.*/, ""));
  return lines.filter((line) => !/^(?:time|rendered|[A-Z]\w+ing\b.*)(?: |$)/.test(line));
}

test("a build where nothing has changed tells what one that looks at everything tells", async () => {
  const standing = await checkout.build(options);
  expect(stood(standing)).toBe(true);
  rmSync(join(options.cache, "outputs"), { recursive: true });
  const whole = await checkout.build(options);
  expect(stood(whole)).toBe(false);
  expect(told(standing.stdout)).toEqual(told(whole.stdout));
  expect(told(standing.stderr)).toEqual(told(whole.stderr));
  expect(standing.stdout).toMatch(/rendered +0\n/);
  expect(standing.stdout).toContain("2026-06-20T09:00:00+00:00");
  expect(standing.stderr).toContain("1 warning");
});

/** What makes a build that stood be made again: something that happens, or another order. */
const CHANGES: [what: string, change: Partial<TestBuild> | (() => void)][] = [
  ["an article was changed", () => append("articles/2026/06/market.md")],
  ["an article that is held back was changed", () => append("articles/2026/06/not-out.md")],
  ["a file was added", () => write({ "public/new.txt": "New.\n" })],
  ["a file of the owner was changed", () => append("public/notice.txt")],
  ["a page was changed", () => writeFileSync(join(options.out, "index.html"), "Not ours.")],
  ["a page was deleted", () => rmSync(join(options.out, "404.html"))],
  [
    "a picture of the press was changed",
    () => writeFileSync(join(checkout.root, "public/favicon.svg"), "<svg/>"),
  ],
  [
    "the code was changed",
    () => appendFileSync(join(checkout.root, "src/styles/tokens.css"), "\n"),
  ],
  ["a variable reaches pages", { environment: { PUBLIC_NAME: "x" } }],
  ["what was read is damaged", () => writeFileSync(join(options.cache, "index.jsonl"), "damaged")],
  ["an article has left the news", { now: "2026-06-04T09:00:00Z" }],
  ["an article has come out", { now: "2026-06-20T09:00:00Z" }],
  ["the clock was put back", { now: "2026-06-03T11:59:59Z" }],
  ["all is to be made anew", { clean: true }],
  ["Pagefind is to index", { pagefind: true }],
  ["packed copies are wanted", { compress: true }],
];

test.each(pickedFrom(CHANGES, 4, commitNumber()))(
  "a build does not stand where %s, and leaves what a clean one leaves",
  async (_, change) => {
    const changed = { ...options, ...(typeof change === "function" ? {} : change) };
    if (typeof change === "function") change();
    await pause(150);
    const run = await checkout.build(changed);
    assertBuilt(run);
    expect(stood(run)).toBe(false);
    const bundle = readBundle(options.out);
    const clean = {
      ...changed,
      out: `${options.out} clean`,
      cache: `${options.cache} clean`,
      clean: true,
    };
    assertBuilt(await checkout.build(clean));
    expect(bundleDifferences(bundle, readBundle(clean.out))).toEqual([]);
    for (const folder of [clean.out, clean.cache]) rmSync(folder, { recursive: true });
  },
);

test("a build does not stand on what another has published since, though that was not remembered", async () => {
  const far = "articles/2027/07/far.md";
  write({ [far]: article("It is far off", "2027-07-03") });
  await pause(150);
  const later = { ...options, now: "2026-07-05T12:00:00Z" };
  assertBuilt(await checkout.build(later));
  const bundle = readBundle(options.out);
  // It takes back what was not out yet, and tells of a date that is a year off.
  const sooner = await checkout.build(options);
  assertBuilt(sooner);
  expect(sooner.stderr).toContain("date/far");
  const run = await checkout.build(later);
  assertBuilt(run);
  expect(stood(run)).toBe(false);
  expect(bundleDifferences(readBundle(options.out), bundle)).toEqual([]);
  rmSync(join(options.content, far));
});

test("a build does not stand where a warning has gone with the time, of what is not published either", async () => {
  const draft = "articles/2026/06/still.md";
  write({
    [draft]: article("It is still a draft", "2026-06-03T13:00:00Z", "draft: true\n"),
    "comments/2026/06/still.yaml":
      "comments:\n  - { id: 1, author: A, date: 2026-06-03T15:00:00Z, text: Well. }\n",
  });
  await pause(150);
  assertBuilt(await checkout.build(options));
  const run = await checkout.build({ ...options, now: "2026-06-03T14:00:00Z" });
  expect(stood(run)).toBe(false);
  expect(run.stderr).toContain("2 warnings");
  for (const file of [draft, "comments/2026/06/still.yaml"]) rmSync(join(options.content, file));
});

test("a build stands until the next thing is due", async () => {
  expect(stood(await checkout.build({ ...options, now: "2026-06-04T08:59:59Z" }))).toBe(true);
});

test("a file that was just saved is looked at again", async () => {
  write({ "public/just.txt": "Just now.\n" });
  assertBuilt(await checkout.build(options));
  const second = await checkout.build(options);
  assertBuilt(second);
  rmSync(join(options.content, "public/just.txt"));
  expect(stood(await checkout.build(options))).toBe(false);
});

test("an error is told each time", async () => {
  write({ "articles/2026/06/bad.md": "No front matter.\n" });
  for (let time = 0; time < 2; time += 1) expect((await checkout.build(options)).code).toBe(1);
  rmSync(join(options.content, "articles/2026/06/bad.md"));
  expect((await checkout.build(options)).code).toBe(0);
});
