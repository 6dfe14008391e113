import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { ObjectStore } from "../deploy/object-store.ts";
import { RcloneFailed, RcloneMissing } from "../deploy/rclone.ts";
import { digestOf } from "../cache/file-digest.ts";
import { formatManifest } from "../output/manifest.ts";
import { upload } from "./upload-command.ts";
import type { UploadOptions } from "./upload-command.ts";

type Files = Record<string, string>;

// In memory where there is such a place: these tests write some thousand small bundles.
const base = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "stet-upload-"));
let bundles = 0;
afterAll(() => rmSync(base, { recursive: true, force: true }));

function write(folder: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function manifestOf(files: Files): string {
  return formatManifest(
    Object.entries(files).map(([path, text]) => ({
      path,
      bytes: Buffer.byteLength(text),
      sha256: digestOf(text),
    })),
    "https://paper.example/",
  );
}

/** Writes a bundle of these files, and gives its folder. */
function bundle(files: Files): string {
  bundles += 1;
  const folder = join(base, String(bundles));
  write(folder, { ...files, "stet-manifest.jsonl": manifestOf(files) });
  return folder;
}

/** Stops before the operation of this number on a single file. */
interface Failing {
  at: number;
  after?: (operation: string) => void;
}

/** A store in memory, which may stop half-way through a list of files as rclone may. */
function memoryStore(held: Map<string, string>, failing: Failing = { at: Infinity }): ObjectStore {
  let operations = 0;
  const one = (operation: string, change: () => void): void => {
    if (operations === failing.at) throw new RcloneFailed("rclone copy ended with code 1.\nno");
    operations += 1;
    change();
    failing.after?.(operation);
  };
  return {
    fetch: (paths, into) => {
      for (const path of paths) {
        const text = held.get(path);
        if (text !== undefined) write(into, { [path]: text });
      }
      return Promise.resolve();
    },
    send: async (from, paths) => {
      for (const path of paths) {
        const text = readFileSync(join(from, path), "utf8");
        one(`+ ${path}`, () => held.set(path, text));
      }
      return Promise.resolve();
    },
    remove: async (paths) => {
      for (const path of paths) one(`- ${path}`, () => held.delete(path));
      return Promise.resolve();
    },
  };
}

function run(folder: string, store: ObjectStore, more: Partial<UploadOptions> = {}) {
  const options = { folder, target: "public:paper", dryRun: false, all: false, preview: false };
  const [use, clock] = [{ copies: false }, Date.now];
  const grace = () => Promise.resolve();
  return upload({ ...options, use, clock, store, grace, onStep: () => undefined, ...more });
}

/** What a store has to hold when an upload of these files has ended. */
function whole(files: Files): Files {
  return { ...files, "stet-manifest.jsonl": manifestOf(files) };
}

const OLD: Files = {
  "index.html": "links a.html gone.html _astro/s.old00000.css",
  "a.html": "links b.html",
  "b.html": "links index.html",
  "gone.html": "links a.html",
  "rss.xml": "links a.html",
  "_astro/s.old00000.css": "x",
};
const NEW: Files = {
  "index.html": "links a.html new.html _astro/s.new00000.css",
  "a.html": "links new.html newer.html",
  "b.html": "links index.html",
  "new.html": "links newer.html media/p.png",
  "newer.html": "links new.html",
  "media/p.png": "y",
  "rss.xml": "links new.html",
  "_astro/s.new00000.css": "z",
};
/** The new pieces are taken back, and `a.html` says again what it said at first. */
const TAKEN_BACK: Files = { ...OLD, "b.html": "links a.html" };

/** Where something leads that a reader can get to, and where nothing is. */
function deadEnds(held: ReadonlyMap<string, string>, counts = /./): string[] {
  const seen = new Set<string>();
  const dead: string[] = [];
  const waiting = ["index.html", "rss.xml"].filter((path) => held.has(path));
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const [word, ...links] = held.get(path)?.split(" ") ?? [];
    for (const link of word === "links" ? links : []) {
      if (held.has(link)) waiting.push(link);
      else if (counts.test(link)) dead.push(`${path} -> ${link}`);
    }
  }
  return dead;
}

