import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { digestOf } from "../cache/file-digest.ts";
import type { KeptStore } from "../deploy/rollback-store.ts";
import { RcloneFailed } from "../deploy/rclone.ts";
import { formatManifest } from "../output/manifest.ts";
import { bundleId } from "../pipeline/earlier-bundles.ts";
import { listKept, rollBack } from "./rollback-command.ts";
import type { RollbackOptions } from "./rollback-command.ts";
import { upload } from "./upload-command.ts";
import type { UploadOptions, UploadResult } from "./upload-command.ts";

type Files = Record<string, string>;

// In memory where there is such a place: these tests write some thousand small bundles.
const base = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "stet-rollback-"));
afterAll(() => rmSync(base, { recursive: true, force: true }));

const KEPT = ".stet-kept/";

function write(folder: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** What stands for a page that was taken down. */
const GONE = "was taken down";

function manifestOf(files: Files): string {
  return formatManifest(
    Object.entries(files).map(([path, text]) => ({
      path,
      bytes: Buffer.byteLength(text),
      sha256: digestOf(text),
      ...(text === GONE ? { gone: true as const } : {}),
    })),
    "https://paper.example/",
  );
}

function bundle(files: Files): string {
  const folder = mkdtempSync(join(base, "bundle-"));
  write(folder, { ...files, "stet-manifest.jsonl": manifestOf(files) });
  return folder;
}

const idOf = (files: Files): string => bundleId(digestOf(manifestOf(files)));

/** A place in memory, with what is kept in it; it may stop before the operation of this number on a single file. */
class Place {
  held = new Map<string, string>();
  operations: string[] = [];
  failAt = Infinity;
  after: () => void = () => {};

  #one(operation: string, change: () => void): void {
    if (this.operations.length === this.failAt)
      throw new RcloneFailed("rclone copy ended with code 1.\nno");
    this.operations.push(operation);
    change();
    this.after();
  }

  /** The files below a folder. */
  below(root: string): KeptStore {
    const get = (path: string): string | undefined => this.held.get(path);
    const copy = (from: string, to: string, paths: readonly string[]): Promise<void> => {
      for (const path of paths) {
        const text = get(from + path);
        if (text !== undefined)
          this.#one(`${from}${path} -> ${to}${path}`, () => this.held.set(to + path, text));
      }
      return Promise.resolve();
    };
    return {
      fetch: async (paths, into) => {
        for (const path of paths) {
          const text = get(root + path);
          if (text !== undefined) write(into, { [path]: text });
        }
        return Promise.resolve();
      },
      send: async (from, paths) => {
        for (const path of paths) {
          const text = readFileSync(join(from, path), "utf8");
          this.#one(`+ ${root}${path}`, () => this.held.set(root + path, text));
        }
        return Promise.resolve();
      },
      remove: async (paths) => {
        for (const path of paths)
          this.#one(`- ${root}${path}`, () => this.held.delete(root + path));
        return Promise.resolve();
      },
      keep: async (folder, paths) => copy("", `${root}${folder}/`, paths),
      restore: async (folder, paths) => copy(`${root}${folder}/`, "", paths),
      measure: async (folder, paths) =>
        Promise.resolve(
          new Map(
            paths.flatMap((path) => {
              const text = get(`${root}${folder}/${path}`);
              return text === undefined ? [] : [[path, Buffer.byteLength(text)] as const];
            }),
          ),
        ),
    };
  }

  /** What readers and the next upload find: all but what is kept. */
  open(): Files {
    return Object.fromEntries([...this.held].filter(([path]) => !path.startsWith(KEPT)));
  }

  kept(): string[] {
    return [...this.held.keys()].filter((path) => path.startsWith(KEPT)).sort();
  }

  copyOf(): Place {
    const place = new Place();
    place.held = new Map(this.held);
    return place;
  }
}

let place: Place;
let hours = 0;
beforeEach(() => {
  place = new Place();
  hours = 0;
});

/** An hour later each time. */
const clock = (): number => Date.UTC(2026, 2, 1, (hours += 1));

function send(
  files: Files,
  most: number | undefined,
  to = place,
  more: Partial<UploadOptions> = {},
): Promise<UploadResult> {
  return upload({
    folder: bundle(files),
    target: "public:paper",
    store: to.below(""),
    dryRun: false,
    all: false,
    preview: false,
    use: { copies: false },
    clock,
    grace: () => Promise.resolve(),
    onStep: () => undefined,
    ...(most === undefined ? {} : { keep: { store: to.below(KEPT), most } }),
    ...more,
  });
}

