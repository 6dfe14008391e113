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
import { DECODING } from "../loader/images/decode-memory.ts";
import type { Image } from "../domain/publication.ts";
import { DEFAULT_MARK } from "../site/default-images.ts";
import { aPublication } from "../../tests/fixtures/domain-values.ts";
import { photograph, imageFile } from "../../tests/fixtures/image-files.ts";
import type { ImageFile } from "../../tests/fixtures/image-files.ts";
import { DerivativeCache } from "./derivative-cache.ts";
import type { Derivative } from "./derivative.ts";
import { deriveAll } from "./derive.ts";
import { pageForms } from "./page-images.ts";
import { feedLogoForm } from "./share-images.ts";

const base = mkdtempSync(join(tmpdir(), "stet-derive-"));
const content = join(base, "content");
const media = join(base, "media");
let harbour: ImageFile;
let pier: ImageFile;

beforeAll(async () => {
  harbour = await imageFile(await photograph(600, 400), "articles/2026/03/harbour.jpg");
  pier = await imageFile(await photograph(500, 500, 2), "articles/2026/03/pier.jpg");
});
beforeEach(() => {
  for (const folder of [content, media]) rmSync(folder, { recursive: true, force: true });
  for (const { image, bytes } of [harbour, pier]) write(image.file, bytes);
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

function write(file: string, bytes: Uint8Array): void {
  mkdirSync(dirname(join(content, file)), { recursive: true });
  writeFileSync(join(content, file), bytes);
}

function formsOf(image: Image): Derivative[] {
  const { sources, fallback } = pageForms(image);
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
  const orders = [...formsOf(harbour.image), ...formsOf(pier.image)];
  expect([...(await derived(orders)).keys()]).toEqual(orders.map(({ path }) => path).sort());
  expect(readdirSync(media)).toHaveLength(orders.length);
});

test("what is kept needs no source, and is the same to the byte", async () => {
  const first = await derived(formsOf(harbour.image));
  rmSync(content, { recursive: true });
  expect(await derived(formsOf(harbour.image))).toEqual(first);
});

test("two runs give equal bytes, whatever the order and the number side by side", async () => {
  const orders = [...formsOf(harbour.image), ...formsOf(pier.image)];
  const first = await derived(orders, 1);
  rmSync(media, { recursive: true });
  expect(await derived(orders.toReversed(), 4)).toEqual(first);
});

test("a kept file that is damaged is made anew", async () => {
  const first = await derived(formsOf(harbour.image));
  for (const name of readdirSync(media)) truncateSync(join(media, name), 9);
  expect(await derived(formsOf(harbour.image))).toEqual(first);
  rmSync(content, { recursive: true });
  expect(await derived(formsOf(harbour.image))).toEqual(first);
});

test("one picture under two names is made once", async () => {
  await derived(formsOf(harbour.image));
  const copy = { ...harbour.image, file: "articles/2026/04/elsewhere.jpg" };
  const made = await derived(formsOf(copy));
  expect([...made.keys()].every((path) => path.startsWith("/media/elsewhere."))).toBe(true);
  expect(readdirSync(media)).toHaveLength(made.size);
});

test("a source that is no longer the one that was checked is refused, and nothing of it kept", async () => {
  write(harbour.image.file, pier.bytes);
  await expect(derived(formsOf(harbour.image))).rejects.toThrow(
    /harbour\.jpg was changed while the build was running/,
  );
  expect(() => readdirSync(media)).toThrow(/ENOENT/);
});

test("after a failure no further picture is begun", async () => {
  write(harbour.image.file, pier.bytes);
  const later: Image[] = [];
  for (const seed of Array.from({ length: 12 }, (_, index) => index + 10)) {
    const file = `articles/2026/03/later-${seed}.jpg`;
    const { image, bytes } = await imageFile(await photograph(150, 100, seed), file);
    write(file, bytes);
    later.push(image);
  }
  // The largest is worked on first.
  await expect(derived([harbour.image, ...later].flatMap(formsOf), 2)).rejects.toThrow(/harbour/);
  await setTimeout(500);
  const begun = existsSync(media) ? readdirSync(media).length : 0;
  expect(begun).toBeLessThanOrEqual(later.slice(0, 2).flatMap(formsOf).length);
});

test("what was made before a failure is kept", async () => {
  write(harbour.image.file, pier.bytes);
  const orders = [pier.image, harbour.image].flatMap(formsOf);
  await expect(derived(orders, 1)).rejects.toThrow(/harbour/);
  rmSync(content, { recursive: true });
  expect([...(await derived(formsOf(pier.image))).keys()].length).toBeGreaterThan(1);
});

test("a picture that two files hold is read and made once", async () => {
  const copy = { ...harbour.image, file: "articles/2026/04/not-even-there.jpg" };
  const forms = formsOf(harbour.image);
  const made = await derived([...forms, ...formsOf(copy)], 2);
  expect(made.size).toBe(2 * forms.length);
  expect(readdirSync(media)).toHaveLength(forms.length);
});

/** The picture of each file, in the order in which the files are done. */
async function orderOfWork(images: readonly Image[], sideBySide: number): Promise<Image[]> {
  const done: Image[] = [];
  const cache = new DerivativeCache(media, Date.now);
  const orders = images.flatMap(formsOf);
  await deriveAll(orders, { content, cache, sideBySide }, ({ image }) => done.push(image));
  return done;
}

async function smallImage(): Promise<Image> {
  const { image, bytes } = await imageFile(await photograph(150, 100), "articles/small.jpg");
  write(image.file, bytes);
  return image;
}

test("the work goes from large to small, so that none waits at the end for a large one", async () => {
  const small = await smallImage();
  const done = await orderOfWork([small, harbour.image, pier.image], 1);
  expect([...new Set(done)]).toEqual([pier.image, harbour.image, small]);
});

test("a picture waits until there is memory to decode it", async () => {
  let free = (): void => undefined;
  const held = DECODING.hold(Infinity, () => new Promise<void>((resolve) => (free = resolve)));
  let isMade = false;
  const made = derived(formsOf(harbour.image)).then(() => (isMade = true));
  await setTimeout(300);
  expect(isMade).toBe(false);
  free();
  await Promise.all([held, made]);
});

test("the press's own pictures need no content folder", async () => {
  rmSync(content, { recursive: true });
  const derivative = feedLogoForm(aPublication([]));
  expect(derivative.image).toBe(DEFAULT_MARK);
  expect([...(await derived([derivative])).keys()]).toEqual([derivative.path]);
});
