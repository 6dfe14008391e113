import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { commitNumber, currentTier } from "../../tests/runner/tier.ts";
import { digestOf } from "../cache/file-digest.ts";
import { formatManifest, readManifest } from "./manifest.ts";
import { FilesMissing } from "./missing-files.ts";
import { PublishRefused } from "./output-folder.ts";
import { intactRecords, loadOutputState } from "./output-state.ts";
import { publish } from "./publish.ts";
import { PublishInterrupted } from "./publish-interrupted.ts";
import type { Publication, PublishResult } from "./publish.ts";
import type { PlannedFile } from "./publish-plan.ts";
import { marksOf } from "./reference-marks.ts";
import { verifyBundle } from "./verify.ts";

type Files = Record<string, string>;

const url = "https://paper.example/";

// In memory where there is such a place: these tests publish some thousand times.
const base = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "publish-"));
let count = 0;
let folder = "";
let out = "";
let cache = "";

beforeEach(() => {
  enterNewFolder();
});
afterAll(() => {
  rmSync(base, { recursive: true, force: true });
});

function enterNewFolder(): void {
  folder = join(base, String(count++));
  out = join(folder, "out");
  cache = join(folder, "cache");
  mkdirSync(folder);
}

const morning: Files = {
  "index.html": "morning",
  "feed.xml": "morning feed",
  "about/index.html": "about us",
  "assets/a.css": "a {}",
  "assets/old.css": "old {}",
  "same.txt": "same",
  section: "a file that becomes a folder",
  "paper/one.html": "one",
  "paper/deep/two.html": "two",
  "Case/page.html": "spelled so",
};
const noon: Files = {
  "index.html": "noon",
  "feed.xml": "noon feed",
  "assets/a.css": "a { b: c }",
  "assets/new.js": "new()",
  "same.txt": "same",
  "section/page.html": "a page",
  paper: "a folder that became a file",
  "new/er/still.html": "still",
  "case/page.html": "spelled so",
};
const evening: Files = {
  "index.html": "evening",
  "feed.xml": "noon feed",
  "assets/old.css": "old {}",
  new: "again a file",
  "section/page.html": "another page",
  "paper/one.html": "one",
};

function put(root: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

function stage(files: Files): Map<string, PlannedFile> {
  const staging = mkdtempSync(join(folder, "staging-"));
  put(staging, files);
  return new Map(
    Object.keys(files).map((path) => [
      path,
      { from: "staged", file: join(staging, path), key: `key of ${path}` },
    ]),
  );
}

/** Publishes as a build does: what is known to be intact is looked up first. */
function release(files: Files, rest: Partial<Publication> = {}): Promise<PublishResult> {
  const intact = intactRecords(out, loadOutputState(cache, out));
  return publish({ out, cache, url, plan: stage(files), intact, ...rest });
}

/** Everything in a folder: folders, links and files with what they hold. */
function snapshot(root: string, folder = ""): Record<string, string> {
  const seen: Record<string, string> = {};
  if (!existsSync(root)) return seen;
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) Object.assign(seen, { [path]: "(folder)" }, snapshot(root, path));
    else if (entry.isSymbolicLink()) seen[path] = `-> ${readlinkSync(join(root, path))}`;
    else seen[path] = readFileSync(join(root, path), "utf8");
  }
  return seen;
}

async function cleanResult(files: Files): Promise<Record<string, string>> {
  enterNewFolder();
  await release(files);
  return snapshot(out);
}

function failAt(step: number): (name: string) => void {
  let passed = 0;
  return (name) => {
    if (passed++ === step) throw new Error(`stopped at ${name}`);
  };
}

/** Publishes and says whether it was stopped. */
async function releaseUntil(step: number, files: Files, rest: Partial<Publication> = {}) {
  try {
    await release(files, { ...rest, interrupt: failAt(step) });
    return false;
  } catch (error) {
    expect(String(error)).toContain("stopped at");
    return true;
  }
}

