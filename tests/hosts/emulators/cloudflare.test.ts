import { describe, expect, test } from "vitest";
import { checkExample } from "./check-example.ts";
import { faults, serve } from "./cloudflare.ts";
import { CLOUDFLARE_EXAMPLES } from "./examples/cloudflare.ts";

/** The faults of a bundle with these lines, and an empty file at each path. */
function faultsOf({ headers = "", redirects = "", paths = [] as string[] }): string[] {
  const files = new Map(["404.html", ...paths].map((path) => [path, ""]));
  return faults({ files: files.set("_headers", headers).set("_redirects", redirects) });
}

test.each(CLOUDFLARE_EXAMPLES)("on Cloudflare, $name", (example) => {
  checkExample(
    example,
    (files, { headers = "", redirects = "", ...more }) => ({
      files: files.set("_headers", headers).set("_redirects", redirects),
      ...more,
    }),
    serve,
  );
});

test.each(CLOUDFLARE_EXAMPLES)("Cloudflare takes as written: $name", ({ config }) => {
  const { headers, redirects } = config;
  expect(faultsOf({ headers, redirects })).toEqual([]);
});

describe("a fault is found in _headers:", () => {
  test.each([
    ["X-A: b", "_headers:1: a header without a path above it: X-A: b"],
    ["/*\n  X-A", "_headers:2: neither a path nor a header: X-A"],
    ["/*\n  X-A:", "_headers:2: a header without name or value: X-A:"],
    ["/*\n  ! X-A: b", "_headers:2: a space in the name of a header: ! X-A: b"],
    ["/*/a/*\n  X-A: b", "_headers:1: ignored, as it has two * or one placeholder twice: /*/a/*"],
    ["http://a.example/*\n  X-A: b", "_headers:1: an address begins with a slash or https://"],
    ["https://a.example:8080/*\n  X-A: b", "_headers:1: a port in an address"],
    [`/*\n  X-A: ${"b".repeat(2000)}`, "_headers:2: longer than 2000 characters"],
    ["/a\n  X-A: b\n/a\n  X-B: c", "_headers: a later block replaces the one before it: /a"],
    ["/*", "_headers: no header below /*"],
  ])("%.40j", (headers, fault) => {
    expect(faultsOf({ headers }).join("\n")).toContain(fault);
  });

  test("a line of 2,001 characters, but not one of 2,000", () => {
    const line = (length: number): string => "  X-A: ".padEnd(length, "b");
    expect(faultsOf({ headers: `/*\n${line(2000)}` })).toEqual([]);
    expect(faultsOf({ headers: `/*\n  X-C: d\n${line(2001)}` })).toEqual([
      "_headers:3: longer than 2000 characters",
    ]);
  });

  test("more than 100 rules, of which the rest does not apply", () => {
    const rules = (count: number): string =>
      Array.from({ length: count }, (_, n) => `/a${n}\n  X-A: b\n`).join("");
    expect(faultsOf({ headers: rules(100) })).toEqual([]);
    expect(faultsOf({ headers: rules(101) })).toEqual([
      "_headers: 101 rules, of which 100 are read",
    ]);
    const files = new Map(["a99", "a100"].map((path) => [path, ""]));
    const bundle = { files: files.set("_headers", rules(101)) };
    expect(serve(bundle, { path: "/a99" }).headers["x-a"]).toBe("b");
    expect(serve(bundle, { path: "/a100" }).headers["x-a"]).toBeUndefined();
  });

  test("rules that join values of a header with one value", () => {
    const joined = "/*\n  Cache-Control: no-cache\n/assets/*\n  Cache-Control: immutable\n";
    const paths = ["assets/a.js", "b.js"];
    expect(faultsOf({ headers: joined, paths })).toEqual([
      "_headers: two values of cache-control are joined for /assets/a.js",
    ]);
    const detached = joined.replace("/assets/*\n", "/assets/*\n  ! Cache-Control\n");
    expect(faultsOf({ headers: detached, paths })).toEqual([]);
  });
});

