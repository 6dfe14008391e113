import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { securityHeaders } from "../../../src/deploy/headers.ts";
import { hrefWithFragment } from "../../../src/urls/hrefs.ts";
import { fileClasses } from "../../../src/deploy/hosting.ts";
import type { Hosting } from "../../../src/deploy/hosting.ts";
import { HOST_WRITERS } from "../../../src/deploy/hosts/host-writers.ts";
import { missingTools } from "../../tools/need.ts";
import { EMULATED_HOSTS } from "./emulated-hosts.ts";
import { REAL_SERVERS, startServer } from "./real-servers.ts";

const directory = mkdtempSync(join(tmpdir(), "stet-parameters-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const without = await missingTools(REAL_SERVERS);

/** Hosts with rules for parameters. */
const TOLD = ["netlify", "vercel", "s3"] as const;

/** Those that keep the query of a request. */
const KEEPING: ReadonlySet<string> = new Set(["vercel"]);

const HEADERS = securityHeaders({ frames: [], media: [], https: {} });

/** A host, as far as it is asked. */
type Ask = (
  path: string,
) => Promise<{ status: number; location: string | undefined; text: string }>;

const LONGEST = "a".repeat(100);

/** Below the base: what is asked for, and the path that it leads to. */
const LEADING: [asked: string, to: string][] = [
  ["?p=123", "p/123/"],
  ["index.php?p=123", "p/123/"],
  ["?p=Az_09-", "p/Az_09-/"],
  [`?p=${LONGEST}`, `p/${LONGEST}/`],
  ["?page-id=5", "old/pages/5/"],
  ["?feed=rss2", "feed/rss2/"],
  ["?utm_source=x&p=123", "p/123/"],
  ["?p=123&utm_source=x", "p/123/"],
];

/** What is no parameter that leads on. */
const OTHERS = ["", "?", "?utm_source=x", "?pp=1", "?xp=1", "?p", "?P=1", "?feeds=1", "?q=p=1"];

/** Values that no old text had, some of them to lead readers astray. */
const HOSTILE = [
  "//evil.example",
  "/evil.example",
  "%2F%2Fevil.example",
  "https://evil.example/",
  "https:%2f%2fevil.example",
  "..",
  "../..",
  "..%2f..%2fetc",
  "%2e%2e%2f",
  ".",
  "\\evil.example",
  "%5c%5cevil.example",
  "1%0d%0aSet-Cookie:%20a=b",
  "1%0ALocation:%20//evil.example",
  "1%00",
  "1%20",
  "1;2",
  "$1",
  "%241",
  "%%1",
  "{http.request.host}",
  "%{HTTP_HOST}",
  ":id",
  "é",
  "%C3%A9",
  "@evil.example",
  "a".repeat(101),
];

describe.each(["/", "/the paper (é)/"])("below %s", (base) => {
  const site = { origin: "https://paper.example", base: encodeURI(base) };
  const href = (path: string): string => hrefWithFragment(site, path);
  const hosting: Hosting = {
    origin: site.origin,
    base,
    headers: HEADERS,
    classes: fileClasses(undefined),
    queries: [
      { name: "feed", to: href("/feed/") },
      { name: "p", to: href("/p/") },
      { name: "page-id", to: href("/old/pages/") },
    ],
    redirects: [
      // Of the old system's front page without a parameter.
      { from: `${base}index.php`, to: href("/") },
      { from: `${base}index.php/`, to: href("/") },
      { from: `${base}p/123/`, to: href("/2026/03/plain/") },
      { from: `${base}p/5/`, to: href("/") },
    ],
    gone: [],
  };
  const FRONT = "The front page.";
  const STUB = "This page has moved";
  const files = new Map([
    ["index.html", FRONT],
    ["404.html", "There is no such page."],
    ["p/5/index.html", STUB],
  ]);

  const root = mkdtempSync(join(directory, "www-"));
  beforeAll(() => {
    for (const [file, text] of files) {
      mkdirSync(join(root, base, file, ".."), { recursive: true });
      writeFileSync(join(root, base, file), text);
    }
  });

  const hosts: [name: string, isReal: boolean][] = [
    ...REAL_SERVERS.map((name): [string, boolean] => [name, true]),
    // Files of an emulated host lie at its root.
    ...TOLD.map((name): [string, boolean] => [name, false]),
  ];

  describe.each(hosts)("%s", (name, isReal) => {
    let ask: Ask;
    let stop: () => Promise<void> = async () => {};
    beforeAll(async () => {
      if (!isReal) {
        const below = new Map([...files].map(([file, text]) => [base.slice(1) + file, text]));
        const host = EMULATED_HOSTS[name]?.(below, hosting);
        // The emulator of CloudFront looks for the page of errors by its address as it is encoded.
        expect(host?.faults.filter((fault) => !fault.includes("404.html"))).toEqual([]);
        ask = async (path) => {
          const answer = host?.ask({ path: encodeURI(base) + path });
          const { status = 0, headers = {}, file = "" } = answer ?? {};
          return { status, location: headers["location"], text: below.get(file) ?? "" };
        };
        return;
      }
      if (without !== false) return;
      const server = REAL_SERVERS.find((one) => one === name);
      if (server === undefined) throw new Error(`There is no server ${name}.`);
      const running = await startServer(server, { root, hosting, folder: directory });
      stop = running.stop;
      ask = async (path) => {
        const { status, headers, body } = await running.ask(encodeURI(base) + path);
        return { status, location: headers.location, text: body.toString() };
      };
    });
    afterAll(() => stop());

    test.skipIf(isReal && without !== false).each(LEADING)(
      "%s leads on, with 301",
      async (asked, to) => {
        const { status, location = "" } = await ask(asked);
        expect(status).toBe(301);
        const { origin, pathname, search } = new URL(location, site.origin);
        expect(origin + pathname).toBe(site.origin + new URL(href(`/${to}`), site.origin).pathname);
        if (!KEEPING.has(name)) expect(search).toBe("");
      },
    );

    test.skipIf(isReal && without !== false).each(OTHERS)(
      "the front page with %j is the front page",
      async (query) => {
        const { status, text } = await ask(query);
        expect([status, text]).toEqual([200, FRONT]);
      },
    );

    test.skipIf(isReal && without !== false)(
      "the value of a parameter never leads away",
      async () => {
        for (const value of HOSTILE) {
          // As it stands, if it may stand in the first line of a request.
          const asked = /[^!-~]/.test(value) ? encodeURI(value) : value;
          const { status, location, text } = await ask(`?p=${asked}`);
          if (name === "netlify" && status === 301) {
            // Its rules know no forms of values.
            expect(location, value).toMatch(`${href("/p/")}`);
            expect(new URL(location ?? "", site.origin).origin, value).toBe(site.origin);
            expect(location, value).not.toMatch(/[\r\n]/);
          } else expect([status, text, location], value).toEqual([200, FRONT, undefined]);
        }
      },
    );

    test.skipIf(isReal && without !== false)(
      "other pages are as ever, whatever their parameters",
      async () => {
        expect((await ask("nothing/?p=123")).status).toBe(404);
        expect((await ask("p/123/?p=5")).location).toContain("/2026/03/plain/");
        const { status, location = "" } = await ask("index.php");
        expect([status, new URL(location, site.origin).pathname]).toEqual([
          301,
          new URL(href("/"), site.origin).pathname,
        ]);
      },
    );

    test.skipIf(isReal && without !== false)(
      "a parameter whose address leads to the front page leads in no circle",
      async () => {
        let path = "?p=5";
        for (let steps = 0; steps < 5; steps += 1) {
          const { status, location = "", text } = await ask(path);
          if (status === 200) {
            expect([FRONT, STUB]).toContain(text);
            return;
          }
          expect(status).toBe(301);
          const { pathname, search } = new URL(location, site.origin);
          path = pathname.slice(new URL(href("/"), site.origin).pathname.length) + search;
        }
        throw new Error(`It leads on and on: ${path}`);
      },
    );
  });
});

test.each(["cloudflare", "github"] as const)(
  "who publishes with %s is told that parameters lead nowhere there",
  (name) => {
    const hosting: Hosting = {
      origin: "https://paper.example",
      base: "/",
      headers: HEADERS,
      classes: fileClasses(undefined),
      redirects: [],
      queries: [],
      gone: [],
    };
    const told = /with a parameter/;
    expect(HOST_WRITERS[name].notes(hosting).join("\n")).not.toMatch(told);
    const queries = [{ name: "p", to: "/p/" }];
    expect(HOST_WRITERS[name].notes({ ...hosting, queries }).join("\n")).toMatch(told);
  },
);
