import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { listKept, rollBack } from "../../../src/cli/rollback-command.ts";
import { upload } from "../../../src/cli/upload-command.ts";
import type { UploadResult } from "../../../src/cli/upload-command.ts";
import { below, rcloneKeptStore } from "../../../src/deploy/rollback-store.ts";
import { rcloneStore } from "../../../src/deploy/object-store.ts";
import { runRclone } from "../../../src/deploy/rclone.ts";
import type { Encoding } from "../../../src/domain/encodings.ts";
import { verifyBundle } from "../../../src/output/verify.ts";
import { bundleDifferences, readBundle } from "../bundles.ts";
import { missingTools } from "../../tools/need.ts";
import { openBucket, openFolder, writeBundle } from "./places.ts";
import type { Place } from "./places.ts";

const base = mkdtempSync(join(tmpdir(), "stet-rollback-"));
afterAll(() => rmSync(base, { recursive: true, force: true }));
const without = await missingTools(["rclone"]);

const page = (words: string) => ({ text: `${words} `.repeat(99), copies: ["gzip"] as const });
const ONE = {
  "2026/03/a/index.html": page("the first"),
  "_astro/s.00000001.css": "one",
  "index.html": page("one"),
  "name with space & ö; 100%.txt": "one",
  "rss.xml": page("feed one"),
  "same.txt": "same",
};
const TWO = {
  "2026/03/a/index.html": page("the first"),
  "2026/03/b/index.html": page("the second"),
  "_astro/s.00000002.css": "two",
  "index.html": page("two"),
  "name with space & ö; 100%.txt": "two",
  "rss.xml": page("feed two"),
  "same.txt": "same",
};

describe.skipIf(without).each([
  ["a folder", openFolder],
  ["an object store", openBucket],
])("going back, in %s", (_, open) => {
  let place: Place;
  let keptAt: string;
  beforeEach(async () => {
    place = await open();
    keptAt = below(place.target, ".stet-kept");
  });
  afterEach(() => place.close());

  const stores = () => ({
    target: place.target,
    store: rcloneStore(place.target, runRclone),
    kept: rcloneKeptStore(keptAt, place.target, runRclone),
  });
  const grace = () => Promise.resolve();
  const how = { dryRun: false, preview: false, clock: Date.now, grace, onStep: () => undefined };

  function send(folder: string, encoding?: Encoding): Promise<UploadResult> {
    const { kept, ...to } = stores();
    const use = { copies: false, ...(encoding === undefined ? {} : { encoding }) };
    return upload({ ...how, ...to, folder, all: false, use, keep: { store: kept, most: 3 } });
  }

  const back = (id: string, yes = false): Promise<UploadResult> =>
    rollBack({ ...how, ...stores(), id, yes });

  const publicFiles = (): Map<string, Buffer> =>
    new Map([...place.files()].filter(([path]) => !path.startsWith(".stet-kept/")));

  test("makes it what it was, byte for byte, and forth again", async () => {
    const [one, two] = [writeBundle(base, ONE), writeBundle(base, TWO)];
    await send(one);
    const first = publicFiles();
    await send(two);
    const second = publicFiles();
    expect(bundleDifferences(second, first)).not.toEqual([]);
    const { exitCode, text } = await back("previous");
    expect([exitCode, text]).toEqual([0, expect.stringContaining("is what it was as")]);
    expect(bundleDifferences(publicFiles(), first)).toEqual([]);
    expect((await back("previous")).text).toContain("2026/03/b/index.html");
    expect((await back("previous", true)).exitCode).toBe(0);
    expect(bundleDifferences(publicFiles(), second)).toEqual([]);
    expect((await send(two)).text).toContain("nothing was sent");
  });

  test("keeps the headers that files are stored with, also of packed ones", async () => {
    const one = writeBundle(base, ONE);
    await send(one, "gzip");
    const paths = Object.keys(ONE);
    const first = paths.map((path) => place.stored(path));
    await send(writeBundle(base, TWO), "gzip");
    place.changes.length = 0;
    expect((await back("previous")).exitCode).toBe(0);
    expect(paths.map((path) => place.stored(path))).toEqual(first);
    // The bytes do not pass through this machine: only records are sent.
    const sent = place.changes.filter((change) => change.startsWith("PUT"));
    if (place.target.includes(":"))
      expect(place.changes.join("\n")).toContain("COPY /papers/main/index.html");
    expect(sent.filter((change) => !/stet-|\.jsonl$/.test(change))).toEqual([]);
  });

  test("is refused where a kept file is lost, and changes nothing", async () => {
    await send(writeBundle(base, ONE));
    await send(writeBundle(base, TWO));
    const [lost = ""] = [...place.files().keys()].filter((path) => path.endsWith("100%.txt"));
    expect(lost).toMatch(/^\.stet-kept\/[\da-f]{12}\//);
    place.lose(lost);
    const before = place.files();
    const { exitCode, text } = await back("previous");
    expect([exitCode, text]).toEqual([2, expect.stringContaining("100%.txt")]);
    expect(bundleDifferences(place.files(), before)).toEqual([]);
  });

  test("lists nothing where nothing was kept", async () => {
    const { exitCode, text } = await listKept(stores());
    expect([exitCode, text]).toEqual([0, expect.stringContaining("--keep N")]);
  });

  test("works with what is kept elsewhere", async () => {
    const other = await openFolder();
    keptAt = other.target;
    await send(writeBundle(base, ONE));
    const first = publicFiles();
    await send(writeBundle(base, TWO));
    expect([...place.files().keys()].filter((path) => path.startsWith(".stet"))).toEqual([]);
    expect(other.files().size).toBeGreaterThan(3);
    await back("previous");
    expect(bundleDifferences(publicFiles(), first)).toEqual([]);
    other.close();
  });
});

test.skipIf(without)("what is kept in a folder is no fault of the bundle there", async () => {
  const place = await openFolder();
  const store = rcloneStore(place.target, runRclone);
  const kept = rcloneKeptStore(below(place.target, ".stet-kept"), place.target, runRclone);
  for (const files of [ONE, TWO])
    await upload({
      folder: writeBundle(base, files),
      target: place.target,
      store,
      dryRun: false,
      all: false,
      preview: false,
      use: { copies: true },
      keep: { store: kept, most: 1 },
      clock: Date.now,
      grace: () => Promise.resolve(),
      onStep: () => undefined,
    });
  expect(readBundle(place.target).size).toBeGreaterThan(Object.keys(TWO).length + 3);
  expect(verifyBundle(place.target).problems).toEqual([]);
  place.close();
});
