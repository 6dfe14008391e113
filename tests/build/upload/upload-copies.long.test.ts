import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { upload } from "../../../src/cli/upload-command.ts";
import type { UploadResult } from "../../../src/cli/upload-command.ts";
import { rcloneStore } from "../../../src/deploy/object-store.ts";
import { runRclone } from "../../../src/deploy/rclone.ts";
import type { CopyUse } from "../../../src/deploy/stored-bundle.ts";
import { readManifest } from "../../../src/output/manifest.ts";
import { missingTools } from "../../tools/need.ts";
import { openBucket, writeBundle } from "./places.ts";
import type { Place } from "./places.ts";

const base = mkdtempSync(join(tmpdir(), "stet-upload-copies-"));
afterAll(() => rmSync(base, { recursive: true, force: true }));
const without = await missingTools(["rclone"]);

const page = (words: string) => ({ text: `${words} `.repeat(99), copies: ["br", "gzip"] as const });
const FILES = {
  "a/index.html": page("a page"),
  "index.html": page("the front"),
  "photo.webp": "a picture",
  "public.csv.gz": "the publication's own",
  "rss.xml": page("a feed"),
};

describe.skipIf(without)("an upload of a bundle with packed copies", () => {
  let place: Place;
  beforeEach(async () => {
    place = await openBucket();
  });
  afterEach(() => place.close());

  function send(folder: string, use: CopyUse): Promise<UploadResult> {
    const { target } = place;
    const store = rcloneStore(target, runRclone);
    const how = {
      dryRun: false,
      all: false,
      preview: false,
      use,
      clock: Date.now,
      grace: () => Promise.resolve(),
      onStep: () => undefined,
    };
    return upload({ folder, target, store, ...how });
  }

  test("leaves the copies behind", async () => {
    expect((await send(writeBundle(base, FILES), { copies: false })).exitCode).toBe(0);
    expect([...place.files().keys()]).toEqual([...Object.keys(FILES), "stet-manifest.jsonl"]);
  });

  test("sends them with --copies, and takes them away without it", async () => {
    const folder = writeBundle(base, FILES);
    await send(folder, { copies: true });
    expect(place.files().get("index.html.br")).toEqual(readFileSync(join(folder, "index.html.br")));
    expect(place.files().size).toBe(12);
    await send(folder, { copies: false });
    expect(place.files().size).toBe(6);
  });

  test.each([
    ["gzip", ".gz"],
    ["br", ".br"],
  ] as const)(
    "with --encoding %s stores packed bytes under the plain name, as what they are",
    async (encoding, ending) => {
      const folder = writeBundle(base, FILES);
      await send(folder, { copies: false, encoding });
      expect([...place.files().keys()]).toEqual([...Object.keys(FILES), "stet-manifest.jsonl"]);
      expect(place.stored("rss.xml")).toEqual({
        bytes: readFileSync(join(folder, `rss.xml${ending}`)),
        type: "application/rss+xml; charset=utf-8",
        caching: "public, max-age=1800",
        encoding,
      });
      expect(place.stored("photo.webp")).toMatchObject({ type: "image/webp", encoding: undefined });
      expect(place.stored("stet-manifest.jsonl")?.encoding).toBeUndefined();

      // The digests are those of the plain files, by which `ping` finds the feeds that changed.
      const said = place.files().get("stet-manifest.jsonl")?.toString() ?? "";
      const feed = readManifest(folder)?.entries.find(({ path }) => path === "rss.xml");
      expect(said).toContain(`${JSON.stringify(feed).slice(0, -1)},"encoding":"${encoding}"}`);
    },
  );

  test("sends nothing again with the same option, and what is packed with another one", async () => {
    const folder = writeBundle(base, FILES);
    await send(folder, { copies: false, encoding: "gzip" });
    place.changes.length = 0;
    const { text } = await send(folder, { copies: false, encoding: "gzip" });
    expect([text, place.changes]).toEqual([expect.stringContaining("nothing was sent"), []]);
    await send(folder, { copies: false });
    expect(place.changes.filter((change) => !change.includes("stet-"))).toEqual([
      "PUT /papers/main/a/index.html",
      "PUT /papers/main/index.html",
      "PUT /papers/main/rss.xml",
    ]);
    expect(place.stored("index.html")?.encoding).toBeUndefined();
  });

  test("is refused with --encoding where the bundle has no such copies", async () => {
    const folder = writeBundle(base, { "index.html": "a front" });
    const { exitCode, text } = await send(folder, { copies: false, encoding: "gzip" });
    expect([exitCode, text, place.changes]).toEqual([
      2,
      expect.stringContaining("Build with --compress."),
      [],
    ]);
  });
});
