import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { assertOutputFolder, PublishRefused } from "./output-folder.ts";

let base = "";
beforeAll(() => {
  base = realpathSync(mkdtempSync(join(tmpdir(), "out-")));
  mkdirSync(join(base, "home/checkout/content"), { recursive: true });
  symlinkSync(join(base, "home/checkout"), join(base, "link"));
});
afterAll(() => {
  rmSync(base, { recursive: true });
});

function check(out: string): void {
  const home = join(base, "home");
  const projectRoot = join(home, "checkout");
  const packageRoot = join(projectRoot, "node_modules/stet");
  assertOutputFolder({
    out,
    content: join(projectRoot, "content"),
    packageRoot,
    projectRoot,
    home,
  });
}

describe("an output folder", () => {
  test.each([
    "home/checkout/dist",
    "home/site",
    "elsewhere/not/yet/there",
    "home/checkout/content-2",
  ])("may be %s", (path) => {
    expect(() => check(join(base, path))).not.toThrow();
  });

  test.each([
    ["home/checkout/content", "is the content folder"],
    ["home/checkout/content/out", "is inside the content folder"],
    ["home/checkout", "contains the content folder"],
    ["link", "contains the content folder"],
    ["link/content", "is the content folder"],
    ["link/content/new", "is inside the content folder"],
    ["home", "contains the content folder"],
    ["home/checkout/src/..", "contains the content folder"],
    [".", "contains the content folder"],
  ])("may not be %s", (path, words) => {
    expect(() => check(`${base}/${path}`)).toThrow(PublishRefused);
    expect(() => check(`${base}/${path}`)).toThrow(words);
  });

  test("may be neither the root nor, with the content elsewhere, the project, the package or the home", () => {
    expect(() => check("/")).toThrow("is the root of the file system");
    const projectRoot = join(base, "home/checkout");
    const packageRoot = join(base, "stet");
    const home = join(base, "home");
    const content = join(base, "content");
    const folders = { content, packageRoot, projectRoot, home };
    for (const [out, what] of [
      [projectRoot, "is the project"],
      [packageRoot, "is the folder of Stet"],
      [home, "contains the project"],
    ] as const) {
      expect(() => assertOutputFolder({ ...folders, out })).toThrow(what);
    }
  });
});
