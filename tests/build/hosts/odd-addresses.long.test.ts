import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { securityHeaders } from "../../../src/deploy/headers.ts";
import { fileClasses } from "../../../src/deploy/hosting.ts";
import type { Hosting } from "../../../src/deploy/hosting.ts";
import { HOST_WRITERS } from "../../../src/deploy/hosts/host-writers.ts";
import { missingTools } from "../../tools/need.ts";
import { REAL_SERVERS, startServer } from "./real-servers.ts";
import type { RealServer, RunningServer } from "./real-servers.ts";

const directory = mkdtempSync(join(tmpdir(), "stet-odd-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const without = await missingTools(REAL_SERVERS);

/** Signs that some server gives a meaning, and addresses that such an address would stand for then. */
const SIGNS: [path: string, others: string[]][] = [
  ["/br[ai]ck/", ["/brack/"]],
  ["/what?/", ["/whats/"]],
  ["/st*r/", ["/stair/"]],
  ["/{host}/{$HOME}/$uri/", []],
  ["/no#1/", ["/no"]],
  ["/100%/", []],
  ["/%41/", ["/A/"]],
  ["/(a|b)+.c^`\"'/", ["/b.c/"]],
];

const GONE_PAGE = "<h1>It was taken down.</h1>";
const MISSING_PAGE = "There is no such page.";

let server: RunningServer | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
});

/** Starts a server of a bundle that has a front page, a page for missing addresses, and one at each that is gone. */
async function served(
  name: RealServer,
  told: Partial<Pick<Hosting, "headers" | "redirects" | "gone">>,
  files: readonly string[] = [],
): Promise<RunningServer["ask"]> {
  const root = mkdtempSync(join(directory, "www-"));
  const hosting: Hosting = {
    origin: "https://paper.example",
    base: "/",
    headers: securityHeaders(),
    classes: fileClasses(undefined),
    redirects: [],
    queries: [],
    gone: [],
    ...told,
  };
  writeFileSync(join(root, "index.html"), "The front page.");
  writeFileSync(join(root, "404.html"), MISSING_PAGE);
  for (const file of files) writeFileSync(join(root, file), file);
  for (const path of hosting.gone) {
    const file = join(root, path, "index.html");
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, GONE_PAGE);
  }
  server = await startServer(name, { root, folder: directory, hosting });
  return server.ask;
}

/** A path as browsers ask for it. */
function asked(path: string): string {
  return encodeURI(path).replaceAll(/[?#]/g, encodeURIComponent);
}

describe.skipIf(without !== false).each(REAL_SERVERS)("%s", (name) => {
  test("takes signs in old addresses for themselves", async () => {
    const redirects = SIGNS.map(([from], index) => ({
      from,
      to: `https://elsewhere.example/${index}`,
    }));
    const ask = await served(name, { redirects });
    for (const { from, to } of redirects) {
      const { status, headers } = await ask(asked(from));
      expect([status, headers.location], from).toEqual([301, to]);
    }
    for (const other of SIGNS.flatMap(([, others]) => others))
      expect((await ask(other)).status, other).toBe(404);
  });

  test("takes signs in addresses of what was taken down for themselves", async () => {
    const ask = await served(name, { gone: SIGNS.map(([path]) => path) });
    for (const [path, others] of SIGNS) {
      const { status, body } = await ask(asked(path));
      expect([status, body.toString()], path).toEqual([410, GONE_PAGE]);
      expect((await ask(`${asked(path)}index.html`)).status, path).toBe(410);
      for (const other of others) expect((await ask(other)).status, other).toBe(404);
    }
  });

  test("takes no long address for another one", async () => {
    // The longest parts that old addresses can have. Of the count of bytes nginx keeps the lowest eight bits.
    const long = [257, 258, 300, 512, 600].map(
      (length) => `/${`${"!".repeat(200)}/`.repeat(3)}`.slice(0, length - 1) + "/",
    );
    const ask = await served(name, {
      redirects: long.map((from, index) => ({ from, to: `https://elsewhere.example/${index}` })),
      gone: [`/${"a".repeat(200)}/${"b".repeat(100)}/`],
    });
    for (const [index, from] of long.entries())
      expect((await ask(from)).headers.location, String(from.length)).toBe(
        `https://elsewhere.example/${index}`,
      );
    expect((await ask("/")).status).toBe(200);
    for (const path of ["/!", `/${"!".repeat(43)}`]) expect((await ask(path)).status).toBe(404);
    expect((await ask(`/${"a".repeat(200)}/${"b".repeat(100)}/`)).status).toBe(410);
  });

  test("sends a long policy", async () => {
    const hosts = Array.from({ length: 100 }, (_, index) => `https://frames-${index}.ads.example`);
    const headers = securityHeaders({ frames: hosts, media: hosts });
    const ask = await served(name, { headers, gone: ["/withdrawn/"] });
    for (const path of ["/", "/nothing/", "/nothing.jpg", "/withdrawn/", "/withdrawn"])
      expect((await ask(path)).headers, path).toMatchObject({
        "content-security-policy": headers["content-security-policy"],
      });
  });

  test("starts with a target of any length", async () => {
    const to = `https://elsewhere.example/${"x".repeat(5000)}`;
    const redirects = [{ from: "/old/", to }];
    const ask = await served(name, { redirects });
    const { status, headers } = await ask("/old/");
    // nginx cannot be told of it, and says so: there the page leads on.
    if (name === "nginx") {
      expect(status).toBe(404);
      const { notes } = HOST_WRITERS.nginx;
      const hosting = {
        origin: "",
        base: "/",
        headers: {},
        classes: [],
        gone: [],
        queries: [],
        redirects,
      };
      expect(notes(hosting).join(" ")).toContain("One old address is");
    } else expect([status, headers.location]).toEqual([301, to]);
  });

  test("takes no file for a packed copy that has its ending in the middle", async () => {
    const ask = await served(name, {}, ["notes.gz.txt", "notes.br.txt"]);
    for (const path of ["/notes.gz.txt", "/notes.br.txt"])
      for (const coding of ["identity", "gzip, br"]) {
        const { headers, body } = await ask(path, { "accept-encoding": coding });
        expect(headers["content-encoding"], path).toBeUndefined();
        expect(headers["content-type"]?.toLowerCase(), path).toMatch(
          /^text\/plain; ?charset=utf-8$/,
        );
        expect(body.toString(), path).toBe(path.slice(1));
      }
  });

  test("gives the whole page for what is missing or gone, whatever a browser has of it", async () => {
    const ask = await served(name, { gone: ["/withdrawn/"] });
    for (const [path, status, page] of [
      ["/nothing/", 404, MISSING_PAGE],
      ["/withdrawn/", 410, GONE_PAGE],
    ] as const) {
      const { headers } = await ask(path);
      const { etag = '"one"', "last-modified": date = new Date().toUTCString() } = headers;
      const conditions: Record<string, string>[] = [
        { "if-none-match": etag },
        { "if-none-match": "*" },
        { "if-modified-since": date },
        { "if-match": '"other"' },
        { range: "bytes=0-1" },
        { range: "bytes=9999-" },
      ];
      for (const condition of conditions) {
        const got = await ask(path, condition);
        const told = JSON.stringify(condition);
        expect([got.status, got.body.toString()], told).toEqual([status, page]);
        expect(got.headers, told).toMatchObject({
          ...securityHeaders(),
          "content-type": expect.stringMatching(/^text\/html/) as string,
        });
      }
    }
  });
});