/** What must hold at any moment: an old or new bundle that is whole, or one that says it is not. */
function expectHonest(before: Record<string, string>, after: Record<string, string>): void {
  const now = snapshot(out);
  if (verifyBundle(out).problems.length > 0) return;
  expect([before, after]).toContainEqual(now);
}

async function expectHealed(clean: Record<string, string>, files: Files): Promise<void> {
  expect(snapshot(out)).toEqual(clean);
  expect(verifyBundle(out).problems).toEqual([]);
  const state = loadOutputState(cache, out);
  expect([...state.keys()].sort()).toEqual(Object.keys(files).sort());
  expect(intactRecords(out, state).size).toBe(state.size);
}

const crossDevice = (from: string, to: string): void => {
  if (from.includes("staging-")) throw Object.assign(new Error("cross-device"), { code: "EXDEV" });
  renameSync(from, to);
};

describe("a publication of files that name others", () => {
  const page = (...names: string[]): string => names.map((name) => `<img src="/${name}">`).join("");
  const whole: Files = {
    "index.html": page("a.png", "b.png"),
    "about/index.html": page("a.png"),
    "style.css": "@import 'more.css'",
    "more.css": "",
    "a.png": "A",
    "b.png": "B",
  };
  const without = (...paths: string[]): Files =>
    Object.fromEntries(Object.entries(whole).filter(([path]) => !paths.includes(path)));

  /** Keeps every file that was published, without those named, and adds new ones. */
  function kept(removed: readonly string[], added: Files = {}): Map<string, PlannedFile> {
    const intact = intactRecords(out, loadOutputState(cache, out));
    const records = [...intact].filter(([path]) => !removed.includes(path));
    return new Map<string, PlannedFile>([
      ...records.map(([path, record]): [string, PlannedFile] => [path, { from: "kept", record }]),
      ...stage(added),
    ]);
  }

  async function missingFrom(publication: Partial<Publication>): Promise<unknown> {
    const before = snapshot(out);
    const error: unknown = await publish({
      out,
      cache,
      url,
      plan: new Map(),
      ...publication,
    }).catch((thrown: unknown) => thrown);
    expect(snapshot(out)).toEqual(before);
    return error instanceof FilesMissing ? error.missing : error;
  }

  test("succeeds when all are there", async () => {
    await release(whole);
    await publish({ out, cache, url, plan: kept([]) });
    await publish({ out, cache, url, plan: kept(["index.html", "b.png"]) });
    expect(verifyBundle(out).problems).toEqual([]);
  });

  test("writes nothing when some are missing, and tells of each", async () => {
    const missing = [
      { path: "a.png", namedBy: ["about/index.html", "index.html"] },
      { path: "more.css", namedBy: ["style.css"] },
    ];
    expect(await missingFrom({ plan: stage(without("a.png", "more.css")) })).toEqual(missing);
    await release(whole);
    expect(await missingFrom({ plan: stage(without("a.png", "more.css")) })).toEqual(missing);
  });

  test("notices that a file goes which a kept one names", async () => {
    await release(whole);
    expect(await missingFrom({ plan: kept(["b.png"]) })).toEqual([
      { path: "b.png", namedBy: ["index.html"] },
    ]);
    await publish({ out, cache, url, plan: kept([], { "c.png": "C" }) });
    expect(
      await missingFrom({ plan: kept(["a.png"], { "d.html": page("c.png", "e.png") }) }),
    ).toEqual([
      { path: "a.png", namedBy: ["about/index.html", "index.html"] },
      { path: "e.png", namedBy: ["d.html"] },
    ]);
  });

  test("believes who made a file about what it names, and reads a suspect again", async () => {
    const plan = stage({ "index.html": page("a.png") });
    const [[path, file] = []] = plan;
    if (path === undefined || file?.from !== "staged") throw new Error("Nothing is staged.");
    plan.set(path, { ...file, sha256: digestOf(page("a.png")), references: marksOf(["b.png"]) });
    expect(await missingFrom({ plan })).toEqual([{ path: "a.png", namedBy: ["index.html"] }]);
    plan.set(path, { ...file, sha256: digestOf(page("a.png")), references: "" });
    await publish({ out, cache, url, plan });
  });

  test("reads kept files anew where the address is another, or nobody has read them", async () => {
    const elsewhere = { "index.html": `<img src="https://other.example/a.png">` };
    await release(elsewhere);
    const missing = [{ path: "a.png", namedBy: ["index.html"] }];
    const moved = "https://other.example/";
    expect(await missingFrom({ plan: kept([]), url: moved })).toEqual(missing);
    await publish({ out, cache, url: moved, plan: kept([], { "a.png": "A" }) });
    expect(loadOutputState(cache, out).get("index.html")?.references).toBe(marksOf(["a.png"]));
    await release({ "index.html": page("a.png"), "a.png": "A" });
    const unread = new Map(
      [...kept(["a.png"])].map(([path, file]): [string, PlannedFile] => [
        path,
        file.from === "kept"
          ? { ...file, record: { ...file.record, references: undefined } }
          : file,
      ]),
    );
    expect(await missingFrom({ plan: unread })).toEqual(missing);
  });

  test("remembers what each names, and nothing of files that can name none", async () => {
    await release(whole);
    const state = (): (string | undefined)[] =>
      ["index.html", "more.css", "a.png"].map(
        (path) => loadOutputState(cache, out).get(path)?.references,
      );
    const remembered = [marksOf(["a.png", "b.png"]), "", undefined];
    expect(state()).toEqual(remembered);
    await publish({ out, cache, url, plan: kept([], { "c.png": "C" }) });
    expect(state()).toEqual(remembered);
    await release({ ...whole, "index.html": page("b.png") });
    expect(state()).toEqual([marksOf(["b.png"]), "", undefined]);
  });
});

