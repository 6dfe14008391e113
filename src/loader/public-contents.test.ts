import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { contentFile } from "../cache/content-file.ts";
import type { PublicContents } from "./look-into-public.ts";
import { publicContents } from "./public-contents.ts";
import { READERS_HERE } from "./readers.ts";

const base = mkdtempSync(join(tmpdir(), "stet-public-"));
const folders = { content: join(base, "content"), cache: join(base, "cache"), codeVersion: "1" };
const GOOGLE = "public/google0123456789abcdef.html";

function look(
  files: Readonly<Record<string, string>>,
  later = 0,
): Promise<Map<string, PublicContents>> {
  return publicContents(
    folders,
    new Map(
      Object.entries(files).map(([file, text]) => {
        const path = join(folders.content, file);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, text);
        return [file, contentFile(file, statSync(path, { bigint: true }), Date.now() + later)];
      }),
    ),
    READERS_HERE,
  );
}

beforeAll(() => mkdirSync(folders.content));
afterAll(() => rmSync(base, { recursive: true, force: true }));

test("every drawing of public/ passes the rules of drawings, whether a text shows it or not", async () => {
  const found = await look({
    "public/a/logo.svg": '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>',
    "public/bad.SVG": "<svg xmlns='http://www.w3.org/2000/svg'><script>x()</script></svg>",
    "public/page.svg": '<html xmlns="http://www.w3.org/1999/xhtml"/>',
    "public/note.txt": "<script>",
  });
  expect([...found]).toEqual([
    ["public/bad.SVG", { unsafe: "it contains <script>" }],
    ["public/page.svg", { unsafe: "it contains <html>" }],
  ]);
});

test("a search engine's file that holds more than a code is told", async () => {
  expect(
    (await look({ [GOOGLE]: "google-site-verification: google0123456789abcdef.html" })).size,
  ).toBe(0);
  expect((await look({ [GOOGLE]: "<script>x()</script>" })).get(GOOGLE)).toEqual({ unlike: true });
  expect((await look({ [GOOGLE]: "x".repeat(10_000) })).get(GOOGLE)).toEqual({ unlike: true });
});

test("what was found is kept until the file changes", async () => {
  const bad = { "public/a.svg": "<svg><script/></svg>" };
  const old = 60_000;
  expect((await look(bad, old)).size).toBe(1);
  const file = contentFile(
    "public/a.svg",
    statSync(join(folders.content, "public/a.svg"), { bigint: true }),
    Date.now() + old,
  );
  rmSync(join(folders.content, "public/a.svg"));
  const again = await publicContents(folders, new Map([["public/a.svg", file]]), READERS_HERE);
  expect(again.get("public/a.svg")).toEqual({ unsafe: "it contains <script>" });
  expect((await look({ "public/a.svg": "<svg/>" }, old)).size).toBe(0);
});
