import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runImport } from "../../../src/cli/run-import.ts";
import type { ImportContext } from "../../../src/cli/run-import.ts";
import type { ImportOptions } from "../../../src/import/import-archive.ts";
import { NO_MAP } from "../../../src/import/import-map.ts";
import type { Ledger } from "../../../src/import/ledger.ts";
import { readWordPress } from "../../../src/import/wordpress/read-wordpress.ts";
import { ProcessPool } from "../../../src/workers/process-pool.ts";
import { ROOT } from "../../structure/project-files.ts";
import { missingTools } from "../../tools/need.ts";
import { bundleDifferences, readBundle } from "../bundles.ts";
import { checkoutOf } from "../checkout.ts";
import { hostedBundle } from "../hosts/hosted-bundle.ts";
import type { HostedBundle } from "../hosts/hosted-bundle.ts";
import { htmlFaults } from "../pages/html-faults.ts";
import { linkFaults } from "../pages/link-faults.ts";
import { securityFaults } from "../pages/security-faults.ts";
import { startServer } from "../hosts/real-servers.ts";
import type { RunningServer } from "../hosts/real-servers.ts";

/** Exports that others published for tests of importers. They are not part of the project. */
const FOLDER = join(ROOT, "../shared/fixtures/wxr");
const EXPORT = join(FOLDER, "theme-test-2024.xml");
const absent = existsSync(EXPORT) ? false : `no exports of others in ${FOLDER}`;
const without = absent === false ? await missingTools(["nginx"]) : absent;
if (without !== false) console.log(`Skipped: ${without}.`);

const base = mkdtempSync(join(tmpdir(), "stet-moved-in-"));
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** Imports an export; gives the exit code and what was printed. */
async function run(
  files: string[],
  out: string,
  more: Partial<Omit<ImportOptions, "workers" | "onProgress">> = {},
): Promise<{ code: number; stdout: string; stderr: string }> {
  const said = { stdout: "", stderr: "" };
  const context: ImportContext = {
    packageRoot: ROOT,
    projectRoot: base,
    environment: {},
    node: process.version,
    clock: () => Date.UTC(2026, 2, 1),
    timer: () => 0,
    stdout: { write: (text) => (said.stdout += text) },
    stderr: { write: (text) => (said.stderr += text) },
    workers: new ProcessPool(),
    cwd: base,
  };
  const options = { map: NO_MAP, force: false, dryRun: false, ...more, out };
  const code = await runImport(context, readWordPress(files), options);
  return { code, ...said };
}