describe("a fault is found in _redirects:", () => {
  test.each([
    ["/a", "_redirects:1: not a path, a target and a status: /a"],
    ["/a /b 301 Country=de", "_redirects:1: not a path, a target and a status"],
    ["/a /b 410", "_redirects:1: none of the statuses 200, 301, 302, 303, 307, 308: 410"],
    ["/a /b 301!", "_redirects:1: none of the statuses 200, 301, 302, 303, 307, 308: 301!"],
    ["https://a.example/ /b", "_redirects:1: a redirect of another host"],
    ["/a https://b.example/ 200", "_redirects:1: a proxy of another host"],
    ["/* /index.html 200", "_redirects:1: ignored, as the target is redirected back: /*"],
    ["/a /b\n/a /c", "_redirects:2: ignored, as an earlier line is for the same path: /a"],
    ["/a/* /b\n/c /d", "_redirects:2: counts as dynamic, as one is above it: /c"],
    [`/a /${"b".repeat(1000)}`, "_redirects:1: longer than 1000 characters"],
  ])("%.40j", (redirects, fault) => {
    expect(faultsOf({ redirects }).join("\n")).toContain(fault);
  });

  test("more than 2,000 static rules or 100 dynamic ones", () => {
    const lines = (count: number, end: string): string =>
      Array.from({ length: count }, (_, n) => `/a${n}${end} /b\n`).join("");
    expect(faultsOf({ redirects: lines(2000, "") + lines(100, "/*") })).toEqual([]);
    expect(faultsOf({ redirects: lines(2001, "") })).toEqual([
      "_redirects:2001: ignored, as there are more than 2000 static rules",
    ]);
    expect(faultsOf({ redirects: lines(101, "/*") })).toEqual([
      "_redirects:101: ignored, as there are more than 100 dynamic rules",
    ]);
  });
});

test("without a top 404.html, or what sends it, a fault is found", () => {
  const files = new Map([["index.html", ""]]);
  expect(faults({ files })).toEqual([
    "no 404.html: the home page is sent for every address that there is not",
  ]);
  expect(faults({ files, product: "workers" })).toEqual([
    "404.html is not sent unless not_found_handling is 404-page",
  ]);
});

test("more files than a project may have, or larger ones, are a fault", () => {
  const many = (count: number): Map<string, string> =>
    new Map(Array.from({ length: count }, (_, n) => [n === 0 ? "404.html" : `${n}.txt`, ""]));
  expect(faults({ files: many(20_000) })).toEqual([]);
  expect(faults({ files: many(20_001) })).toEqual(["20001 files, of 20000 at most"]);
  const files = many(1).set("large.bin", "a".repeat(25 * 1024 * 1024));
  expect(faults({ files })).toEqual([]);
  expect(faults({ files: files.set("large.bin", "a".repeat(25 * 1024 * 1024 + 1)) })).toEqual([
    "large.bin is larger than 25 MiB",
  ]);
});

test("a client that has the file already is answered with 304", () => {
  const files = new Map([["a.txt", "text"]]);
  const tag = serve({ files }, { path: "/a.txt" }).headers["etag"] ?? "";
  const again = { path: "/a.txt", headers: { "If-None-Match": `W/${tag}` } };
  expect(serve({ files }, again)).toMatchObject({ status: 304, headers: { etag: tag } });
});

test("rules apply to redirects and to pages for 404 too", () => {
  const files = new Map([
    ["404.html", ""],
    ["_headers", "/*\n  X-A: b\n"],
    ["_redirects", "/old /new 301\n"],
  ]);
  expect(serve({ files }, { path: "/old" })).toMatchObject({
    status: 301,
    headers: { "x-a": "b" },
  });
  expect(serve({ files }, { path: "/no" })).toMatchObject({ status: 404, headers: { "x-a": "b" } });
});

test("Pages keeps pages for 404 out of caches, whatever rules say", () => {
  const files = new Map([
    ["404.html", ""],
    ["_headers", "/*\n  Cache-Control: max-age=60\n"],
  ]);
  expect(serve({ files }, { path: "/no" }).headers["cache-control"]).toBe("no-store");
});

test("requests that are not for reading are refused", () => {
  const files = new Map([["index.html", ""]]);
  expect(serve({ files }, { method: "POST", path: "/" }).status).toBe(405);
});
