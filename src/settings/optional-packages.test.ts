import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectWith } from "../../tests/fixtures/project-with.ts";
import { ROOT } from "../../tests/structure/project-files.ts";
import {
  installedPackage,
  isTested,
  neededPackages,
  OPTIONAL_PACKAGES,
  versionsWith,
} from "./optional-packages.ts";

test("the versions that are offered are those that the tests run with, and come with Stet to nobody", () => {
  const manifest = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
    dependencies: Record<string, string>;
    devDependencies: Record<string, string>;
  };
  for (const [name, { version }] of Object.entries(OPTIONAL_PACKAGES)) {
    expect(manifest.devDependencies[name]).toBe(version);
    expect(manifest.dependencies[name]).toBeUndefined();
  }
});

test("a package is found in the project, with the module that imports get", () => {
  const { module, version } = installedPackage("cspell-lib", ROOT) ?? {};
  expect(version).toBe(OPTIONAL_PACKAGES["cspell-lib"].version);
  expect(module).toMatch(/^file:.*\/cspell-lib\/dist\/index\.js$/);
});

test("packages are there together, or are told with what to install", () => {
  const project = projectWith({ "retext-english": "5.1.0", "retext-equality": "6.0.0" });
  expect(neededPackages(["retext-english"], project)).toMatchObject({
    packages: [{ version: "5.1.0", module: expect.stringMatching(/^file:/) as unknown }],
  });
  expect(neededPackages(["retext-english", "retext-equality", "cspell-lib"], project)).toEqual({
    install: ["retext-equality@7.1.0", "cspell-lib@10.4.1"],
    wrong: ["retext-equality 6.0.0"],
  });
});

test("another version does where it has the same interface, but where its code is changed only the tested one", () => {
  expect(isTested("cspell-lib", "10.9.3")).toBe(true);
  expect(isTested("cspell-lib", "11.0.0")).toBe(false);
  expect(isTested("@sveltia/cms", OPTIONAL_PACKAGES["@sveltia/cms"].version)).toBe(true);
  expect(isTested("@sveltia/cms", "0.221.2")).toBe(false);
});

test("the versions of a package and all that it needs are known, in circles too", () => {
  const project = projectWith({
    "@sveltia/cms": { version: "0.221.1", needs: ["turndown", "absent"] },
    turndown: { version: "7.2.4", needs: ["domino"] },
    domino: { version: "2.2.0", needs: ["turndown"] },
    yaml: "2.0.0",
  });
  expect(versionsWith("@sveltia/cms", project)).toEqual([
    "@sveltia/cms 0.221.1",
    "domino 2.2.0",
    "turndown 7.2.4",
  ]);
  expect(versionsWith("@sveltia/cms", projectWith({}))).toEqual([]);
});
