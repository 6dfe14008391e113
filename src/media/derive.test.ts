import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { DECODING } from "../loader/pictures/decode-memory.ts";
import type { Picture } from "../domain/publication.ts";
import { PRESS_MARK } from "../site/default-pictures.ts";
import { aPublication } from "../../tests/fixtures/domain-values.ts";
import { photograph, pictureFile } from "../../tests/fixtures/picture-files.ts";
import type { PictureFile } from "../../tests/fixtures/picture-files.ts";
import { DerivativeCache } from "./derivative-cache.ts";
import type { Derivative } from "./derivative.ts";
import { deriveAll } from "./derive.ts";
import { pageForms } from "./page-pictures.ts";
import { feedLogoForm } from "./share-pictures.ts";

const base = mkdtempSync(join(tmpdir(), "stet-derive-"));
const content = join(base, "content");
const media = join(base, "media");
let harbour: PictureFile;
let pier: PictureFile;

beforeAll(async () => {
  harbour = await pictureFile(await photograph(600, 400), "articles/2026/03/harbour.jpg");
  pier = await pictureFile(await photograph(500, 500, 2), "articles/2026/03/pier.jpg");
});
beforeEach(() => {
  for (const folder of [content, media]) rmSync(folder, { recursive: true, force: true });
  for (const { picture, bytes } of [harbour, pier]) write(picture.file, bytes);
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

function write(file: string, bytes: Uint8Array): void {
  mkdirSync(dirname(join(content, file)), { recursive: true });
  writeFileSync(join(content, file), bytes);
}

function formsOf(picture: Picture): Derivative[] {
  const { sources, fallback } = pageForms(picture);
  return [...sources, fallback];
}

async function derived(
  orders: readonly Derivative[],
  sideBySide = 2,
): Promise<Map<string, Buffer>> {
  const made = new Map<string, Buffer>();
  const cache = new DerivativeCache(media, Date.now);
  await deriveAll(orders, { content, cache, sideBySide }, ({ path }, bytes) => {
    expect(made.has(path)).toBe(false);
    made.set(path, bytes);
  });
  return new Map([...made].sort(([a], [b]) => (a < b ? -1 : 1)));
}

test("every order is answered once, and kept", async () => {
  const orders = [...formsOf(harbour.picture), ...formsOf(pier.picture)];
  expect([...(await derived(orders)).keys()]).toEqual(orders.map(({ path }) => path).sort());
  expect(readdirSync(media)).toHaveLength(orders.length);
});

test("what is kept needs no source, and is the same to the byte", async () => {
  const first = await derived(formsOf(harbour.picture));
  rmSync(content, { recursive: true });
  expect(await derived(formsOf(harbour.picture))).toEqual(first);
});

test("two runs give equal bytes, whatever the order and the number side by side", async () => {
  const orders = [...formsOf(harbour.picture), ...formsOf(pier.picture)];
  const first = await derived(orders, 1);
  rmSync(media, { recursive: true });
  expect(await derived(orders.toReversed(), 4)).toEqual(first);
});

test("a kept file that is damaged is made anew", async () => {
  const first = await derived(formsOf(harbour.picture));
  for (const name of readdirSync(media)) truncateSync(join(media, name), 9);
  expect(await derived(formsOf(harbour.picture))).toEqual(first);
  rmSync(content, { recursive: true });
  expect(await derived(formsOf(harbour.picture))).toEqual(first);
});

test("one picture under two names is made once", async () => {
  await derived(formsOf(harbour.picture));
  const copy = { ...harbour.picture, file: "articles/2026/04/elsewhere.jpg" };
  const made = await derived(formsOf(copy));
  expect([...made.keys()].every((path) => path.startsWith("/media/elsewhere."))).toBe(true);
  expect(readdirSync(media)).toHaveLength(made.size);
});

test("a source that is no longer the one that was checked is refused, and nothing of it kept", async () => {
  write(harbour.picture.file, pier.bytes);
  await expect(derived(formsOf(harbour.picture))).rejects.toThrow(
    /harbour\.jpg was changed while the build was running/,
  );
  expect(() => readdirSync(media)).toThrow(/ENOENT/);
});

test("after a failure no further picture is begun", async () => {
  write(harbour.picture.file, pier.bytes);
  const later: Picture[] = [];
  for (const seed of Array.from({ length: 12 }, (_, index) => index + 10)) {
    const file = `articles/2026/03/later-${seed}.jpg`;
    const { picture, bytes } = await pictureFile(await photograph(150, 100, seed), file);
    write(file, bytes);
    later.push(picture);
  }
  // The largest is worked on first.
  await expect(derived([harbour.picture, ...later].flatMap(formsOf), 2)).rejects.toThrow(/harbour/);
  await setTimeout(500);
  const begun = existsSync(media) ? readdirSync(media).length : 0;
  expect(begun).toBeLessThanOrEqual(later.slice(0, 2).flatMap(formsOf).length);
});

test("what was made before a failure is kept", async () => {
  write(harbour.picture.file, pier.bytes);
  const orders = [pier.picture, harbour.picture].flatMap(formsOf);
  await expect(derived(orders, 1)).rejects.toThrow(/harbour/);
  rmSync(content, { recursive: true });
  expect([...(await derived(formsOf(pier.picture))).keys()].length).toBeGreaterThan(1);
});

test("a picture that two files hold is read and made once", async () => {
  const copy = { ...harbour.picture, file: "articles/2026/04/not-even-there.jpg" };
  const forms = formsOf(harbour.picture);
  const made = await derived([...forms, ...formsOf(copy)], 2);
  expect(made.size).toBe(2 * forms.length);
  expect(readdirSync(media)).toHaveLength(forms.length);
});

/** The picture of each file, in the order in which the files are done. */
async function orderOfWork(pictures: readonly Picture[], sideBySide: number): Promise<Picture[]> {
  const done: Picture[] = [];
  const cache = new DerivativeCache(media, Date.now);
  const orders = pictures.flatMap(formsOf);
  await deriveAll(orders, { content, cache, sideBySide }, ({ picture }) => done.push(picture));
  return done;
}

async function smallPicture(): Promise<Picture> {
  const { picture, bytes } = await pictureFile(await photograph(150, 100), "articles/small.jpg");
  write(picture.file, bytes);
  return picture;
}

test("the work goes from large to small, so that none waits at the end for a large one", async () => {
  const small = await smallPicture();
  const done = await orderOfWork([small, harbour.picture, pier.picture], 1);
  expect([...new Set(done)]).toEqual([pier.picture, harbour.picture, small]);
});

test("a picture waits until there is memory to decode it", async () => {
  let free = (): void => undefined;
  const held = DECODING.hold(Infinity, () => new Promise<void>((resolve) => (free = resolve)));
  let isMade = false;
  const made = derived(formsOf(harbour.picture)).then(() => (isMade = true));
  await setTimeout(300);
  expect(isMade).toBe(false);
  free();
  await Promise.all([held, made]);
});

test("the press's own pictures need no content folder", async () => {
  rmSync(content, { recursive: true });
  const order = feedLogoForm(aPublication([]));
  expect(order.picture).toBe(PRESS_MARK);
  expect([...(await derived([order])).keys()]).toEqual([order.path]);
});
