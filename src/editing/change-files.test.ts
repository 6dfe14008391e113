import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync } from "node:fs";
import { rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { temporaryFolder } from "../../tests/fixtures/temporary-folder.ts";
import {
  changeFiles,
  ChangeUnfinished,
  finishChanges,
  hasUnfinishedChange,
} from "./change-files.ts";
import type { BeforeStep, ChangePlace } from "./change-files.ts";
import { writeJournal } from "./change-journal.ts";

let place: ChangePlace;
beforeEach(() => {
  const base = temporaryFolder("change");
  place = { content: join(base, "content"), folder: join(base, "work/renames") };
  write("pages/a.md", "a");
  write("pages/b.md", "b");
  write("articles/2026/03/c.md", "c");
});
afterEach(() => rmSync(dirname(place.content), { recursive: true, force: true }));

function write(file: string, text: string): void {
  const path = join(place.content, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Texts by path; folders that are empty end with `/`. */
function state(): Record<string, string> {
  const { content } = place;
  const entries = readdirSync(content, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    entries
      .map((entry): [string, string] => {
        const path = join(entry.parentPath, entry.name);
        const name = path.slice(content.length + 1);
        if (entry.isFile()) return [name, readFileSync(path, "utf8")];
        return [`${name}/`, readdirSync(path).length === 0 ? "empty" : ""];
      })
      .filter(([, text]) => text !== "")
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

const FILES = [
  { from: "pages/a.md", to: "pages/a.md", text: "A" },
  { from: "pages/b.md", to: "pages/new/b.md" },
  { from: "articles/2026/03/c.md", to: "articles/2026/04/c.md", text: "C" },
  { from: "redirects.yaml", to: "redirects.yaml", text: "r" },
];
const DONE = {
  "articles/2026/04/c.md": "C",
  "pages/a.md": "A",
  "pages/new/b.md": "b",
  "redirects.yaml": "r",
};

/** Throws at one of the steps. */
const failingAt = (number: number, error = new Error("disk full")): BeforeStep => {
  let steps = 0;
  return () => {
    if (steps++ === number) throw error;
  };
};

test("files are changed, moved and made, and nothing is left of how", () => {
  chmodSync(join(place.content, "pages/a.md"), 0o640);
  changeFiles(place, FILES);
  expect(state()).toEqual(DONE);
  expect(existsSync(place.folder)).toBe(false);
  expect(finishChanges(place)).toBe(false);
});

test.each([0, 1, 2, 3, 4])("what fails at step %i leaves all as it was", (number) => {
  const before = state();
  expect(() => changeFiles(place, FILES, failingAt(number))).toThrow("disk full");
  expect(state()).toEqual(before);
  expect(hasUnfinishedChange(place)).toBe(false);
});

describe("a change that was interrupted", () => {
  /** What a process that ends at once leaves: it runs no code that takes anything back. */
  const interrupted = (number: number): void => {
    const module = JSON.stringify(new URL("change-files.ts", import.meta.url).href);
    const code = `import { changeFiles } from ${module}; let steps = 0;
      changeFiles(${JSON.stringify(place)}, ${JSON.stringify(FILES)}, () => { if (steps++ === ${number}) process.exit(7); });`;
    const { status, stderr } = spawnSync(
      process.execPath,
      ["--input-type=module-typescript", "-e", code],
      { encoding: "utf8" },
    );
    expect({ status, stderr }).toMatchObject({ status: 7 });
  };

  test.each([0, 1, 2, 3, 4])("at step %i is known, and finished", (number) => {
    interrupted(number);
    expect(hasUnfinishedChange(place)).toBe(true);
    expect(finishChanges(place)).toBe(true);
    expect(state()).toEqual(DONE);
    expect(hasUnfinishedChange(place)).toBe(false);
  });

  test("overwrites nothing that somebody has written since", () => {
    interrupted(2);
    write("articles/2026/03/c.md", "mine");
    expect(() => finishChanges(place)).toThrow(
      /^A rename was interrupted, and these files are others by now: articles\/2026\/03\/c\.md\./,
    );
    expect(state()["articles/2026/03/c.md"]).toBe("mine");
    expect(hasUnfinishedChange(place)).toBe(true);
  });

  test("is not finished where it was brought along by a copy", () => {
    interrupted(1);
    const copy = `${place.folder}-copy`;
    cpSync(place.folder, copy, { recursive: true, preserveTimestamps: true });
    rmSync(place.folder, { recursive: true });
    cpSync(copy, place.folder, { recursive: true, preserveTimestamps: true });
    const before = state();
    expect(() => finishChanges(place)).toThrow("a rename that was not begun here");
    expect(() => changeFiles(place, FILES)).toThrow("a rename that was not begun here");
    expect(state()).toEqual(before);
    expect(hasUnfinishedChange(place)).toBe(true);
  });

  test("before it was sealed has changed nothing, and is none", () => {
    const before = state();
    mkdirSync(place.folder, { recursive: true });
    writeFileSync(join(place.folder, "journal.json"), "[");
    expect(finishChanges(place)).toBe(false);
    expect(state()).toEqual(before);
  });
});

describe("what lies outside the content folder", () => {
  const outside = [
    "../noted",
    "/noted",
    "pages/../../noted",
    "..\\noted",
    ".git/noted",
    "",
    "a//b",
  ];

  test.each(outside)("is not written: %j", (to) => {
    const before = state();
    expect(() => changeFiles(place, [{ from: to, to, text: "x" }])).toThrow(
      "leads out of the content folder",
    );
    expect(() => changeFiles(place, [{ from: "pages/a.md", to }])).toThrow(
      "leads out of the content folder",
    );
    expect(state()).toEqual(before);
    expect(existsSync(join(place.content, "../noted"))).toBe(false);
  });

  test("is not written by a journal of this machine either", () => {
    mkdirSync(place.folder, { recursive: true });
    writeFileSync(join(place.folder, "0"), "x");
    writeJournal(place.folder, [{ from: "../noted", to: "../noted", after: "", isText: true }]);
    expect(() => finishChanges(place)).toThrow("leads out of the content folder");
  });

  test("is not written through a symbolic link", () => {
    mkdirSync(join(place.content, "../elsewhere"));
    symlinkSync("../elsewhere", join(place.content, "stories"));
    expect(() =>
      changeFiles(place, [{ from: "pages/a.md", to: "stories/new/a.md", text: "x" }]),
    ).toThrow("leads out of the content folder");
  });
});

test("a folder that cannot be written is known before anything changes", () => {
  const base = dirname(place.content);
  const before = state();
  spawnSync("chmod", ["-R", "a+rwX", base]);
  chmodSync(join(place.content, "articles/2026/03"), 0o555);
  const module = JSON.stringify(new URL("change-files.ts", import.meta.url).href);
  const code = `import { changeFiles } from ${module};
    try { changeFiles(${JSON.stringify(place)}, ${JSON.stringify(FILES)}); } catch (error) { process.stdout.write(error.code); }`;
  // As root every folder can be written.
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ["--input-type=module-typescript", "-e", code],
    { encoding: "utf8", cwd: "/", ...(process.getuid?.() === 0 ? { uid: 65_534 } : {}) },
  );
  expect({ stdout, stderr }).toMatchObject({ stdout: "EACCES" });
  expect(state()).toEqual(before);
  expect(existsSync(place.folder)).toBe(false);
});

test("what can be neither done nor taken back is told with how to finish it", () => {
  const locked = (path: string): void => {
    if (path !== "articles/2026/04/c.md") return;
    // Somebody takes the place of what was moved.
    rmSync(join(place.content, "pages/new/b.md"));
    throw new Error("disk full");
  };
  expect(() => changeFiles(place, FILES, locked)).toThrow(ChangeUnfinished);
  expect(hasUnfinishedChange(place)).toBe(true);
});