function back(id: string, to = place, more: Partial<RollbackOptions> = {}): Promise<UploadResult> {
  return rollBack({
    target: "public:paper",
    store: to.below(""),
    kept: to.below(KEPT),
    id,
    yes: false,
    preview: false,
    dryRun: false,
    clock,
    grace: () => Promise.resolve(),
    onStep: () => undefined,
    ...more,
  });
}

async function history(): Promise<string> {
  const stores = { store: place.below(""), kept: place.below(KEPT) };
  return (await listKept({ target: "public:paper", ...stores })).text;
}

/** What a place has to show when a change to these files has ended. */
function whole(files: Files): Files {
  return { ...files, "stet-manifest.jsonl": manifestOf(files) };
}

const ONE: Files = {
  "index.html": "links a.html",
  "a.html": "links index.html s.one.css",
  "rss.xml": "links a.html",
  "s.one.css": "one",
  "same.txt": "same",
};
const TWO: Files = {
  "index.html": "links a.html b.html",
  "a.html": "links index.html s.two.css",
  "b.html": "links a.html",
  "rss.xml": "links b.html",
  "s.two.css": "two",
  "same.txt": "same",
};
const THREE: Files = {
  "index.html": "links a.html c.html",
  "a.html": "links index.html s.two.css",
  "b.html": "links a.html",
  "c.html": "links b.html",
  "rss.xml": "links c.html",
  "s.two.css": "two",
  "same.txt": "same",
};

/** Where something leads that a reader can get to, and where nothing is. */
function deadEnds(files: Files): string[] {
  const seen = new Set<string>();
  const dead: string[] = [];
  const waiting = ["index.html", "rss.xml"].filter((path) => path in files);
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const [word, ...links] = files[path]?.split(" ") ?? [];
    for (const link of word === "links" ? links : []) {
      if (link in files) waiting.push(link);
      else dead.push(`${path} -> ${link}`);
    }
  }
  return dead;
}

describe("an upload with --keep", () => {
  test("keeps what it replaces before it touches anything, and makes the place hold the bundle", async () => {
    await send(ONE, 2);
    place.operations = [];
    const { exitCode, text } = await send(TWO, 2);
    expect([exitCode, text]).toEqual([0, expect.stringContaining("Readers must not reach them")]);
    expect(place.open()).toEqual(whole(TWO));
    const id = idOf(ONE);
    expect(place.operations.slice(0, 8)).toEqual([
      "+ .stet-kept/stet-kept.json",
      `+ .stet-kept/${id}.manifest.jsonl`,
      `+ .stet-kept/${id}.held.jsonl`,
      `a.html -> .stet-kept/${id}/a.html`,
      `index.html -> .stet-kept/${id}/index.html`,
      `rss.xml -> .stet-kept/${id}/rss.xml`,
      `s.one.css -> .stet-kept/${id}/s.one.css`,
      "+ stet-journal.json",
    ]);
  });

  test("lets go what is older than the last N bundles, and all of it with 0", async () => {
    for (const files of [ONE, TWO, THREE]) await send(files, 1);
    const id = idOf(TWO);
    const held = ["index.html", "rss.xml"].map((path) => `${KEPT}${id}/${path}`);
    const records = [`${KEPT}${id}.held.jsonl`, `${KEPT}${id}.manifest.jsonl`];
    expect(place.kept()).toEqual([...records, ...held, `${KEPT}stet-kept.json`].sort());
    await send(THREE, 0);
    expect(place.kept()).toEqual([]);
  });

  test("without it touches nothing that is kept, and keeps nothing", async () => {
    await send(ONE, 2);
    await send(TWO, 2);
    const kept = place.kept();
    await send(THREE, undefined);
    expect(place.kept()).toEqual(kept);
  });
});