describe("an upload", () => {
  test("makes the place hold the bundle, and sends only what differs", async () => {
    const held = new Map(Object.entries(whole(OLD)));
    const operations: string[] = [];
    const store = memoryStore(held, { at: Infinity, after: (did) => operations.push(did) });
    const { text, exitCode } = await run(bundle(NEW), store);
    expect(exitCode).toBe(0);
    expect(Object.fromEntries(held)).toEqual(whole(NEW));
    expect(operations).toEqual([
      "+ stet-journal.json",
      "+ _astro/s.new00000.css",
      "+ media/p.png",
      "+ new.html",
      "+ newer.html",
      "+ a.html",
      "+ index.html",
      "+ rss.xml",
      "+ stet-manifest.jsonl",
      "- _astro/s.old00000.css",
      "- gone.html",
      "- stet-journal.json",
    ]);
    expect(text).toMatchInlineSnapshot(`
      "new parts         2  0.0 kB
      new pages         2  0.0 kB
      changed           1  0.0 kB
      fronts and feeds  2  0.1 kB
      removed           2
      unchanged         1
      public:paper is up to date.
      "
    `);
  });

  test("removes what only the old bundle has when the grace is over, and waits for nothing else", async () => {
    const held = new Map(Object.entries(whole(OLD)));
    const store = memoryStore(held);
    const during: Files[] = [];
    const grace = () => Promise.resolve(void during.push(Object.fromEntries(held)));
    await run(bundle(NEW), store, { grace });
    const journal = during[0]?.["stet-journal.json"];
    expect(during).toEqual([{ ...OLD, ...whole(NEW), "stet-journal.json": journal }]);
    expect(Object.fromEntries(held)).toEqual(whole(NEW));
    await run(bundle({ ...NEW, "more.html": "links index.html" }), store, { grace });
    expect(during).toHaveLength(1);
  });

  test("of what is public already touches nothing", async () => {
    const held = new Map(Object.entries(whole(OLD)));
    const { text, exitCode } = await run(bundle(OLD), memoryStore(held, { at: 0 }));
    expect(exitCode).toBe(0);
    expect(text).toContain("public:paper was up to date: nothing was sent.");
  });

  test("leaves files alone that no manifest of the press lists", async () => {
    const held = new Map(Object.entries({ ...whole(OLD), "year/2019/index.html": "theirs" }));
    await run(bundle(NEW), memoryStore(held));
    expect(held.get("year/2019/index.html")).toBe("theirs");
  });

  test("rehearsed tells what it would send, and sends nothing", async () => {
    const held = new Map(Object.entries(whole(OLD)));
    const { text, exitCode } = await run(bundle(NEW), memoryStore(held, { at: 0 }), {
      dryRun: true,
    });
    expect(exitCode).toBe(0);
    expect(text).toMatch(/^new pages +2 .*nothing was sent\.\n$/ms);
  });

  test("keeps the manifest that was public, for the hub to be told what changed", async () => {
    const before = join(base, "before.jsonl");
    const held = new Map(Object.entries(whole(OLD)));
    await run(bundle(NEW), memoryStore(held), { before });
    expect(readFileSync(before, "utf8")).toBe(manifestOf(OLD));
    await run(bundle(NEW), memoryStore(new Map()), { before });
    expect(readFileSync(before, "utf8")).toBe(formatManifest([]));
  });

  test("with --all sends also what the manifest says is there", async () => {
    const held = new Map(Object.entries({ ...whole(OLD), "a.html": "overwritten by somebody" }));
    await run(bundle(OLD), memoryStore(held), { all: true });
    expect(Object.fromEntries(held)).toEqual(whole(OLD));
  });
});