describe.skipIf(without !== false)("an archive that was moved in", () => {
  const content = join(base, "content");
  let ledger: Ledger;
  let summary = "";
  let bundle: HostedBundle;
  let server: RunningServer;

  beforeAll(async () => {
    const { code, stdout, stderr } = await run([EXPORT], content);
    summary = stdout;
    expect([code, stderr.includes("Nothing was written")], stdout + stderr).toEqual([0, false]);
    ledger = JSON.parse(readFileSync(join(content, ".import/ledger.json"), "utf8")) as Ledger;
    bundle = await hostedBundle(
      checkoutOf("moved-in"),
      // The content is there already.
      { now: "2026-03-01T00:00:00Z", fill: () => undefined },
      base,
    );
    server = await startServer("nginx", {
      root: bundle.root,
      folder: base,
      hosting: bundle.hosting,
    });
  });
  afterAll(() => server?.stop());

  /** The address at which a request ends, and what it is answered. */
  async function follow(target: string): Promise<{ path: string; status: number }> {
    let path = target;
    for (let hops = 0; hops < 5; hops += 1) {
      const { status, headers } = await server.ask(path);
      if (status !== 301) return { path, status };
      const { pathname, search } = new URL(headers.location ?? "", "http://localhost/");
      path = pathname + search;
    }
    return { path, status: 310 };
  }

  test("is summed up for people", () => {
    expect(summary.replaceAll(base, "…")).toMatchSnapshot();
  });

  test("answers every old address of what is public, also those that differ behind the ? alone", async () => {
    const wrong: string[] = [];
    const now = new Set(bundle.files);
    for (const { before, after, state, kind } of ledger.texts) {
      if (state !== "public" || !now.has(`${after.slice(1)}index.html`)) continue;
      for (const old of before) {
        const { pathname, search } = new URL(old);
        const found = await follow(pathname + search);
        const isRight = found.status === 200 && decodeURI(found.path) === after;
        if (!isRight) wrong.push(`${kind} ${old} ${found.status} ${found.path}, not ${after}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(ledger.forHost).toEqual([]);
  });

  test("answers the old addresses of feeds with the new feeds", async () => {
    for (const [old, now] of [
      ["/feed/", "/rss.xml"],
      ["/feed/atom/", "/atom.xml"],
      ["/category/block/feed/", "/block/rss.xml"],
      ["/author/themereviewteam/feed/", "/authors/themereviewteam/rss.xml"],
    ] as const)
      expect(await follow(old)).toEqual({ path: now, status: 200 });
  });

  test("keeps what articles were called in the old feeds", async () => {
    const feed = (await server.ask("/rss.xml")).body.toString();
    const guids = new Map(
      Array.from(
        feed.matchAll(/<link>([^<]*)<\/link><guid[^>]*>([^<]*)</g),
        ([, link = "", guid = ""]) => [decodeURI(new URL(link).pathname), guid],
      ),
    );
    expect(guids.size).toBeGreaterThan(40);
    const kept = ledger.texts.flatMap(({ file, after }) => {
      const front = readFileSync(join(content, file), "utf8");
      const feedId = /^feedId: (.*)$/m.exec(front)?.[1];
      return feedId === undefined || !guids.has(after) ? [] : [[after, feedId]];
    });
    expect(kept.length).toBeGreaterThan(40);
    for (const [after = "", feedId] of kept) expect(guids.get(after), after).toBe(feedId);
  });

  test("has pages like any other: valid, with no dead address and nothing that runs", () => {
    const built = readBundle(bundle.root);
    const home = new URL("https://wpthemetestdata.wordpress.com/");
    const pages = [...built].filter(([path]) => /^(?!\.stet).*\.html$/.test(path));
    expect(pages.length).toBeGreaterThan(300);
    const faults = [
      ...pages.flatMap(([path, bytes]) => htmlFaults(path, bytes.toString("utf8"))),
      ...linkFaults(built, home),
    ];
    // Headlines are as long as the archive has them.
    expect(faults.filter(({ cause }) => cause !== "html long-title")).toEqual([]);
    for (const [path, bytes] of pages) expect(securityFaults(path, bytes, home), path).toEqual([]);
  });

  test("shows nothing that was not public", () => {
    const hidden = ledger.texts.filter(({ state }) => state === "draft");
    expect(hidden.map(({ why }) => why ?? "draft").sort()).toEqual(["draft", "has a password"]);
    for (const { after } of hidden)
      expect(bundle.files, after).not.toContain(`${after.slice(1)}index.html`);
  });

  test("has no address of e-mail or the network of those who commented", () => {
    const raw = readFileSync(EXPORT, "utf8");
    const secrets = new Set(
      [...raw.matchAll(/<wp:comment_author_(?:email|IP)>(?:<!\[CDATA\[)?([^<\]]+)/g)].map(
        ([, secret = ""]) => secret.trim(),
      ),
    );
    secrets.delete("");
    expect(secrets.size).toBeGreaterThan(1);
    for (const [path, bytes] of readBundle(content))
      for (const secret of secrets)
        expect(bytes.includes(secret), `${path}: ${secret}`).toBe(false);
  });

  test("accounts for everything in it", () => {
    for (const { kind, inArchive, imported, leftOut } of ledger.totals)
      expect(imported + leftOut, kind).toBe(inArchive);
    expect(ledger.texts).toHaveLength(79);
    expect(
      ledger.files.every(({ file, why }) => (file === undefined) !== (why === undefined)),
    ).toBe(true);
  });

  test("is the same when it is imported again", async () => {
    const before = readBundle(content);
    expect((await run([EXPORT], content)).code).toBe(0);
    expect(bundleDifferences(readBundle(content), before)).toEqual([]);
  });
});

describe.skipIf(absent !== false)("an export of others", () => {
  test.each(readable())("%s becomes a publication without an error", async (name) => {
    const out = join(base, name);
    const { code, stdout, stderr } = await run([join(FOLDER, name)], out, {
      base: "https://paper.example/",
    });
    expect([code, stdout + stderr]).toEqual([0, expect.stringContaining("0 errors") as string]);
    expect(readdirSync(out)).toContain("site.yaml");
  });

  test("that is damaged is refused with its line, and nothing is written", async () => {
    const out = join(base, "malformed");
    const { code, stderr } = await run([join(FOLDER, "imp-malformed.xml")], out);
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/imp-malformed\.xml:\d+:\d+: /) as string,
    ]);
    expect(existsSync(out)).toBe(false);
  });

  test("that is no export at all is refused, all files at once", async () => {
    const files = { "page.xml": "<!doctype html><p>Not found", "zip.xml": "PK\u0003\u0004" };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(base, name), text);
    const out = join(base, "none");
    const named = Object.keys(files).map((name) => join(base, name));
    const { code, stderr } = await run(named, out);
    expect(code).toBe(2);
    for (const name of named) expect(stderr).toContain(name);
    expect(existsSync(out)).toBe(false);
  });
});

function readable(): string[] {
  return absent === false
    ? readdirSync(FOLDER).filter((name) => !/malformed|theme-test/.test(name))
    : [];
}