describe("a publication", () => {
  test("makes a new folder hold the planned files and a manifest", async () => {
    const result = await release(morning);
    expect(result.written.length).toBe(10);
    expect(result).toMatchObject({ removed: [], kept: 0 });
    expect(result.bytes).toBe(Object.values(morning).join("").length);
    expect(verifyBundle(out)).toEqual({ files: 10, bytes: result.bytes, problems: [] });
    expect(existsSync(join(out, "stet-journal.json"))).toBe(false);
  });

  test("moves pages after what they refer to", async () => {
    const { written } = await release(noon);
    expect(written).toEqual([
      "assets/a.css",
      "assets/new.js",
      "paper",
      "same.txt",
      "case/page.html",
      "feed.xml",
      "index.html",
      "new/er/still.html",
      "section/page.html",
    ]);
  });

  test("replaces, adds and removes, and prunes folders that are left empty", async () => {
    const clean = await cleanResult(noon);
    enterNewFolder();
    await release(morning);
    const result = await release(noon);
    expect(result.kept).toBe(1);
    expect(result.removed).toEqual([
      "Case/page.html",
      "about/index.html",
      "assets/old.css",
      "paper/deep/two.html",
      "paper/one.html",
      "section",
    ]);
    await expectHealed(clean, noon);
  });

  test("removes an old spelling before it writes the new one", async () => {
    await release(morning);
    const steps: string[] = [];
    await release(noon, { interrupt: (step) => steps.push(step) });
    expect(steps.indexOf("remove Case/page.html")).toBeGreaterThan(-1);
    expect(steps.indexOf("remove Case/page.html")).toBeLessThan(
      steps.indexOf("move case/page.html"),
    );
    expect(steps.indexOf("remove assets/old.css")).toBeGreaterThan(
      steps.indexOf("move index.html"),
    );
  });

  test("touches nothing when nothing changes, even with an empty cache", async () => {
    await release(morning);
    const stamps = () =>
      ["", ...Object.keys(snapshot(out))].map((path) => {
        const { mtimeNs, ctimeNs, ino } = lstatSync(join(out, path), { bigint: true });
        return [path, mtimeNs, ctimeNs, ino];
      });
    const before = stamps();
    const first = await release(morning);
    rmSync(cache, { recursive: true });
    const second = await release(morning);
    expect(stamps()).toEqual(before);
    for (const result of [first, second]) expect(result).toMatchObject({ written: [], kept: 10 });
    expect(loadOutputState(cache, out).size).toBe(10);
  });

  test("keeps files in place that the plan says are kept", async () => {
    await release(morning);
    const intact = intactRecords(out, loadOutputState(cache, out));
    const plan = stage({ ...morning, "index.html": "later" });
    for (const [path, record] of intact) {
      if (path !== "index.html") plan.set(path, { from: "kept", record });
    }
    const result = await publish({ out, cache, url, plan, intact });
    expect(result).toMatchObject({ written: ["index.html"], kept: 9 });
    await expectHealed(await withManifest({ ...morning, "index.html": "later" }), morning);
    expect(loadOutputState(cache, out).get("same.txt")?.key).toBe("key of same.txt");
  });

  test("leaves files alone that are not Stet's, and says nothing about them", async () => {
    await release(morning);
    put(out, { CNAME: "example.org", "about/mine.txt": "mine" });
    await release(noon);
    expect(readFileSync(join(out, "about/mine.txt"), "utf8")).toBe("mine");
    expect(verifyBundle(out).problems.map(({ path, what }) => `${what} ${path}`)).toEqual([
      "unknown CNAME",
      "unknown about/mine.txt",
    ]);
  });

  test("copies from another file system", async () => {
    const clean = await cleanResult(noon);
    enterNewFolder();
    await release(morning, { rename: crossDevice });
    await release(noon, { rename: crossDevice });
    await expectHealed(clean, noon);
  });
});