describe("going back", () => {
  beforeEach(async () => {
    for (const files of [ONE, TWO, THREE]) await send(files, 5);
  });

  test("lists what there is, the last one first", async () => {
    expect(await history()).toBe(
      `${idOf(TWO)}  public until 2026-03-01T02:00Z  6 files\n${idOf(ONE)}  public until 2026-03-01T01:00Z  5 files\n`,
    );
  });

  test.each([
    ["the one before", TWO],
    ["an older one, with files that several uploads have replaced", ONE],
  ])("makes the place hold a bundle: %s", async (_, files) => {
    const { exitCode, text } = await back(idOf(files).slice(0, 6));
    expect([exitCode, text]).toEqual([0, expect.stringContaining("is what it was as")]);
    expect(place.open()).toEqual(whole(files));
  });

  test("can be gone back from: `previous` goes to and fro", async () => {
    await back("previous");
    expect(place.open()).toEqual(whole(TWO));
    await back("previous", place, { yes: true });
    expect(place.open()).toEqual(whole(THREE));
    await back(idOf(ONE));
    await back(idOf(TWO), place, { yes: true });
    expect(place.open()).toEqual(whole(TWO));
    await back(idOf(THREE), place, { yes: true });
    expect(place.open()).toEqual(whole(THREE));
  });

  test("removes what only the newer bundle has when the grace is over", async () => {
    const during: Files[] = [];
    const grace = () => Promise.resolve(void during.push(place.open()));
    await back("previous", place, { grace });
    expect(during).toEqual([expect.objectContaining({ ...whole(TWO), "c.html": THREE["c.html"] })]);
    expect(place.open()).toEqual(whole(TWO));
  });

  test("is followed by an upload as any other bundle is", async () => {
    await back(idOf(ONE));
    await send({ ...THREE, "index.html": "links a.html c.html b.html" }, 2);
    expect(await history()).toContain(`${idOf(ONE)}  public until`);
    await back("previous");
    expect(place.open()).toEqual(whole(ONE));
  });

  test("to what nobody knows is refused, with what there is", async () => {
    const { exitCode, text } = await back("nothing");
    expect([exitCode, text]).toEqual([2, expect.stringContaining(`${idOf(TWO)}  public until`)]);
    expect(place.open()).toEqual(whole(THREE));
  });

  test("rehearsed tells what would be sent, and changes nothing", async () => {
    const before = new Map(place.held);
    const { text } = await back("previous", place, { dryRun: true });
    expect(text).toContain("removed           1");
    expect(place.held).toEqual(before);
  });

  test("is refused where a kept file is lost, and nothing is changed", async () => {
    place.held.delete(`${KEPT}${idOf(TWO)}/rss.xml`);
    const before = new Map(place.held);
    const { exitCode, text } = await back("previous");
    expect([exitCode, text]).toEqual([2, expect.stringMatching(/not kept.*rss\.xml.*from git/s)]);
    expect(place.held).toEqual(before);
  });

  test("is refused where an upload without --keep came between, and the list says so", async () => {
    await send({ ...THREE, "s.two.css": "changed" }, undefined);
    expect(await history()).toContain("cannot be made public again: 1 of its files were not kept");
    expect((await back(idOf(TWO))).exitCode).toBe(2);
  });

  test("is refused where the list of what is kept is damaged", async () => {
    place.held.set(`${KEPT}stet-kept.json`, "nonsense");
    for (const { exitCode, text } of [await back("previous"), await send(ONE, 2)])
      expect([exitCode, text]).toEqual([2, expect.stringContaining("cannot be read")]);
    expect(place.open()).toEqual(whole(THREE));
  });
});

test("a preview is public again only with --preview", async () => {
  const preview = bundle(ONE);
  const manifest = join(preview, "stet-manifest.jsonl");
  const [, entries = ""] = /^.*?\n(.*)$/s.exec(readFileSync(manifest, "utf8")) ?? [];
  const header = { stet: 1, files: 5, url: "https://paper.example/", preview: true };
  writeFileSync(manifest, `${JSON.stringify(header)}\n${entries}`);
  expect((await send(ONE, 1, place, { folder: preview, preview: true })).exitCode).toBe(0);
  await send(TWO, 1);
  expect(await back("previous")).toEqual({
    exitCode: 2,
    text: expect.stringContaining("--preview"),
  });
  expect(place.open()).toEqual(whole(TWO));
  expect((await back("previous", place, { preview: true })).exitCode).toBe(0);
  expect(place.held.get("stet-manifest.jsonl")).toContain('"preview":true');
});

