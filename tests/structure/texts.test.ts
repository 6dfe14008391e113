import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lockProblems } from "./lock-file.ts";
import type { LockFile } from "./lock-file.ts";
import { projectFiles, projectText, ROOT } from "./project-files.ts";

interface PackageFile {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  optionalDependencies: Record<string, string>;
}

const packageFile = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as PackageFile;
const lock = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")) as LockFile;
const dependencies = Object.entries({
  ...packageFile.dependencies,
  ...packageFile.devDependencies,
  ...packageFile.optionalDependencies,
});

/**
 * What belongs to one machine or one registry and would be wrong in every other checkout. Written
 * in pieces, so that this file passes.
 */
const FOREIGN: [string, RegExp][] = [
  [
    "a registry's host",
    new RegExp(
      [
        ["registry", "npmjs", "org"],
        ["registry", "yarnpkg", "com"],
        ["npm", "pkg", "github", "com"],
        ["deb", "debian", "org"],
        ["security", "debian", "org"],
        ["pypi", "org"],
        ["files", "pythonhosted", "org"],
        ["proxy", "golang", "org"],
      ]
        .map((host) => host.join("\\."))
        .join("|"),
      "i",
    ),
  ],
  ["a path of one machine", new RegExp(`(?<![\\w.~-])/(?:${["work", "root"].join("|")})/[\\w.]`)],
  ["a temporary file of one machine", new RegExp(`/tmp/${"bash"}_jobs|/tmp/h-${"[a-z]"}`)],
  [
    "how the project came about",
    new RegExp(`\\b(?:this|another|the (?:last|next|previous)) ${"session"}\\b`, "i"),
  ],
];

test("no file names a registry's host, a path of one machine or how the project came about", () => {
  const found: string[] = [];
  for (const file of projectFiles()) {
    // Articles may speak of anything.
    if (file.startsWith("content/")) continue;
    const text = projectText(file) ?? "";
    for (const [what, pattern] of FOREIGN) {
      const at = text.search(pattern);
      if (at < 0) continue;
      const line = text.slice(0, at).split("\n").length;
      found.push(`${file}:${line}: names ${what}`);
    }
  }
  expect(found).toEqual([]);
});

/** Words in American spelling, and what only looks like one or is a term of a standard. */
const AMERICAN =
  /\b(?:colors?|colored|favorites?|gray|catalogs?|behaviors?|neighbor(?:s|ing)?|labeled|canceled|centered|toward|fulfill|[a-z]+(?:iz(?:e[ds]?|ers?|ing|ations?)|yz(?:e[ds]?|ing)))\b/gi;
const NOT_AMERICAN = /siz|seiz|prize|^(?:normalization|tokenizer)$/i;

test("the documentation, in which all messages of the check stand, is in British spelling", () => {
  const found = projectFiles()
    .filter((file) => file.endsWith(".md") && !file.startsWith("content/"))
    .flatMap((file) => {
      // Code, and addresses.
      const prose = (projectText(file) ?? "").replace(/^```[^]*?^```|`[^`\n]*`|\]\([^)]*\)/gm, "");
      return [...prose.matchAll(AMERICAN)]
        .filter(([word]) => !NOT_AMERICAN.test(word))
        .map(([word]) => `${file}: ${word}`);
    });
  expect(found).toEqual([]);
});

test("the lock files serve every platform and say nothing of where packages came from", () => {
  expect(lockProblems(lock)).toEqual([]);
  const observatory = projectText("tests/hosts/observatory/package-lock.json") ?? "";
  expect(lockProblems(JSON.parse(observatory) as LockFile)).toEqual([]);
});

test("every dependency is pinned to one version, and the lock file holds that one", () => {
  for (const [name, demand] of dependencies) {
    // A package by another name is demanded as `npm:NAME@VERSION`.
    const version = demand.replace(/^npm:.+@/, "");
    expect(version, name).toMatch(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/);
    expect(lock.packages[`node_modules/${name}`]?.version, name).toBe(version);
  }
});

test("the bundler of the editor is the one that Vite brings, which is installed once", () => {
  const paths = Object.keys(lock.packages).filter((path) => /(?:^|\/)rolldown$/.test(path));
  expect(paths).toEqual(["node_modules/rolldown"]);
  expect(packageFile.dependencies["rolldown"]).toBe(lock.packages[paths[0] ?? ""]?.version);
});

test("docs/dependencies.md has a row for each dependency and for nothing else", () => {
  const text = readFileSync(join(ROOT, "docs/dependencies.md"), "utf8");
  const rows = [...text.matchAll(/^\| (`[^|]*`) \|/gm)].flatMap(([, cell = ""]) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name),
  );
  expect(rows.sort()).toEqual(dependencies.map(([name]) => name).sort());
});
