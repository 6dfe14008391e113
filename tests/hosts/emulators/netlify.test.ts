import { describe, expect, test } from "vitest";
import { checkExample } from "./check-example.ts";
import { NETLIFY_EXAMPLES } from "./examples/netlify.ts";
import { faults, serve } from "./netlify.ts";

/** The faults of a bundle with these lines, and an empty file at each path. */
function faultsOf({ headers = "", redirects = "", paths = [] as string[] }): string[] {
  const files = new Map(paths.map((path) => [path, ""]));
  return faults({ files: files.set("_headers", headers).set("_redirects", redirects) });
}

test.each(NETLIFY_EXAMPLES)("on Netlify, $name", (example) => {
  checkExample(
    example,
    (files, { headers = "", redirects = "", prettyUrls }) => ({
      files: files.set("_headers", headers).set("_redirects", redirects),
      prettyUrls,
    }),
    serve,
  );
});

test.each(NETLIFY_EXAMPLES.filter(({ name }) => !name.includes("ignored")))(
  "Netlify takes as written: $name",
  ({ config: { headers, redirects } }) => {
    expect(faultsOf({ headers, redirects })).toEqual([]);
  },
);

describe("a fault is found in _headers:", () => {
  test.each([
    ["X-A: b\n/*\n  X-C: d", "_headers:1: a header before any path: X-A: b"],
    [
      "/*\n  X-A: b\n  ! X-C",
      "_headers:3: ignored, because it is neither a path nor a header: ! X-C",
    ],
    ["/*\n  X-A:", "_headers:2: a header without name or value: X-A:"],
    ["/*\n  Date: now\n  X-A: b", "_headers:2: ignored, because Netlify sets it itself: date"],
    ["/*.jpg\n  X-A: b", "_headers:1: a * that does not end a segment of the path: /*.jpg"],
    ["/a:b/*\n  X-A: b", "_headers:1: a placeholder that does not begin a segment"],
    ["/*", "_headers: no header below /*"],
    ["https://press.example/*\n  X-A: b", "_headers:1: a header before any path"],
  ])("%j", (headers, fault) => {
    expect(faultsOf({ headers }).join("\n")).toContain(fault);
  });

  test("two rules that set one header of a file to different values", () => {
    const headers = "/*\n  Cache-Control: no-cache\n/assets/*\n  Cache-Control: immutable\n";
    expect(faultsOf({ headers, paths: ["assets/a.js", "b.js"] })).toEqual([
      "_headers: cache-control of /assets/a.js is set by /assets/* and by an earlier rule",
    ]);
  });
});

describe("a fault is found in _redirects:", () => {
  test.each([
    ["/a", "_redirects:1: no target: /a"],
    ["/a b", "_redirects:1: no target that begins with / or http"],
    ["/a /b 307", "_redirects:1: not among the documented statuses: 307"],
    ["/a /b gone", "_redirects:1: no status: gone"],
    ["/a/*.jpg /b", "_redirects:1: a * that is not the last segment of the path: /a/*.jpg"],
    ["/a/:x /b/:y", "_redirects:1: :y of the target is not in the path: /a/:x"],
    ["/a/ /a", "_redirects:1: redirects to itself"],
    ["/a /b\n/a/ /c", "_redirects:2: never reached, as line 1 is for the same path"],
    ["/é /b", "_redirects:1: characters that must be percent-encoded: /é"],
    ["/a?b=c /b", "_redirects:1: a query or a fragment in /a?b=c"],
    ["/a id /b", "_redirects:1: no target that begins with / or http"],
    ["/a id=:id", "_redirects:1: no target: /a id=:id"],
    ["/a id=:id /b/:tag", "_redirects:1: :tag of the target is not in the path: /a"],
    ["/a id=:id /b\n/a/ id=:x /c", "_redirects:2: never reached, as line 1 is for the same path"],
    ["/.netlify/a /b", "_redirects:1: reserved by Netlify: /.netlify/a"],
    ["/a https://b.example/ 200", "_redirects:1: a proxy is not emulated"],
    ["a /b", "_redirects:1: a path begins with a slash: a"],
    ["/a /b 301 Country=de", "_redirects:1: conditions are not emulated: Country=de"],
    ["/* /b 301!", "_redirects:1: forced for every address"],
  ])("%j", (redirects, fault) => {
    expect(faultsOf({ redirects }).join("\n")).toContain(fault);
  });

  test("a rule for the address of a file, unless it is forced", () => {
    const paths = ["old/index.html"];
    expect(faultsOf({ redirects: "/old/ /new/ 301", paths })).toEqual([
      "_redirects:1: not forced, and a file has the address /old/",
    ]);
    expect(faultsOf({ redirects: "/old/ /new/ 301!", paths })).toEqual([]);
  });

  test("more rules than a deploy is sure to take", () => {
    const redirects = Array.from({ length: 10_000 }, (_, n) => `/a${n} /b 301`).join("\n");
    expect(faultsOf({ redirects })).toEqual([
      "_redirects: 10000 rules: from 10000 on, a deploy might fail",
    ]);
  });
});

test("without pretty URLs, both addresses of a folder have its page", () => {
  const bundle = { files: new Map([["about/index.html", ""]]), prettyUrls: false };
  for (const path of ["/about", "/about/"]) {
    expect(serve(bundle, { path })).toMatchObject({ status: 200, file: "about/index.html" });
  }
});

test("a rule with a parameter leaves other requests to the rules below it", () => {
  expect(faultsOf({ redirects: "/a id=:id /b/:id\n/a /c\n" })).toEqual([]);
});

test("what a splat matches keeps the slash at its end", () => {
  const bundle = { files: new Map([["_redirects", "/old/* /new/:splat\n"]]) };
  expect(serve(bundle, { path: "/old/a/" }).headers["location"]).toBe("/new/a/");
  expect(serve(bundle, { path: "/old" }).headers["location"]).toBe("/new/");
});

test("files of configuration are not sent", () => {
  const bundle = { files: new Map([["_redirects", "/a /b\n"]]) };
  expect(serve(bundle, { path: "/_redirects" }).status).toBe(404);
});