test.each([
  ["was taken down", { ...ONE, "a.html": GONE }],
  ["is not there any more", { ...ONE, "a.html": undefined }],
])("a page that %s is named, and public again only with --yes", async (_, changed) => {
  await send(ONE, 1);
  const files = Object.fromEntries(Object.entries(changed).filter(([, text]) => text)) as Files;
  await send(files, 1);
  const before = new Map(place.held);
  const { exitCode, text } = await back("previous");
  expect([exitCode, text]).toEqual([2, expect.stringMatching(/ {2}a\.html\n.*--yes/s)]);
  expect(place.held).toEqual(before);
  expect((await back("previous", place, { yes: true })).exitCode).toBe(0);
  expect(place.open()).toEqual(whole(ONE));
});

/** Does something that stops before each of its steps, until it comes to its end; gives how often it was stopped. */
async function stopping(
  act: (to: Place) => Promise<UploadResult>,
  then: (to: Place, at: number) => Promise<void>,
): Promise<number> {
  for (let at = 0; ; at++) {
    const one = place.copyOf();
    one.failAt = at;
    one.after = () => expect(deadEnds(one.open()), `step ${at}`).toEqual([]);
    const { exitCode } = await act(one);
    if (exitCode === 0) return at;
    expect(exitCode).toBe(4);
    one.operations = [];
    one.failAt = Infinity;
    await then(one, at);
  }
}

describe("stopped before any one of its steps", () => {
  test("an upload with --keep is mended by the next, and there is a way back", async () => {
    await send(ONE, 3);
    const stops = await stopping(
      (to) => send(TWO, 3, to),
      async (to, at) => {
        expect((await send(TWO, 3, to)).exitCode).toBe(0);
        expect(to.open(), `step ${at}`).toEqual(whole(TWO));
        expect((await back(idOf(ONE), to)).exitCode, `step ${at}`).toBe(0);
        expect(to.open(), `step ${at}`).toEqual(whole(ONE));
      },
    );
    expect(stops).toBeGreaterThan(15);
  });

  test("an upload with --keep can be taken back at once", async () => {
    await send(ONE, 3);
    await stopping(
      (to) => send(TWO, 3, to),
      async (to, at) => {
        if (!("stet-journal.json" in to.open())) return;
        expect((await back(idOf(ONE), to)).exitCode, `step ${at}`).toBe(0);
        expect(to.open(), `step ${at}`).toEqual(whole(ONE));
      },
    );
  });

  test("letting go what is old is finished by the next upload", async () => {
    await send(ONE, 1);
    await send(TWO, 1);
    await stopping(
      (to) => send(THREE, 1, to),
      async (to, at) => {
        await send(THREE, 1, to);
        expect(
          to.kept().filter((path) => path.includes(idOf(ONE))),
          `step ${at}`,
        ).toEqual([]);
        expect((await back(idOf(TWO), to)).exitCode).toBe(0);
      },
    );
  });

  test("a rollback to `previous` is finished by the name it gives: what is previous may have changed", async () => {
    await send(ONE, 3);
    await send(TWO, 3);
    for (let at = 0; ; at++) {
      const one = place.copyOf();
      one.failAt = at;
      const { exitCode, text } = await back("previous", one);
      if (exitCode === 0) break;
      expect(text).toContain(`--rollback ${idOf(ONE)}`);
      one.failAt = Infinity;
      const again = await back("previous", one);
      const hasBegun = "stet-journal.json" in one.open();
      expect([again.exitCode, /has not ended/.test(again.text)]).toEqual(
        hasBegun ? [2, true] : [0, false],
      );
      if (hasBegun) expect((await back(idOf(ONE), one)).exitCode).toBe(0);
      expect(one.open(), `step ${at}`).toEqual(whole(ONE));
    }
  });

  test("a rollback is finished by the same command, or by another change", async () => {
    await send(ONE, 3);
    await send(TWO, 3);
    await send(THREE, 3);
    for (const [act, files] of [
      [(to: Place) => back(idOf(ONE), to), ONE],
      [(to: Place) => send(TWO, 3, to), TWO],
      [(to: Place) => send(THREE, undefined, to), THREE],
      [(to: Place) => back(idOf(TWO), to, { yes: true }), TWO],
    ] as const)
      await stopping(
        (to) => back(idOf(ONE), to),
        async (to, at) => {
          expect((await act(to)).exitCode, `step ${at}`).toBe(0);
          expect(to.open(), `step ${at}`).toEqual(whole(files));
        },
      );
  });
});
