import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { bundledHeaders, formatHeaders, HEADERS_NAME } from "./bundled-headers.ts";
import { editorHeaders } from "./editor-headers.ts";
import { allowedOrigins, securityHeaders, STRICT_TRANSPORT } from "./headers.ts";

const folder = mkdtempSync(join(tmpdir(), "stet-headers-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const GISCUS = {
  giscus: {
    repo: "a/b",
    repoId: "R_1",
    category: "C",
    categoryId: "D_1",
    reactions: true,
    input: "top",
  },
} as const;

function policyOf(...site: Parameters<typeof allowedOrigins>): string {
  return securityHeaders(allowedOrigins(...site))["content-security-policy"] ?? "";
}

test("nothing of another host is let in unless site.yaml says so", () => {
  const policy = policyOf({ comments: { letters: "ed@paper.example" } });
  expect(policy).toContain("media-src 'self';");
  expect(policy).toContain("frame-src 'none';");
  expect(policy).not.toMatch(/https?:/);
});

test("what is switched on is let in, once each, where it belongs and nowhere else", () => {
  const policy = policyOf({
    embeds: { players: ["youtube", "vimeo", "vimeo"], media: ["b.example", "a.example"] },
    comments: GISCUS,
  });
  expect(policy).toContain("media-src 'self' https://a.example https://b.example;");
  expect(policy).toContain(
    "frame-src https://giscus.app https://player.vimeo.com https://www.youtube-nocookie.com;",
  );
  expect(policy.match(/https:/g)).toHaveLength(5);
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
});

test("scripts come from files of the bundle, and none can create another policy, or the same one twice", () => {
  const policy = policyOf({});
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
  expect(policy).toContain("require-trusted-types-for 'script'; trusted-types stet-search");
  expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|allow-duplicates|blob:|data:|\*/);
});

test.each([
  [{ origin: "https://paper.example" }, "max-age=63072000"],
  [
    { origin: "https://paper.example", https: { subdomains: true, preload: true } },
    "max-age=63072000; includeSubDomains; preload",
  ],
  [{ origin: "https://paper.example", https: false as const }, undefined],
  [{ origin: "http://paper.example" }, undefined],
  [{}, undefined],
])("browsers are told to keep to https where the site is there: %o", (site, header) => {
  expect(securityHeaders(allowedOrigins(site))[STRICT_TRANSPORT]).toBe(header);
});

test("a bundle says its headers itself", async () => {
  const headers = securityHeaders(
    allowedOrigins({ comments: GISCUS, origin: "https://paper.example" }),
  );
  writeFileSync(join(folder, HEADERS_NAME), formatHeaders(headers));
  expect(await bundledHeaders(folder)).toEqual({ headers, folders: {} });
});

test.each([
  ["is missing", undefined],
  ["is cut off", '{"stet":1,"headers":{'],
  ["is something else", "[]"],
  ["leaves a header out", '{"headers":{"x-content-type-options":"nosniff"}}'],
  [
    "holds a line end",
    formatHeaders({ ...securityHeaders(), "referrer-policy": "a\r\nset-cookie: b" }),
  ],
])("the strictest are sent where what a bundle says %s", async (_, text) => {
  const file = join(folder, HEADERS_NAME);
  if (text === undefined) rmSync(file, { force: true });
  else writeFileSync(file, text);
  expect(await bundledHeaders(folder)).toEqual({ headers: securityHeaders(), folders: {} });
});

test("no header is added by what a bundle says", async () => {
  writeFileSync(
    join(folder, HEADERS_NAME),
    formatHeaders({ ...securityHeaders(), "set-cookie": "a=b" }),
  );
  expect(await bundledHeaders(folder)).toEqual({ headers: securityHeaders(), folders: {} });
});

test("hosts that site.yaml lists for parts of its own are let in, each for what it is listed", () => {
  const policy = policyOf({
    embeds: { players: ["vimeo"], media: [] },
    hosts: {
      script: ["https://a.example"],
      connect: ["https://b.example"],
      img: ["https://c.example"],
      frame: ["https://d.example"],
      style: ["https://e.example"],
      font: ["https://f.example"],
      form: ["https://g.example"],
    },
  });
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval' https://a.example;");
  expect(policy).toContain("connect-src 'self' https://b.example;");
  expect(policy).toContain("img-src 'self' https://c.example;");
  expect(policy).toContain("frame-src https://d.example https://player.vimeo.com;");
  expect(policy).toContain("style-src 'self' https://e.example;");
  expect(policy).toContain("font-src 'self' https://f.example;");
  expect(policy).toContain("form-action 'self' https://g.example;");
  expect(policy).toContain("require-trusted-types-for 'script'; trusted-types stet-search");
});

test("a bundle says what its editor may do besides, and nothing of any other folder", async () => {
  const editor = editorHeaders({
    host: "github",
    repository: "paper/site",
    folder: "content",
    review: false,
  });
  const file = join(folder, HEADERS_NAME);
  writeFileSync(file, formatHeaders(securityHeaders(), { admin: editor }));
  expect(await bundledHeaders(folder)).toEqual({
    headers: securityHeaders(),
    folders: { admin: editor },
  });
  writeFileSync(
    file,
    formatHeaders(securityHeaders(), {
      admin: { ...editor, "set-cookie": "a=b" },
      media: { "content-security-policy": "default-src *" },
    }),
  );
  expect((await bundledHeaders(folder)).folders).toEqual({ admin: editor });
});
