import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ROOT } from "../structure/project-files.ts";
import { readBundle } from "./bundles.ts";
import { plainBytes } from "./pages/security-faults.ts";
import { copyCheckoutFiles } from "./checkout-commands.ts";
import { writeContent } from "./publication.ts";

const GUIDE = readFileSync(join(ROOT, "docs/writing.md"), "utf8");

/** The steps of the guide by number, each with its fenced blocks in order. A block may hold headings of its own. */
const steps = new Map(
  [...GUIDE.matchAll(/^## (\d)\. .*\n([^]*?)(?=^## (?:\d\. |Front matter$))/gm)].map(
    ([, number = "", text = ""]) => [
      Number(number),
      [...text.matchAll(/^```\w*\n([^]*?)^```$/gm)].map(([, block = ""]) => block),
    ],
  ),
);
const [file = ""] = block(1).split("\n");
const frontMatter = block(2);
const article = `${frontMatter}\n${block(3)}`;
const commands = block(4)
  .split("\n")
  .map((line) => line.replace(/\s*#.*/, ""))
  .filter((line) => line !== "");
const title = /^title: (.*)$/m.exec(frontMatter)?.[1] ?? "";
const category = /^category: (.*)$/m.exec(frontMatter)?.[1] ?? "";
const address = file.replace(/^content\/articles(\/.*)\.mdx$/, "$1/");

const checkout = mkdtempSync(join(tmpdir(), "stet-guide-"));
let bundle: Map<string, string>;
beforeAll(() => {
  copyCheckoutFiles(checkout);
  cpSync(join(ROOT, "content"), join(checkout, "content"), { recursive: true });
});
afterAll(() => rmSync(checkout, { recursive: true, force: true }));

function block(step: number): string {
  return steps.get(step)?.[0] ?? "";
}

/** Runs a command of the guide as its reader would, at a time after the article's date. */
function run(command: string): { status: number | null; output: string } {
  const kept = ["PATH", "HOME", "TMPDIR", "TEMP", "TMP", "SystemRoot", "ComSpec"];
  const { status, stdout, stderr } = spawnSync(command, {
    cwd: checkout,
    shell: true,
    encoding: "utf8",
    env: {
      ...Object.fromEntries(kept.map((name) => [name, process.env[name]])),
      STET_NOW: "2026-11-01T12:00:00Z",
      NO_COLOR: "1",
    },
  });
  return { status, output: stdout + stderr };
}

test("the guide has a file, its front matter, its text and the commands to run", () => {
  expect([...steps.keys()]).toEqual([1, 2, 3, 4]);
  expect(file).toMatch(/^content\/articles\/\d{4}\/\d\d\/[\w-]+\.mdx$/);
  expect(frontMatter).toMatch(/^---\n[^]*\n---\n$/);
  expect(commands).toEqual(["npm run check", "npm run build", "npm start"]);
  const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  for (const [, name = ""] of GUIDE.matchAll(/npm (?:run )?(dev|start|build|check|\w+:\w+)\b/g)) {
    expect(scripts).toHaveProperty([name]);
  }
});

test("the article of the guide passes the check and is built", () => {
  writeContent(checkout, file, article);
  // `npm start` builds the same and then serves it until it is stopped.
  for (const command of commands.filter((one) => one !== "npm start")) {
    const { status, output } = run(command);
    expect(status, output).toBe(0);
    expect(output).not.toContain(file);
  }
  bundle = new Map(
    [...readBundle(join(checkout, "dist"))].map(([path, bytes]) => [
      path,
      plainBytes(bytes).toString("utf8"),
    ]),
  );
});

test("it stands at its address, in its section, in the feed and in the search index", () => {
  const page = bundle.get(`${address.slice(1)}index.html`);
  expect(page).toContain(`${title}</h1>`);
  expect(page).toContain("None of them lost a reader by it");
  expect(page).toContain("<table>");
  expect(bundle.get(`${category}/index.html`)).toContain(`href="${address}"`);
  for (const feed of ["rss.xml", `${category}/rss.xml`]) {
    expect(bundle.get(feed)).toContain(`<title>${title}</title>`);
    expect(bundle.get(feed)).toContain("None of them lost a reader by it");
  }
  const records = [...bundle].filter(([path]) => /^pagefind\/[^/]+\/fragment\//.test(path));
  const own = records.filter(([, record]) => record.includes(`"url":"${address}"`));
  expect(own).toHaveLength(1);
  expect(own[0]?.[1]).toContain(title);
  expect(own[0]?.[1]).toContain("None of them lost a reader by it");
});

test("the mistake that the guide shows is told in these words", () => {
  const section = GUIDE.slice(GUIDE.indexOf("## What the check says"));
  const shown = /^```\n([^]*?)^```$/m.exec(section)?.[1] ?? "";
  const wrong = /no key `(\w+)`; it is called `(\w+)`/.exec(shown);
  expect(wrong).not.toBeNull();
  const [, written = "", meant = ""] = wrong ?? [];
  writeContent(checkout, file, article.replace(`${meant}:`, `${written}:`));
  const { status, output } = run("npm run check");
  expect(status).toBe(1);
  expect(output).toContain(shown);
});