async function withManifest(files: Files): Promise<Record<string, string>> {
  const here = { folder, out, cache };
  const clean = await cleanResult(files);
  ({ folder, out, cache } = here);
  return clean;
}

describe("an interrupted publication", () => {
  // Before each commit every fifth step is tried where one step takes a process or dozens of publications, each commit
  // its own; before a change lands, all are.
  const stride = currentTier() === "commit" ? 5 : 1;
  const firstStep = commitNumber() % stride;
  const ways: [string, Files | undefined, Partial<Publication>][] = [
    ["over an older bundle", morning, {}],
    ["into a new folder", undefined, {}],
    ["from another file system", morning, { rename: crossDevice }],
  ];
  test.each(ways)("is honest and heals, whatever step it stops at: %s", async (_, old, rest) => {
    const clean = await cleanResult(noon);
    let step = 0;
    for (; ; step++) {
      enterNewFolder();
      if (old !== undefined) await release(old);
      const before = snapshot(out);
      const stopped = await releaseUntil(step, noon, rest);
      expectHonest(before, clean);
      await release(noon, rest);
      await expectHealed(clean, noon);
      if (!stopped) break;
    }
    expect(step).toBeGreaterThan(old === undefined ? 20 : 25);
  });

  test("heals to the old bundle too, when the change is taken back", async () => {
    const clean = await cleanResult(morning);
    for (let step = 0, stopped = true; stopped; step++) {
      enterNewFolder();
      await release(morning);
      stopped = await releaseUntil(step, noon);
      await release(morning);
      await expectHealed(clean, morning);
    }
  });

  test(
    "heals after a second interruption of another publication",
    { timeout: 120_000 },
    async () => {
      const clean = {
        morning: await cleanResult(morning),
        noon: await cleanResult(noon),
        evening: await cleanResult(evening),
      };
      for (let first = firstStep, firstStopped = true; firstStopped; first += stride) {
        enterNewFolder();
        await release(morning);
        firstStopped = await releaseUntil(first, noon);
        const { folder: halfway } = { folder };
        for (let second = 0, secondStopped = true; secondStopped; second++) {
          enterNewFolder();
          cpSync(join(halfway, "out"), out, { recursive: true });
          secondStopped = await releaseUntil(second, evening);
          if (verifyBundle(out).problems.length === 0) {
            expect(Object.values(clean)).toContainEqual(snapshot(out));
          }
          const last = (first + second) % 2 === 0 ? "morning" : "evening";
          await release({ morning, evening }[last]);
          expect(snapshot(out)).toEqual(clean[last]);
        }
      }
    },
  );

  test(
    "is honest and heals when the process is killed at any step",
    { timeout: 120_000 },
    async () => {
      const clean = await cleanResult(noon);
      const script = `
      import { readFileSync } from "node:fs";
      const { publish } = await import(${JSON.stringify(new URL("publish.ts", import.meta.url).href)});
      const { out, cache, url, plan, step } = JSON.parse(readFileSync(0, "utf8"));
      let passed = 0;
      const interrupt = () => { if (passed++ === step) process.kill(process.pid, "SIGKILL"); };
      await publish({ out, cache, url, plan: new Map(plan), interrupt });
    `;
      let step = firstStep;
      for (; ; step += stride) {
        enterNewFolder();
        await release(morning);
        const before = snapshot(out);
        const input = JSON.stringify({ out, cache, url, plan: [...stage(noon)], step });
        const child = spawnSync(process.execPath, ["--input-type=module", "-e", script], { input });
        expect(child.signal ?? child.status, String(child.stderr)).toSatisfy(
          (end) => end === "SIGKILL" || end === 0,
        );
        expectHonest(before, clean);
        await release(noon);
        await expectHealed(clean, noon);
        if (child.status === 0) break;
      }
      expect(step).toBeGreaterThan(25);
    },
  );

  test("says that it stopped, why, and what state the folder is in", async () => {
    await release(morning);
    const fail = (at: string) => (step: string) => {
      if (step === at) throw new Error("No space left.");
    };
    const early = await release(noon, { interrupt: fail("journal: write") }).catch(String);
    expect(early).toContain("No space left. Its earlier content is unchanged.");
    const late = release(noon, { interrupt: fail("move index.html") });
    await expect(late).rejects.toThrow(PublishInterrupted);
    await expect(late).rejects.toThrow("the next build completes it");
    expect(verifyBundle(out).problems.map(({ what }) => what)).toContain("unfinished");
  });
});

