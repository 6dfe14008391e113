import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { READING } from "../../tests/structure/import-rules.ts";
import { codeInputs, READING_PARTS, sourceDigest } from "./code-digest.ts";

let root = "";
const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const inputs = (environment: Record<string, string> = {}, node = "v24.0.0") =>
  codeInputs({ packageRoot: root, projectRoot: root, environment, node, byAstro: false });
const digest = (...how: Parameters<typeof inputs>): string => JSON.stringify(inputs(...how));

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "digest-"));
  write("src/a.ts", "a");
  write("src/deep/b.astro", "b");
  write("package.json", "{}");
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

describe("the digest of the code", () => {
  test("is the same in another folder", () => {
    const copy = mkdtempSync(join(tmpdir(), "digest-"));
    cpSync(root, copy, { recursive: true });
    expect(
      codeInputs({
        packageRoot: copy,
        projectRoot: copy,
        environment: {},
        node: "v24.0.0",
        byAstro: false,
      }),
    ).toEqual(inputs());
    rmSync(copy, { recursive: true });
  });

  test.each([
    "src/a.ts",
    "src/new/style.css",
    "package.json",
    "package-lock.json",
    "npm-shrinkwrap.json",
    ".env",
    "node_modules/.package-lock.json",
    "tsconfig.json",
  ])("changes with %s", (path) => {
    const before = digest();
    write(path, "changed");
    expect(digest()).not.toBe(before);
  });

  test.each(["src/a.test.ts", "src/__snapshots__/a.snap", "public/robots.txt", "README.md"])(
    "does not change with %s",
    (path) => {
      const before = digest();
      write(path, "changed");
      expect(digest()).toBe(before);
    },
  );

  test("changes with the way of rendering", () => {
    expect(
      codeInputs({
        packageRoot: root,
        projectRoot: root,
        environment: {},
        node: "v24.0.0",
        byAstro: true,
      }),
    ).not.toEqual(inputs());
  });

  test("changes with Node and with the variables that reach pages, and with no others", () => {
    const all = [
      digest(),
      digest({}, "v24.0.1"),
      digest({ STET_THEME: "" }),
      digest({ STET_THEME: "x" }),
      digest({ PUBLIC_THEME: "x" }),
    ];
    expect(new Set(all).size).toBe(all.length);
    const folders = { STET_CONTENT: "x", STET_OUT: "x", STET_CACHE: "x", STET_WORK: "x" };
    expect(digest({ ...folders, HOME: "/", STET_NOW: "x" })).toBe(digest());
  });

  test("names what changed", () => {
    const before = inputs();
    write("src/a.ts", "changed");
    const after = inputs({ PUBLIC_THEME: "x" });
    const names = Object.keys(after).filter((name) => after[name] !== before[name]);
    expect(names).toEqual(["src/", "PUBLIC_THEME"]);
  });

  test("tells contents from names", () => {
    const before = digest();
    write("src/a.ts", "");
    write("src/aa.ts", "a");
    expect(digest()).not.toBe(before);
  });

  test("does not overlook what lies behind a link to a folder", () => {
    symlinkSync(join(root, "src/deep"), join(root, "src/link"));
    expect(() => digest()).toThrow("src/link is neither a file nor a folder");
  });
});

describe("the digest of a part of the code", () => {
  test("changes with that part alone", () => {
    const before = sourceDigest(root, ["src/deep", "package.json"]);
    write("src/a.ts", "changed");
    expect(sourceDigest(root, ["src/deep", "package.json"])).toBe(before);
    write("src/deep/b.astro", "changed");
    expect(sourceDigest(root, ["src/deep", "package.json"])).not.toBe(before);
  });
});

test("the digest of what reads content covers every folder that may have a part in it", () => {
  expect(READING_PARTS).toEqual(expect.arrayContaining(READING.map((folder) => `src/${folder}`)));
});
