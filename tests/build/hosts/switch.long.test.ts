import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hostingOf } from "../../../src/deploy/hosting.ts";
import { aPublication } from "../../fixtures/domain-values.ts";
import { photograph } from "../../fixtures/image-files.ts";
import { ROOT } from "../../structure/project-files.ts";
import { missingTools } from "../../tools/need.ts";
import { GOOD_PUBLICATION, text } from "../bad-inputs/good-publication.ts";
import { checkoutOf } from "../checkout.ts";
import { assertBuilt, buildIn } from "../checkout-commands.ts";
import { writeContent } from "../publication.ts";
import { startServer } from "./real-servers.ts";
import type { RunningServer } from "./real-servers.ts";

/** So many readers load pages at once, for so long after the switch; at most a minute in all. */
const READERS = 4;
const AFTER_MS = 1500;

const directory = mkdtempSync(join(tmpdir(), "stet-switch-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** The commands of the guide, for a server whose files are in `www` and a bundle in `dist`. */
function guideCommands(www: string, dist: string): string {
  const guide = readFileSync(join(ROOT, "docs/deploy.md"), "utf8");
  const [, commands = ""] = /## A switch that nobody sees[^]*?```sh\n([^]*?)```/.exec(guide) ?? [];
  expect(commands).toContain("/srv/www");
  return commands.replaceAll("/srv/www", www).replaceAll(/\bdist\b/g, dist);
}

const without = await missingTools(["nginx"]);

describe.skipIf(without !== false)("while one bundle takes the place of another on nginx", () => {
  const www = join(directory, "www");
  const [first, second] = ["first", "second"].map((name) => join(directory, name));
  const run = promisify(execFile);
  let server: RunningServer;

  beforeAll(async () => {
    mkdirSync(www);
    const checkout = checkoutOf("switch");
    const options = buildIn(join(directory, "paper"), "2026-04-01T12:00:00Z");
    const site = String(GOOD_PUBLICATION["site.yaml"]);
    for (const [file, content] of Object.entries(GOOD_PUBLICATION))
      writeContent(options.content, file, content);
    for (const [out, accent, seed] of [
      [first, "#1f5c8b", 1],
      [second, "#8b1f2c", 2],
    ] as const) {
      writeContent(options.content, "site.yaml", `${site}colours: { accent: "${accent}" }\n`);
      writeContent(options.content, "articles/2026/03/lock.jpg", await photograph(900, 600, seed));
      writeContent(
        options.content,
        "articles/2026/03/pictures.mdx",
        text({}, `![A lock](./lock.jpg)\n\nWords number ${seed}.`),
      );
      assertBuilt(await checkout.build({ ...options, out: out ?? "" }));
    }
    await run("bash", ["-ec", guideCommands(www, first ?? "")]);
    const hosting = hostingOf(aPublication([]));
    server = await startServer("nginx", {
      root: join(www, "current"),
      folder: directory,
      hosting: { ...hosting, base: "/" },
    });
  });
  afterAll(() => server?.stop());

  /** Loads a page with all that belongs to it; gives what was not there. */
  async function load(address: string): Promise<string[]> {
    const page = await server.ask(address);
    if (page.status !== 200) return [`${address} ${page.status}`];
    const html = page.body.toString();
    const found = new Set(
      [...html.matchAll(/(?:href|src|srcset)="([^"]*)"/g)]
        .flatMap(([, value = ""]) => value.split(","))
        .map((value) => value.trim().split(" ")[0] ?? "")
        .filter((value) => /^\/(?:_astro|media|pagefind)\//.test(value)),
    );
    // As a browser does, after it has read the page.
    await setTimeout(100);
    const missing: string[] = [];
    for (const one of found) {
      const { status } = await server.ask(one);
      if (status !== 200) missing.push(`${one} of ${address} ${status}`);
    }
    return missing;
  }

  /** Asks for what the search reads first. */
  async function search(): Promise<string[]> {
    const list = await server.ask("/pagefind/periods.json");
    if (list.status !== 200) return [`periods.json ${list.status}`];
    const { periods } = JSON.parse(list.body.toString()) as {
      periods: { name: string; meta: string }[];
    };
    await setTimeout(100);
    const asked = periods.map(({ name, meta }) => `/pagefind/${name}/${meta}.pf_meta`);
    const answers = await Promise.all(asked.map((path) => server.ask(path)));
    return answers.flatMap(({ status }, at) =>
      status === 200 ? [] : [`${asked[at] ?? ""} ${status}`],
    );
  }

  test("no reader misses a style, a script, a picture, a part of the search or a feed", async () => {
    let isOver = false;
    let loads = 0;
    const missing: string[] = [];
    const reader = async (): Promise<void> => {
      while (!isOver) {
        for (const address of ["/", "/2026/03/pictures/", "/search/"])
          missing.push(...(await load(address)));
        missing.push(...(await search()));
        const feed = await server.ask("/rss.xml");
        if (feed.status !== 200) missing.push(`rss.xml ${feed.status}`);
        loads += 1;
      }
    };
    const readers = Array.from({ length: READERS }, reader);
    const before = (await server.ask("/2026/03/pictures/")).body.toString();
    await setTimeout(AFTER_MS);
    await run("bash", ["-ec", guideCommands(www, second ?? "")]);
    await setTimeout(AFTER_MS);
    isOver = true;
    await Promise.all(readers);
    const after = (await server.ask("/2026/03/pictures/")).body.toString();
    expect(missing).toEqual([]);
    expect(loads).toBeGreaterThan(READERS);
    expect([before, after].map((html) => /Words number \d/.exec(html)?.[0])).toEqual([
      "Words number 1",
      "Words number 2",
    ]);
    const styles = (html: string): string[] =>
      [...html.matchAll(/\/(?:_astro|media)\/[\w./-]+/g)].map(([path]) => path);
    const gone = styles(before).filter((path) => !styles(after).includes(path));
    expect(gone.length).toBeGreaterThan(0);
    for (const path of gone) expect((await server.ask(path)).status, path).toBe(200);
  });
});
