import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { SettingsError } from "./settings.ts";
import type { Settings } from "./settings.ts";
import { devFolders, linkFolder, openWorkingFolder } from "./working-folder.ts";

let base = "";
let root = "";
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "stet-work-"));
  root = join(base, "stet");
  for (const folder of ["stet/node_modules", "paper", "out"])
    mkdirSync(join(base, folder), { recursive: true });
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

function settings(work: string): Settings {
  const [content, out, cache] = [join(base, "paper"), join(base, "out"), join(base, "cache")];
  return { packageRoot: root, projectRoot: root, content, out, cache, work, now: 0 };
}

describe("a working folder", () => {
  test("is made and marked", () => {
    const work = join(base, "deep/work");
    const { lock, staging } = openWorkingFolder(settings(work));
    expect([lock, staging]).toEqual([join(work, "lock"), join(work, "staging")]);
    expect(readdirSync(work)).toEqual(["CACHEDIR.TAG"]);
  });

  test("is left as it is while a build of another checkout may be at work in it", () => {
    const work = join(base, "work");
    const { lock, packages } = openWorkingFolder(settings(work));
    writeFileSync(lock, "{}");
    linkFolder(join(root, "node_modules"), packages);
    openWorkingFolder({ ...settings(work), packageRoot: join(base, "another") });
    expect(readlinkSync(packages)).toBe(join(root, "node_modules"));
    expect(existsSync(lock)).toBe(true);
  });

  test("gives the packages of one checkout after those of another", () => {
    const { packages } = openWorkingFolder(settings(join(base, "work")));
    for (const checkout of ["one", "one", "another"]) {
      linkFolder(join(base, checkout), packages);
      expect(readlinkSync(packages)).toBe(join(base, checkout));
    }
  });

  test("is named with its links resolved", () => {
    mkdirSync(join(base, "disk"));
    symlinkSync(join(base, "disk"), join(base, "link"), "junction");
    expect(openWorkingFolder(settings(join(base, "link"))).astro).toBe(join(base, "disk/astro"));
  });

  test("may hold what was there before it was marked, where it lies in the checkout or Node made it", () => {
    for (const [folder, left] of [
      [join(root, ".stet"), "press"],
      [join(base, "work"), "compile-cache"],
    ] as const) {
      mkdirSync(join(folder, left), { recursive: true });
      expect(() => openWorkingFolder(settings(folder))).not.toThrow();
    }
  });

  test("is never a folder that holds files of somebody else", () => {
    const work = join(base, "photos");
    mkdirSync(join(work, "search"), { recursive: true });
    expect(() => openWorkingFolder(settings(work))).toThrow(
      `The working folder ${work} contains files that Stet did not write ("search", for example).`,
    );
    expect(readdirSync(work)).toEqual(["search"]);
  });

  test("is not, does not hold and does not lie in a folder that builds read or publish", () => {
    const wrong = [
      base,
      root,
      homedir(),
      dirname(homedir()),
      join(base, "paper"),
      join(base, "paper/.work"),
      join(base, "out"),
      join(base, "out/work"),
    ];
    for (const work of wrong)
      expect(() => openWorkingFolder(settings(work)), work).toThrow(SettingsError);
  });

  test("has no sign in its path that Astro takes for a part of an address, and the remedy can be typed", () => {
    for (const name of ["50%", "a#b", "a?b", 'a"b'])
      expect(() => openWorkingFolder(settings(join(base, name))), name).toThrow(
        /has the character .* in its path.*: STET_WORK=\S+$/,
      );
    expect(() => openWorkingFolder(settings(join(base, "ä 'b' [c] & {d}")))).not.toThrow();
  });

  test("that cannot be made is refused in words", () => {
    writeFileSync(join(base, "file"), "");
    expect(() => openWorkingFolder(settings(join(base, "file")))).toThrow("is not a folder");
    expect(() => openWorkingFolder(settings(join(base, "file/work")))).toThrow(SettingsError);
  });

  test("has a folder for each development server", () => {
    const folders = devFolders(base);
    const [one, two] = [folders.next().value, folders.next().value];
    expect(one).toEqual({ lock: join(base, "dev/1.lock"), astro: join(base, "dev/1") });
    expect(two).toEqual({ lock: join(base, "dev/2.lock"), astro: join(base, "dev/2") });
  });
});
