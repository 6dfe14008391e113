import { describe, expect, test } from "vitest";
import { checkExample } from "./check-example.ts";
import { VERCEL_EXAMPLES } from "./examples/vercel.ts";
import type { VercelConfig } from "./vercel-config.ts";
import { faults, serve } from "./vercel.ts";

function faultsOf(config: VercelConfig): string[] {
  return faults({ files: new Map(), config });
}

test.each(VERCEL_EXAMPLES)("on Vercel, $name", (example) => {
  checkExample(example, (files, config) => ({ files, config }), serve);
});

test.each(VERCEL_EXAMPLES)("Vercel takes as written: $name", ({ config }) => {
  expect(faultsOf(config)).toEqual([]);
});

describe("a fault is found in vercel.json:", () => {
  const to = { destination: "/b" };
  test.each<[VercelConfig, string]>([
    [{ redirects: [{ source: "a", ...to }] }, "redirects[0]: a source begins with a slash: a"],
    [
      { redirects: [{ source: "/a", ...to, permanent: true, statusCode: 301 }] },
      "redirects[0]: refused, as it has both permanent and statusCode",
    ],
    [
      { redirects: [{ source: "/a", ...to, statusCode: 410 }] },
      "redirects[0]: 410 is not the status of a redirect",
    ],
    [
      { redirects: [{ source: "/a/:x", destination: "/b/:y" }] },
      "redirects[0]: :y of the destination is not in the source: /a/:x",
    ],
    [
      { redirects: [{ source: "/a(", ...to }] },
      "redirects[0]: a source that is no pattern of path-to-regexp: /a(",
    ],
    [
      { redirects: [{ source: "/.well-known/a", ...to }] },
      "redirects[0]: /.well-known is reserved: /.well-known/a",
    ],
    [
      { redirects: [{ source: `/${"a".repeat(4096)}`, ...to }] },
      "redirects[0]: a source is longer than 4,096 characters",
    ],
    [
      {
        redirects: [
          { source: "/a", ...to },
          { source: "/a", ...to },
        ],
      },
      "redirects[1]: an earlier rule has the same source: /a",
    ],
    [
      { redirects: Array.from({ length: 2049 }, (_, n) => ({ source: `/${n}`, ...to })) },
      "redirects: 2049 rules, of 2048 at most",
    ],
    [
      { trailingSlash: true, redirects: [{ source: "/a", ...to }] },
      "redirects[0]: never seen, as trailingSlash redirects it first: /a",
    ],
    [
      { trailingSlash: false, redirects: [{ source: "/a/", ...to }] },
      "redirects[0]: never seen, as trailingSlash redirects it first: /a/",
    ],
    [
      { cleanUrls: true, redirects: [{ source: "/a.html", ...to }] },
      "redirects[0]: never seen, as cleanUrls redirects it first: /a.html",
    ],
    [
      { headers: [{ source: "/a", headers: [{ key: "X A", value: "b" }] }] },
      "headers[0]: no header: X A",
    ],
    [
      { redirects: [{ source: "/a", ...to, has: [{ type: "cookie", key: "b" }] }] },
      "redirects[0]: a condition that is not emulated: cookie: /a",
    ],
    [
      { redirects: [{ source: "/a", ...to, has: [{ type: "query", key: "b", value: "(" }] }] },
      "redirects[0]: a condition that is no regular expression: (: /a",
    ],
    [
      {
        redirects: [
          {
            source: "/a",
            has: [{ type: "query", key: "b", value: "(?<c>d)" }],
            destination: "/:e",
          },
        ],
      },
      "redirects[0]: :e of the destination is not in the source: /a",
    ],
    [{ redirects: [], ...{ routes: [] } }, "routes: refused, or not emulated"],
  ])("%.60j", (config, fault) => {
    expect(faultsOf(config).join("\n")).toContain(fault);
  });

  test("more than 1,024 headers of a rule", () => {
    const rule = (count: number): VercelConfig => ({
      headers: [
        {
          source: "/a",
          headers: Array.from({ length: count }, (_, n) => ({ key: `X-${n}`, value: "b" })),
        },
      ],
    });
    expect(faultsOf(rule(1024))).toEqual([]);
    expect(faultsOf(rule(1025))).toEqual(["headers[0]: more than 1,024 headers"]);
  });

  test("2,048 redirects are not too many", () => {
    const redirects = Array.from({ length: 2048 }, (_, n) => ({ source: `/${n}`, ...to }));
    expect(faultsOf({ redirects })).toEqual([]);
  });
});

test("a rewrite can give a page another status", () => {
  const config = { rewrites: [{ source: "/gone", destination: "/gone.html", statusCode: 410 }] };
  const files = new Map([["gone.html", ""]]);
  expect(serve({ files, config }, { path: "/gone" })).toMatchObject({
    status: 410,
    file: "gone.html",
  });
  expect(faultsOf(config)).toEqual([]);
});

test("a part that is missing in a request is empty in the destination", () => {
  const config = { redirects: [{ source: "/blog/:path*", destination: "/news/:path*" }] };
  const bundle = { files: new Map<string, string>(), config };
  expect(serve(bundle, { path: "/blog" }).headers["location"]).toBe("/news/");
});

test("a redirect keeps the query of the request, unless it has one", () => {
  const config = {
    redirects: [
      { source: "/a", destination: "/b#part" },
      { source: "/c", destination: "/d?own=1" },
    ],
  };
  const bundle = { files: new Map<string, string>(), config };
  expect(serve(bundle, { path: "/a?q=1" }).headers["location"]).toBe("/b?q=1#part");
  expect(serve(bundle, { path: "/c?q=1" }).headers["location"]).toBe("/d?own=1");
});
