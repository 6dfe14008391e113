import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Publication } from "../domain/publication.ts";
import type { Derivative } from "../media/derivative.ts";
import { keysOf } from "../media/derive.ts";
import { mediaFiles } from "../media/media-files.ts";
import { aPublication } from "../../tests/fixtures/domain-values.ts";
import { photograph, imageFile } from "../../tests/fixtures/image-files.ts";
import type { ImageFile } from "../../tests/fixtures/image-files.ts";
import { digestOf } from "../cache/file-digest.ts";
import type { OutputRecord } from "../output/output-state.ts";
import { planDerivatives, pruneMedia } from "./plan-media.ts";
import { createProgress } from "./progress.ts";
import type { PlannedFile } from "../output/publish-plan.ts";

const base = mkdtempSync(join(tmpdir(), "stet-plan-media-"));
const content = join(base, "content");
const cache = join(base, "cache");
const staging = join(base, "staging");
const HARBOUR = "articles/2026/03/harbour.jpg";
const PIER = "articles/2026/03/pier.jpg";
let harbour: ImageFile;
let pier: ImageFile;
let another: ImageFile;
let now = Date.now();

beforeAll(async () => {
  harbour = await imageFile(await photograph(600, 400), HARBOUR);
  pier = await imageFile(await photograph(500, 500, 2), PIER);
  another = await imageFile(await photograph(600, 400, 3), HARBOUR);
});
beforeEach(() => {
  now = Date.now();
  for (const folder of [content, cache, staging]) rmSync(folder, { recursive: true, force: true });
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** Writes the pictures and gives a publication that shows them. */
function publicationOf(...files: ImageFile[]): Publication {
  for (const { image, bytes } of files) {
    mkdirSync(dirname(join(content, image.file)), { recursive: true });
    writeFileSync(join(content, image.file), bytes);
  }
  const images = Object.fromEntries(files.map(({ image }) => [image.file, image]));
  return aPublication([], { content, images });
}

function derivativesOf(publication: Publication): Derivative[] {
  return [...mediaFiles(publication).derivatives.values()];
}

async function planned(
  publication: Publication,
  intact: ReadonlyMap<string, OutputRecord> = new Map(),
): Promise<{ plan: Map<string, PlannedFile>; said: string }> {
  rmSync(staging, { recursive: true, force: true });
  const written: string[] = [];
  const stream = { write: (text: string) => written.push(text) };
  const plan = await planDerivatives(derivativesOf(publication), {
    content,
    staging,
    cache,
    intact,
    clock: () => now,
    progress: createProgress({ stream, isTty: false, now: () => 0 }),
    sideBySide: 2,
  });
  return { plan, said: written.join("") };
}

/** What a build remembers after it has published a plan. */
function recordsOf(plan: ReadonlyMap<string, PlannedFile>): Map<string, OutputRecord> {
  return new Map(
    [...plan].map(([path, file]) => {
      if (file.from === "kept") return [path, file.record];
      const { key, sha256 = "", bytes = 0 } = file;
      return [path, { path, sha256, bytes, stat: "", ...(key === undefined ? {} : { key }) }];
    }),
  );
}

function stagedPaths(plan: ReadonlyMap<string, PlannedFile>): string[] {
  return [...plan].flatMap(([path, { from }]) => (from === "staged" ? [path] : [])).sort();
}

test("a first build stages every form, with the digest of its bytes", async () => {
  const publication = publicationOf(harbour, pier);
  const { plan, said } = await planned(publication);
  const expected = [...mediaFiles(publication).derivatives.keys()].map((path) => path.slice(1));
  expect(stagedPaths(plan)).toEqual(expected.sort());
  expect(said).toContain(`Making pictures (${expected.length})`);
  for (const [path, file] of plan) {
    if (file.from !== "staged") throw new Error(`${path} is not staged.`);
    const bytes = readFileSync(file.file);
    expect([file.sha256, file.bytes]).toEqual([digestOf(bytes), bytes.length]);
  }
});

test("what stands in the bundle stays without a look at source or cache", async () => {
  const publication = publicationOf(harbour, pier);
  const first = await planned(publication);
  for (const folder of [content, cache]) rmSync(folder, { recursive: true });
  const { plan, said } = await planned(publication, recordsOf(first.plan));
  expect(stagedPaths(plan)).toEqual([]);
  expect(plan.size).toBe(first.plan.size);
  expect(said).toBe("");
});

test("a changed picture makes new files for itself alone", async () => {
  const first = await planned(publicationOf(harbour, pier));
  const { plan } = await planned(publicationOf(another, pier), recordsOf(first.plan));
  const made = stagedPaths(plan);
  expect(made).not.toEqual([]);
  expect(made.filter((path) => !path.startsWith("media/harbour."))).toEqual([]);
  expect(made.filter((path) => first.plan.has(path))).toEqual([]);
  expect([...plan.keys()].filter((path) => path.startsWith("media/harbour."))).toEqual(
    expect.arrayContaining(made),
  );
  expect(plan.size).toBe(first.plan.size);
});

test("a form that the bundle lost comes from the cache, without its source", async () => {
  const publication = publicationOf(harbour);
  const first = await planned(publication);
  const records = recordsOf(first.plan);
  const [lost = ""] = stagedPaths(first.plan);
  const before = records.get(lost)?.sha256;
  records.delete(lost);
  rmSync(content, { recursive: true });
  const { plan } = await planned(publication, records);
  expect(stagedPaths(plan)).toEqual([lost]);
  expect(recordsOf(plan).get(lost)?.sha256).toBe(before);
});

test("what another recipe made is made anew", async () => {
  const publication = publicationOf(harbour);
  const first = await planned(publication);
  const older = [...recordsOf(first.plan)].map(
    ([path, record]) => [path, { ...record, key: "picture 0" }] as const,
  );
  const { plan } = await planned(publication, new Map(older));
  expect(stagedPaths(plan)).toEqual(stagedPaths(first.plan));
});

test("a cache that is damaged makes the same files", async () => {
  const publication = publicationOf(harbour);
  const first = await planned(publication);
  const media = join(cache, "media");
  for (const name of readdirSync(media)) truncateSync(join(media, name), 20);
  const { plan } = await planned(publication);
  const digests = ({ plan: files }: { plan: Map<string, PlannedFile> }) =>
    [...recordsOf(files)].map(([path, { sha256 }]) => `${path} ${sha256}`).sort();
  expect(digests({ plan })).toEqual(digests(first));
});

test("a source that changed since the check ends the build", async () => {
  const publication = publicationOf(harbour);
  writeFileSync(join(content, HARBOUR), another.bytes);
  await expect(planned(publication)).rejects.toThrow(/was changed while the build was running/);
});

/** How many forms of each picture the cache keeps, by the digest of the picture. */
async function cachedForms(): Promise<Record<"harbour" | "pier", number>> {
  const kept = new Set(readdirSync(join(cache, "media")).map((name) => name.split(".")[0]));
  const count = async ({ image }: ImageFile): Promise<number> => {
    const orders = derivativesOf(publicationOf({ image, bytes: Buffer.alloc(0) }));
    const keys = await keysOf(orders.filter((derivative) => derivative.image === image));
    return keys.filter((key) => kept.has(key)).length;
  };
  return { harbour: await count(harbour), pier: await count(pier) };
}

const DAY = 86_400_000;
const published = (out: string, publication: Publication): Promise<void> =>
  pruneMedia(derivativesOf(publication), {
    out: join(base, out),
    cache,
    clock: () => now,
    onDamage: () => undefined,
  });

test("planning removes nothing from the cache, since the build may yet fail", async () => {
  await planned(publicationOf(harbour, pier));
  const before = await cachedForms();
  now += 100 * DAY;
  await planned(publicationOf(another));
  expect(await cachedForms()).toEqual(before);
});

test("what a bundle holds stays in the cache, though no build takes it from there", async () => {
  const publication = publicationOf(harbour, pier);
  await planned(publication);
  const before = await cachedForms();
  expect(Object.values(before).filter((forms) => forms < 2)).toEqual([]);
  for (let builds = 0; builds < 5; builds++) {
    now += 30 * DAY;
    await published("out", publication);
  }
  expect(await cachedForms()).toEqual(before);
});

test("what no bundle holds any more waits for two months, in case a change is taken back", async () => {
  await planned(publicationOf(harbour, pier));
  await published("out", publicationOf(harbour, pier));
  const { harbour: forms, pier: lost } = await cachedForms();
  now += 45 * DAY;
  await published("out", publicationOf(harbour));
  expect(await cachedForms()).toEqual({ harbour: forms, pier: lost });
  now += 20 * DAY;
  await published("out", publicationOf(harbour));
  expect(await cachedForms()).toEqual({ harbour: forms, pier: 0 });
});

test("two bundles that share a cache leave each other's forms alone", async () => {
  await planned(publicationOf(harbour, pier));
  const before = await cachedForms();
  for (let builds = 0; builds < 10; builds++) {
    now += 15 * DAY;
    await published("one", publicationOf(harbour));
    now += 15 * DAY;
    await published("two", publicationOf(pier));
  }
  expect(await cachedForms()).toEqual(before);
});