describe("an upload that stops before any one of its steps", () => {
  const STEPS = 12;

  test("shows readers nothing that leads nowhere, and says that it did not end", async () => {
    const folder = bundle(NEW);
    for (let at = 0; at < STEPS; at++) {
      const held = new Map(Object.entries(whole(OLD)));
      const check = (): void => expect(deadEnds(held), `before step ${at}`).toEqual([]);
      const { text, exitCode } = await run(folder, memoryStore(held, { at, after: check }));
      expect(exitCode).toBe(4);
      expect(text).toContain("The upload to public:paper stopped. rclone copy ended with code 1.");
    }
  });

  test.each([
    ["the same bundle", NEW],
    ["the old bundle", OLD],
    ["a bundle without the new pieces", TAKEN_BACK],
  ])(
    "is mended by the next upload, of %s, and by the one after two that stopped",
    async (_, next) => {
      const [folder, nextFolder] = [bundle(NEW), bundle(next)];
      for (let at = 0; at < STEPS; at++) {
        const once = new Map(Object.entries(whole(OLD)));
        await run(folder, memoryStore(once, { at }));
        const twice = new Map(once);
        const check = (): void => expect(deadEnds(once, /\.(?:css|png)$/), `${at}`).toEqual([]);
        await run(nextFolder, memoryStore(once, { at: Infinity, after: check }));
        expect(Object.fromEntries(once), `after step ${at}`).toEqual(whole(next));
        for (let again = 0; again < STEPS + 4; again++) {
          const thrice = new Map(twice);
          await run(nextFolder, memoryStore(thrice, { at: again }));
          await run(folder, memoryStore(thrice, { at: 5 }));
          await run(nextFolder, memoryStore(thrice));
          expect(Object.fromEntries(thrice), `after ${at} and ${again}`).toEqual(whole(next));
        }
      }
    },
  );

  test("is mended where it was the first one", async () => {
    for (let at = 0; at < STEPS; at++) {
      const held = new Map<string, string>();
      await run(bundle(NEW), memoryStore(held, { at }));
      await run(bundle(OLD), memoryStore(held));
      expect(Object.fromEntries(held)).toEqual(whole(OLD));
    }
  });
});

describe("nothing is sent", () => {
  test("of a bundle that is not what its manifest says", async () => {
    const folder = bundle(NEW);
    writeFileSync(join(folder, "a.html"), "tampered");
    const { text, exitCode } = await run(folder, memoryStore(new Map(), { at: 0 }));
    expect(exitCode).toBe(1);
    expect(text).toMatch(/^a\.html {2}changed .*1 problem.*Nothing was sent\.\n$/s);
  });

  test("to where rclone is missing or the place cannot be read", async () => {
    const refusing = (error: Error): ObjectStore => ({
      ...memoryStore(new Map(), { at: 0 }),
      fetch: () => Promise.reject(error),
    });
    const missing = await run(bundle(NEW), refusing(new RcloneMissing("Get rclone.")));
    expect(missing).toEqual({ text: "Get rclone. Nothing was sent.\n", exitCode: 2 });
    const denied = await run(bundle(NEW), refusing(new RcloneFailed("403 Forbidden")));
    expect(denied.exitCode).toBe(2);
    expect(denied.text).toContain("public:paper cannot be read. 403 Forbidden");
  });

  test.each([
    ["stet-manifest.jsonl", "stet-manifest.jsonl, line 1: the line is not a JSON object"],
    ["stet-journal.json", "stet-journal.json: it is not JSON"],
  ])("beside a damaged %s, until --all is given", async (name, why) => {
    const held = new Map(Object.entries({ ...whole(OLD), [name]: "nonsense\n" }));
    const folder = bundle(NEW);
    const { text, exitCode } = await run(folder, memoryStore(held, { at: 0 }));
    expect(exitCode).toBe(2);
    expect(text).toContain(`public:paper: ${why}.`);
    expect(text).toContain("With --all");
    expect((await run(folder, memoryStore(held), { all: true })).exitCode).toBe(0);
    expect(Object.fromEntries(held)).toMatchObject(whole(NEW));
    expect(held.has("stet-journal.json")).toBe(false);
  });
});

test("headers that are new or have changed are told, since a store keeps none; others are not", async () => {
  const held = new Map<string, string>();
  const said = async (files: Files): Promise<boolean> => {
    const { text } = await run(bundle(files), memoryStore(held));
    return text.includes("configure the host to send those in stet-headers.json");
  };
  expect(await said({ ...OLD, "stet-headers.json": "1" })).toBe(true);
  expect(await said({ ...NEW, "stet-headers.json": "1" })).toBe(false);
  expect(await said({ ...NEW, "stet-headers.json": "2" })).toBe(true);
});
