import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contentType } from "../../../src/deploy/content-type.ts";
import { fileHeaders, HIDDEN_FILES } from "../../../src/deploy/hosting.ts";
import { missingTools, need } from "../../tools/need.ts";
import { checkoutOf } from "../checkout.ts";
import { CORPUS, CORPUS_NOW, corpusIsMissing } from "../corpus.ts";
import { askAll, HOST_ANSWERS } from "./host-answers.ts";
import { addressOf, hostedBundle, smallPublication } from "./hosted-bundle.ts";
import type { BundleSource, HostedBundle } from "./hosted-bundle.ts";
import { REAL_SERVERS, startServer, startVarnish } from "./real-servers.ts";
import type { Answer, RunningServer } from "./real-servers.ts";

const directory = mkdtempSync(join(tmpdir(), "stet-hosts-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const without = await missingTools([...REAL_SERVERS, "python3", "varnish"]);

const ARCHIVE: BundleSource = {
  now: CORPUS_NOW,
  fill: (content) => cpSync(CORPUS, content, { recursive: true }),
};

const BUNDLES: [name: string, source: BundleSource][] = [
  ["at the root", smallPublication("https://paper.example/")],
  ["below a path", smallPublication("https://paper.example/the paper (é)/")],
  ...(corpusIsMissing === false
    ? [["of a real archive of 507 articles", ARCHIVE] as [string, BundleSource]]
    : []),
];

/** Visits a feed with feedparser, again with what it was given as validator, and again with the date. */
const TWO_VISITS = `
import feedparser, sys
first = feedparser.parse(sys.argv[1])
print(first.status,
      feedparser.parse(sys.argv[1], etag=first.etag).status,
      feedparser.parse(sys.argv[1], modified=first.modified).status)
`;

const UNPACK: Record<string, (bytes: Buffer) => Buffer> = {
  gzip: gunzipSync,
  br: brotliDecompressSync,
};

describe.skipIf(without !== false).each(BUNDLES)("a bundle %s", (_, source) => {
  let bundle: HostedBundle;
  beforeAll(async () => {
    bundle = await hostedBundle(
      checkoutOf("hosts"),
      source,
      mkdtempSync(join(directory, "bundle-")),
    );
  });

  describe.each(REAL_SERVERS)("on %s", (name) => {
    let server: RunningServer;
    beforeAll(async () => {
      const { root, hosting } = bundle;
      server = await startServer(name, { root, hosting, folder: directory });
    });
    afterAll(() => server?.stop());
    const ask = (path: string, headers?: Record<string, string>, method?: string) =>
      server.ask(encodeURI(bundle.hosting.base) + path, headers, method);

    /** Files that are answered as they are, one of each type and class. */
    const kinds = (): string[] => {
      const { files, hosting } = bundle;
      const moved = new Set([...hosting.redirects.map(({ from }) => from), ...hosting.gone]);
      const byKind = new Map<string, string>();
      for (const file of files) {
        const path = decodeURI(addressOf(file, hosting));
        const kind = `${contentType(file)} ${JSON.stringify(fileHeaders(file, hosting))}`;
        if (!moved.has(path) && !byKind.has(kind)) byKind.set(kind, file);
      }
      return [...byKind.values()];
    };

    const find = (name: RegExp): string => bundle.files.find((file) => name.test(file)) ?? "";
    /** What is shown by other sites too: a film, or at least a picture. */
    const film = (): string => find(/\.webm$/) || find(/\.jpg$/);
    /** The address of an article below the base. */
    const article = (): string =>
      find(/^\d{4}\/\d{2}\/(?!old-name|withdrawn)[a-z][^/]*\/index\.html$/).replace(
        /index\.html$/,
        "",
      );

    test("every kind of file has its type and its headers, packed and not, and HEAD has the same", async () => {
      const { hosting, folder, packed } = bundle;
      for (const file of kinds()) {
        const address = addressOf(file, hosting);
        // Brotli needs a module that nginx has only with another package; host-pages.long.test.ts has it.
        for (const coding of name === "nginx" ? ["identity", "gzip"] : ["identity", "gzip", "br"]) {
          const asked = { "accept-encoding": coding };
          const got = await server.ask(address, asked);
          const isPacked = coding !== "identity" && packed.has(file);
          expect(got.status, address).toBe(200);
          expect(typeOf(got), address).toBe(contentType(file));
          expect(got.headers, address).toMatchObject(fileHeaders(file, hosting));
          expect(got.headers["content-encoding"], address).toBe(isPacked ? coding : undefined);
          const unpack = (isPacked && UNPACK[coding]) || ((bytes: Buffer) => bytes);
          expect(unpack(got.body).equals(readFileSync(join(folder, file))), address).toBe(true);
          expect(got.headers["content-language"], address).toBeUndefined();
          if (packed.has(file))
            expect(String(got.headers.vary), address).toMatch(/accept-encoding/i);
          const head = await server.ask(address, asked, "HEAD");
          expect([head.status, typeOf(head), head.body.length], address).toEqual([
            200,
            contentType(file),
            0,
          ]);
        }
      }
    });

    test("all questions are answered as the guide says", async () => {
      if (source === ARCHIVE) return;
      expect(await askAll(server.ask, bundle, true)).toEqual(HOST_ANSWERS[name]);
    });

    test("a second visit is answered with 304, by validator and by date, packed and not", async () => {
      const { hosting, packed } = bundle;
      for (const file of ["index.html", "rss.xml", "feed.json", film()]) {
        const address = addressOf(file, hosting);
        const tags = new Set<string>();
        for (const coding of ["identity", "gzip"]) {
          const asked = { "accept-encoding": coding };
          const { headers } = await server.ask(address, asked);
          const { etag = "", "last-modified": date = "" } = headers;
          tags.add(etag);
          const later = new Date(Date.parse(date) + 60_000).toUTCString();
          const earlier = new Date(Date.parse(date) - 60_000).toUTCString();
          const second = await server.ask(address, { ...asked, "if-none-match": etag });
          expect(second.status, `${address} ${coding}`).toBe(304);
          expect(second.headers).toMatchObject({
            etag,
            "cache-control": headers["cache-control"] ?? "",
          });
          for (const [condition, status] of [
            [{ "if-modified-since": date }, 304],
            [{ "if-modified-since": later }, 304],
            [{ "if-modified-since": earlier }, 200],
            [{ "if-none-match": '"other"' }, 200],
          ] as const)
            expect(
              (await server.ask(address, { ...asked, ...condition })).status,
              JSON.stringify(condition),
            ).toBe(status);
        }
        // Other bytes are another representation (RFC 9110, section 8.8.3.3).
        expect(tags.size, address).toBe(packed.has(file) ? 2 : 1);
      }
    });

    test("feedparser has 304 on its second visit", async () => {
      const feed = `http://127.0.0.1:${server.port}${addressOf("rss.xml", bundle.hosting)}`;
      const reader = promisify(execFile)(await need("python3"), ["-c", TWO_VISITS, feed]);
      expect((await reader).stdout.trim()).toBe("200 304 304");
    });

    test("Varnish before it keeps feeds for a while and asks for pages each time", async () => {
      const varnish = await startVarnish(server, directory);
      try {
        const { hosting, folder } = bundle;
        const seen = async (file: string, headers = {}): Promise<Answer> =>
          varnish.ask(addressOf(file, hosting), headers);
        for (const coding of ["identity", "gzip"]) {
          const asked = { "accept-encoding": coding };
          const { headers, status } = await seen("rss.xml", asked);
          expect([status, headers["content-type"]?.replace(/;.*/, "")]).toEqual([
            200,
            "application/rss+xml",
          ]);
          const { etag = "" } = headers;
          expect((await seen("rss.xml", { ...asked, "if-none-match": etag })).status).toBe(304);
        }
        const page = readFileSync(join(folder, "index.html"), "utf8");
        const copies = ["", ".gz", ".br"].map((ending) => join(folder, `index.html${ending}`));
        const before = copies.map((file) => readFileSync(file));
        await seen("index.html");
        for (const file of copies.slice(1)) rmSync(file);
        writeFileSync(copies[0] ?? "", page.replace("<title>", "<title>Changed: "));
        expect((await seen("index.html")).body.toString()).toContain("<title>Changed: ");
        for (const [index, file] of copies.entries()) {
          writeFileSync(file, before[index] ?? "");
          utimesSync(file, 1.7e9, 1.7e9);
        }
      } finally {
        await varnish.stop();
      }
    });

    test("old addresses lead on, with 301", async () => {
      const { redirects, base } = bundle.hosting;
      expect(redirects.length).toBeGreaterThanOrEqual(source === ARCHIVE ? 0 : 5);
      for (const { from, to } of redirects) {
        const got = await server.ask(encodeURI(from));
        expect([got.status, inOneSpelling(got.headers.location)], from).toEqual([
          301,
          inOneSpelling(to),
        ]);
      }
      // None of them stands for another address.
      for (const path of [article(), ""]) expect((await ask(path)).status, base + path).toBe(200);
    });

    test("what was taken down is answered with 410 and its page", async () => {
      const { gone, headers } = bundle.hosting;
      expect(gone).toHaveLength(source === ARCHIVE ? 0 : 3);
      for (const path of gone) {
        const got = await server.ask(encodeURI(path));
        expect([got.status, typeOf(got)], path).toEqual([410, "text/html; charset=utf-8"]);
        expect(got.headers, path).toMatchObject({ ...headers, "cache-control": "no-cache" });
        expect(got.body.toString(), path).toContain("<h1");
      }
    });

    test("what is not there is answered with 404 and the page for that, whatever it is called", async () => {
      const page = readFileSync(join(bundle.folder, "404.html"));
      for (const path of [
        "nothing/",
        "nothing.xml",
        "2026/nothing.jpg",
        "_astro/nothing.css",
        ...HIDDEN_FILES,
        ".stet-kept/kept.html",
      ]) {
        const got = await ask(path);
        expect([got.status, typeOf(got)], path).toEqual([404, "text/html; charset=utf-8"]);
        expect(got.headers, path).toMatchObject(bundle.hosting.headers);
        expect(got.body.equals(page), path).toBe(true);
      }
    });

    test("an address without its closing slash leads to the one with it", async () => {
      const got = await ask(article().slice(0, -1));
      expect([301, 308]).toContain(got.status);
      expect(new URL(inOneSpelling(got.headers.location)).pathname).toBe(
        new URL(inOneSpelling(encodeURI(bundle.hosting.base) + article())).pathname,
      );
    });

    test("a part of a film is given where one is asked for", async () => {
      const got = await ask(film(), { range: "bytes=2-4" });
      const whole = readFileSync(join(bundle.folder, film()));
      expect(got.status).toBe(206);
      expect(got.body.equals(whole.subarray(2, 5))).toBe(true);
      expect(got.headers["content-range"]).toBe(`bytes 2-4/${whole.length}`);
      expect(got.headers["cross-origin-resource-policy"]).toBe("cross-origin");
    });

    test("nothing is read outside the bundle, and nothing is written", async () => {
      for (const path of [
        "..%2f..%2fetc/passwd",
        "%2e%2e/%2e%2e/etc/passwd",
        ".htaccess",
        ".git/config",
      ]) {
        const { status, body } = await ask(path);
        expect([400, 403, 404], path).toContain(status);
        expect(body.toString()).not.toContain("root:");
      }
      expect((await ask("", {}, "POST")).status).toBe(405);
      expect([403, 404, 405]).toContain((await ask("new.html", {}, "PUT")).status);
    });
  });
});

/** In one spelling: servers differ in blanks and capitals. */
function typeOf({ headers }: Answer): string | undefined {
  return headers["content-type"]?.replace(/;\s*/, "; ").toLowerCase();
}

/** An address with its host, as all servers would write it: they differ in what they encode, and how. */
function inOneSpelling(address = ""): string {
  const { href } = new URL(address, "https://paper.example");
  return href.replaceAll("%24", "$").replaceAll(/%[\da-f]{2}/gi, (code) => code.toUpperCase());
}