describe("a publication is refused, and writes nothing,", () => {
  async function expectRefusal(publishing: () => Promise<unknown>, words: string): Promise<void> {
    const before = snapshot(folder);
    const error: unknown = await publishing().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(PublishRefused);
    expect(String(error)).toContain(words);
    expect(snapshot(folder)).toMatchObject(before);
    expect(existsSync(join(out, "stet-journal.json"))).toBe(false);
  }

  test("when the folder holds files and no manifest", async () => {
    put(out, { "thesis.doc": "years of work" });
    await expectRefusal(() => release(morning), "thesis.doc");
    rmSync(out, { recursive: true });
    put(out, { ".git/config": "" });
    await expectRefusal(() => release(morning), ".git");
  });

  test("but not when it holds only place-holders", async () => {
    put(out, { ".gitkeep": "", ".DS_Store": "" });
    await release(morning);
    expect(verifyBundle(out).problems).toEqual([]);
  });

  test("when the manifest is damaged or would lead out of the folder", async () => {
    const sha256 = "0".repeat(64);
    for (const path of ["../thesis.doc", "/etc/passwd", "a/../../b", "a\\b", "C:/b", "a//b"]) {
      put(out, { "stet-manifest.jsonl": formatManifest([{ path, bytes: 1, sha256 }]) });
      await expectRefusal(() => release(morning), "is not a bundle path");
    }
  });

  test("when a file, folder or link of somebody else's stands in the way", async () => {
    await release(evening);
    put(out, { "feed.xml.d/x": "mine" });
    writeFileSync(join(out, "same.txt"), "not the same");
    await expectRefusal(() => release(noon), "same.txt is a file that Stet did not write");
    rmSync(join(out, "same.txt"));
    writeFileSync(join(out, "case"), "mine");
    await expectRefusal(() => release(noon), 'where it must put a folder for "case/page.html"');
    rmSync(join(out, "case"));
    symlinkSync(folder, join(out, "case"));
    await expectRefusal(() => release(noon), "case is a symbolic link");
    rmSync(join(out, "case"));
    put(out, { "paper/mine.txt": "mine" });
    await expectRefusal(() => release(noon), "paper/mine.txt is a file that Stet did not write");
  });

  test("when paths exclude each other or cannot be paths", async () => {
    await expectRefusal(
      () => publish({ out, cache, url, plan: conflicting() }),
      "a file and a folder",
    );
    const file = join(folder, "staged.txt");
    writeFileSync(file, "x");
    for (const path of ["../x", "stet-manifest.jsonl", "a/.stet-tmp-1", ""]) {
      const plan = new Map([[path, { from: "staged" as const, file }]]);
      await expectRefusal(() => publish({ out, cache, url, plan }), "cannot be published");
    }
  });

  function conflicting(): Map<string, PlannedFile> {
    const file = join(folder, "staged.txt");
    writeFileSync(file, "x");
    return new Map(["a", "a/b"].map((path) => [path, { from: "staged", file }]));
  }

  test("when a kept file was changed while the build ran", async () => {
    await release(morning);
    const [record] = intactRecords(out, loadOutputState(cache, out)).values();
    if (record === undefined) throw new Error("The publication left no record.");
    writeFileSync(join(out, record.path), "meddled with");
    const plan = new Map([[record.path, { from: "kept" as const, record }]]);
    await expectRefusal(() => publish({ out, cache, url, plan }), "was changed or removed");
  });

  test("when a staged file is a link, is absent, or has another length", async () => {
    const file = join(folder, "staged.txt");
    const plan = (bytes?: number): Map<string, PlannedFile> =>
      new Map([["a", { from: "staged", file, bytes }]]);
    await expectRefusal(() => publish({ out, cache, url, plan: plan() }), "does not exist");
    symlinkSync("/etc/passwd", file);
    await expectRefusal(() => publish({ out, cache, url, plan: plan() }), "not a plain file");
    rmSync(file);
    writeFileSync(file, "x");
    await expectRefusal(() => publish({ out, cache, url, plan: plan(2) }), "1 bytes instead of 2");
  });
});

describe("symbolic links in the output folder", () => {
  test("never lead a write or a removal out of it", async () => {
    const clean = await cleanResult(noon);
    enterNewFolder();
    const outside = join(folder, "outside");
    await release(morning);
    for (const name of ["assets", "about", "paper"]) {
      cpSync(join(out, name), join(outside, name), { recursive: true });
      rmSync(join(out, name), { recursive: true });
      symlinkSync(join(outside, name), join(out, name));
    }
    const file = join(outside, "index.html");
    writeFileSync(file, "outside");
    rmSync(join(out, "index.html"));
    symlinkSync(file, join(out, "index.html"));
    const before = snapshot(outside);
    expect(intactRecords(out, loadOutputState(cache, out)).has("assets/a.css")).toBe(false);
    await release(noon);
    expect(snapshot(outside)).toEqual(before);
    await expectHealed(clean, noon);
  });

  test("may be the output folder itself", async () => {
    mkdirSync(join(folder, "real"));
    symlinkSync(join(folder, "real"), out);
    await release(morning);
    expect(readManifest(join(folder, "real"))?.entries.length).toBe(10);
    expect(loadOutputState(cache, join(folder, "real")).size).toBe(10);
  });
});
