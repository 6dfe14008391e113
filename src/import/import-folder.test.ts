import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { FolderInterrupted, FolderRefused, ImportFolder } from "./import-folder.ts";

const base = mkdtempSync(join(tmpdir(), "stet-import-folder-"));
afterAll(() => rmSync(base, { recursive: true, force: true }));

let out = "";
let runs = 0;
beforeEach(() => {
  runs += 1;
  out = join(base, String(runs), "content");
});

function run(files: Record<string, string>, force = false) {
  const folder = new ImportFolder(out);
  try {
    for (const [path, text] of Object.entries(files)) folder.write(path, text);
    return folder.publish(force);
  } finally {
    folder.end();
  }
}

const read = (path: string): string => readFileSync(join(out, path), "utf8");
const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(out, path)), { recursive: true });
  writeFileSync(join(out, path), text);
};

const FILES = { "a.md": "a", "b/c.md": "c" };

describe("an import into a folder", () => {
  test("writes everything, and leaves nothing beside it", () => {
    expect(run(FILES)).toEqual({ written: 2, kept: [], missed: [] });
    expect(read("b/c.md")).toBe("c");
    expect(readdirSync(dirname(out))).toEqual(["content"]);
  });

  test("that is repeated changes no byte", () => {
    run(FILES);
    const record = read(".import/record.json");
    expect(run(FILES)).toEqual({ written: 0, kept: [], missed: [] });
    expect(read(".import/record.json")).toBe(record);
  });

  test("keeps what was changed or deleted since, unless it is forced", () => {
    run(FILES);
    write("a.md", "mine");
    rmSync(join(out, "b/c.md"));
    expect(run({ "a.md": "a2", "b/c.md": "c2" })).toEqual({
      written: 0,
      kept: ["a.md", "b/c.md"],
      missed: ["a.md", "b/c.md"],
    });
    expect([read("a.md"), existsSync(join(out, "b/c.md"))]).toEqual(["mine", false]);
    expect(run(FILES)).toEqual({ written: 0, kept: ["a.md", "b/c.md"], missed: [] });
    expect(run(FILES, true)).toEqual({ written: 2, kept: [], missed: [] });
    expect([read("a.md"), read("b/c.md")]).toEqual(["a", "c"]);
  });

  test("tells of what is new in the archive of a file that was changed by hand", () => {
    run(FILES);
    write("a.md", "mine");
    write("b/c.md", "mine");
    const both = { kept: ["a.md", "b/c.md"], missed: ["b/c.md"] };
    expect(run({ ...FILES, "b/c.md": "c2" })).toMatchObject(both);
    expect(run({ ...FILES, "b/c.md": "c2" })).toMatchObject(both);
  });

  test("keeps what somebody wrote where it would write something new", () => {
    run(FILES);
    write("d.md", "mine");
    expect(run({ ...FILES, "d.md": "d" }).kept).toEqual(["d.md"]);
    expect(read("d.md")).toBe("mine");
  });

  test("removes what it wrote before and does not write again, but not what was changed", () => {
    run({ ...FILES, "old.md": "old", "edited.md": "old" });
    write("edited.md", "mine");
    run(FILES);
    expect(existsSync(join(out, "old.md"))).toBe(false);
    expect(read("edited.md")).toBe("mine");
  });

  test("that was cut is finished by the next, whatever was there by then", () => {
    run(FILES);
    // As it stands where the record is written and some files are moved.
    const record = JSON.parse(read(".import/record.json")) as { files: Record<string, string[]> };
    const pending = { ...record, isPending: true, files: { ...record.files, "new.md": ["x"] } };
    write(".import/record.json", JSON.stringify(pending));
    expect(run({ ...FILES, "new.md": "new" })).toEqual({ written: 1, kept: [], missed: [] });
    expect(read("new.md")).toBe("new");
  });
});

test("what an import no longer has is removed by the one after that, if it was cut", () => {
  run({ ...FILES, "old.md": "old" });
  rmSync(join(out, "b"), { recursive: true });
  write("b", "in the way");
  expect(() => run({ ...FILES, "b/d.md": "d" })).toThrow(FolderInterrupted);
  rmSync(join(out, "b"));
  run({ ...FILES, "b/d.md": "d" });
  expect([read("b/d.md"), existsSync(join(out, "old.md"))]).toEqual(["d", false]);
});

test("no file is written outside the folder", () => {
  expect(() => run({ "../../a.md": "a" })).toThrow("outside");
  expect(() => run({ "b/../../../a.md": "a" })).toThrow("outside");
  expect(readdirSync(dirname(out))).toEqual([]);
});

test.each([
  [
    "lies below a file",
    () => {
      mkdirSync(dirname(dirname(out)), { recursive: true });
      writeFileSync(dirname(out), "x");
    },
  ],
  [
    "is a link to nothing",
    () => {
      mkdirSync(dirname(out), { recursive: true });
      symlinkSync("nowhere", out);
    },
  ],
])("a folder that %s is refused", (_, prepare) => {
  prepare();
  expect(() => run(FILES)).toThrow(/cannot be written: E[A-Z]+/);
});

test.each([
  ["has other files in it", () => write("mine.md", "x"), /not empty/],
  [
    "is a file",
    () => {
      mkdirSync(dirname(out), { recursive: true });
      writeFileSync(out, "x");
    },
    /is a file/,
  ],
  ["has a record that cannot be read", () => write(".import/record.json", "{"), /cannot be read/],
  ["has a record of something else", () => write(".import/record.json", "[]"), /cannot be read/],
])("a folder that %s is refused, and nothing is written", (_, prepare, why) => {
  prepare();
  const before = readdirSync(dirname(out));
  expect(() => new ImportFolder(out)).toThrow(FolderRefused);
  expect(() => new ImportFolder(out)).toThrow(why);
  expect(readdirSync(dirname(out))).toEqual(before);
});
