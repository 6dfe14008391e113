import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { EXAMPLE_PUBLICATION } from "../../src/checks/example.ts";
import { ROOT } from "../structure/project-files.ts";
import { readBundle } from "./bundles.ts";
import { checkoutOf } from "./checkout.ts";
import { buildIn } from "./checkout-commands.ts";
import type { Run } from "./checkout-commands.ts";
import { plainBytes } from "./pages/security-faults.ts";

const GUIDE = readFileSync(join(ROOT, "docs/make-it-yours.md"), "utf8");
const ARTICLE = "articles/2026/02/sound.mdx";

/** The fenced blocks of the guide, in order, each with the line that says where it belongs. */
const blocks = [...GUIDE.matchAll(/^(.*):?\n\n```(\w+)\n([^]*?)^```$/gm)].map(
  ([, before = "", language = "", text = ""]) => ({ before, language, text }),
);

const folder = mkdtempSync(join(tmpdir(), "stet-make-it-yours-"));
const options = buildIn(folder, "2026-04-01T12:00:00Z");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(file: string, text: string): void {
  const path = join(options.content, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Does what the guide says of a block, and gives where. */
function follow({ before, language, text }: (typeof blocks)[number]): string {
  const [, file] = /`content\/([^`]+)`/.exec(before) ?? [];
  if (language === "sh") return "a command";
  if (before.startsWith("Add to ") && file !== undefined)
    appendFileSync(join(options.content, file), text);
  else if (before.startsWith("Write in an article"))
    appendFileSync(join(options.content, ARTICLE), `\nOne.\n\nTwo.\n\nThree.\n\n${text}`);
  else if (file !== undefined) write(file, text);
  else throw new Error(`The guide does not say where this belongs:\n${text}`);
  return file ?? ARTICLE;
}

let check: Run;
let build: Run;
let bundle: Map<string, string>;
beforeAll(async () => {
  for (const [file, text] of Object.entries(EXAMPLE_PUBLICATION)) write(file, text);
  for (const block of blocks) follow(block);
  const press = checkoutOf("make-it-yours");
  check = await press.check(options);
  build = await press.build(options);
  bundle = new Map(
    [...readBundle(options.out)].map(([path, bytes]) => [path, plainBytes(bytes).toString("utf8")]),
  );
});

test("the guide names every part, and the commands that there are", () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  const commands = blocks.filter(({ language }) => language === "sh");
  const names = commands.flatMap(({ text }) => [...text.matchAll(/npm run (\w+)/g)]);
  expect(names.map(([, name]) => name)).toEqual(["check", "build"]);
  for (const [, name = ""] of names) expect(scripts).toHaveProperty([name]);
  const keys = ["styles", "navigation", "slots", "components", "head", "newsletter", "ads"];
  const site = readFileSync(join(options.content, "site.yaml"), "utf8");
  for (const key of keys) expect(site).toContain(`\n${key}:`);
});

test("what it says passes the check and is built, and both name the hosts", () => {
  const hosts =
    "The security policy of every page lets in: https://letter.paper.example (form); https://stats.paper.example (script, connect).\n";
  expect(check.stdout + check.stderr).toContain("2 articles: no problems.\n");
  expect(check.stdout).toContain(hosts);
  expect(build.code, build.stderr).toBe(0);
  expect(build.stdout).toContain(hosts);
});

test("every part stands on the pages", () => {
  const article = bundle.get("2026/02/sound/index.html") ?? "";
  const front = bundle.get("index.html") ?? "";
  for (const page of [article, front]) {
    expect(page).toContain('<p class="imprint">Printed by The Test Paper, since 1998.</p>');
    expect(page).toMatch(/class="imprint"[^]*<footer class="colophon">/);
    expect(page).toContain('href="https://jobs.paper.example/"');
    expect(page).toContain('href="mailto:desk@paper.example"');
    expect(page).toContain('rel="me"');
    expect(page).toContain('<script defer src="https://stats.paper.example/count.js"');
    expect(page).toContain('action="https://letter.paper.example/subscribe"');
  }
  const footer = /<footer class="colophon">[^]*<\/footer>/.exec(front)?.[0] ?? "";
  expect(footer.match(/<a href="\/tags\/">[^<]*/g)).toEqual(['<a href="/tags/">All topics']);
  expect(article).toContain('<section class="poll">');
  expect(article.match(/<aside class="ad /g)).toHaveLength(2);
  expect(front).not.toContain('<aside class="ad ');
  expect(bundle.get("rss.xml")).toContain("58 of 100 agreed.");
  const css = [...bundle].find(([path]) => /^_astro\/style\./.test(path))?.[1] ?? "";
  expect(css).toMatch(/@layer publication\{\.masthead-name\{[^}]*text-transform:uppercase/);
});

test("each slot, place and key of a component that there is stands in the guide", () => {
  const rows = [...GUIDE.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, name]) => name);
  for (const name of ["masthead", "footer", "below-article", "front", "front-top", "in-article"])
    expect(rows).toContain(name);
});
