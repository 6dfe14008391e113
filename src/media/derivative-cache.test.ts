import { hash } from "node:crypto";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { DerivativeCache } from "./derivative-cache.ts";

const DAY = 86_400_000;
const KEY = hash("sha256", "key", "hex");
const OTHER = hash("sha256", "other", "hex");
const BYTES = Buffer.from("the bytes of a form");

let base = "";
let folder = "";
let now = Date.now();
let told: string[] = [];
const cache = (): DerivativeCache =>
  new DerivativeCache(
    folder,
    () => now,
    (sentence) => told.push(sentence),
  );

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "stet-media-"));
  folder = join(base, "media");
  now = Date.now();
  told = [];
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

/** The one file of the folder. */
function onlyFile(): string {
  const [name = "", ...others] = readdirSync(folder);
  expect(others).toEqual([]);
  return join(folder, name);
}

test("what is kept is found, by this build and by the next", async () => {
  const first = cache();
  await first.keep(KEY, BYTES);
  expect(await first.find(KEY)).toEqual(BYTES);
  expect(await cache().find(KEY)).toEqual(BYTES);
});

test("nothing is found under another key, or in a folder that is not there", async () => {
  expect(await cache().find(KEY)).toBeUndefined();
  await cache().keep(KEY, BYTES);
  expect(await cache().find(OTHER)).toBeUndefined();
});

test.each([
  ["cut short", () => truncateSync(onlyFile(), 5)],
  ["empty", () => truncateSync(onlyFile(), 0)],
  ["altered, of the same length", () => writeFileSync(onlyFile(), "THE bytes of a form")],
])("a file that is %s is not given out, and makes room for a sound one", async (_, damage) => {
  await cache().keep(KEY, BYTES);
  damage();
  const damaged = onlyFile();
  const next = cache();
  expect(await next.find(KEY)).toBeUndefined();
  expect(told).toEqual([`The cache file ${damaged} is damaged; its image is made again.`]);
  expect(readdirSync(folder)).toEqual([]);
  await next.keep(KEY, BYTES);
  expect(await next.find(KEY)).toEqual(BYTES);
  expect(readFileSync(onlyFile())).toEqual(BYTES);
});

test("a file that another build removed in the meantime is as good as never made", async () => {
  const mine = cache();
  await mine.keep(KEY, BYTES);
  rmSync(onlyFile());
  expect(await mine.find(KEY)).toBeUndefined();
  expect(told).toEqual([]);
});

test("two files that changed places are both found out", async () => {
  await cache().keep(KEY, BYTES);
  const mine = onlyFile();
  await cache().keep(OTHER, Buffer.from("other bytes"));
  const yours = join(folder, readdirSync(folder).find((name) => name.startsWith(OTHER)) ?? "");
  writeFileSync(mine, "other bytes");
  writeFileSync(yours, BYTES);
  const next = cache();
  expect([await next.find(KEY), await next.find(OTHER)]).toEqual([undefined, undefined]);
  expect(told).toHaveLength(2);
});

test("a folder in the place of a file, and a file in that of the folder, are told of and end nothing", async () => {
  await cache().keep(KEY, BYTES);
  const file = onlyFile();
  rmSync(file);
  mkdirSync(join(file, "inside"), { recursive: true });
  const next = cache();
  expect(await next.find(KEY)).toBeUndefined();
  await next.keep(KEY, BYTES);
  await next.keep(KEY, BYTES);
  expect(told).toEqual([
    expect.stringContaining(`The cache file ${file} cannot be used (EISDIR`),
    expect.stringContaining(`The cache folder ${folder} cannot be written (E`),
  ]);
  expect(readdirSync(folder)).toEqual([basename(file)]);
  rmSync(folder, { recursive: true });
  writeFileSync(folder, "");
  told = [];
  const last = cache();
  expect(await last.find(KEY)).toBeUndefined();
  await last.keep(KEY, BYTES);
  expect(last.isToTell("me")).toBe(true);
  last.tell("me", [KEY]);
  expect(told).toHaveLength(1);
});

test("names that are no key and digest are passed over", async () => {
  await cache().keep(KEY, BYTES);
  writeFileSync(join(folder, "README"), "");
  writeFileSync(join(folder, `${KEY}.short`), "");
  expect(await cache().find(KEY)).toEqual(BYTES);
});

test("what a day-old kill left and what nobody used for two months goes, the rest stays", async () => {
  await cache().keep(KEY, BYTES);
  const old = join(folder, `${OTHER}.${OTHER}`);
  const unfinished = join(folder, "unfinished-0000");
  for (const file of [old, unfinished]) writeFileSync(file, "");
  utimesSync(old, 0, (now - 61 * DAY) / 1000);
  utimesSync(unfinished, 0, (now - 2 * DAY) / 1000);
  const running = join(folder, "unfinished-1111");
  writeFileSync(running, "");
  cache().tell("me", []);
  expect(readdirSync(folder).sort()).toEqual(
    [`${KEY}.${hash("sha256", BYTES, "hex")}`, "told-me", "unfinished-1111"].sort(),
  );
});

test("what is used stays: finding it makes it young again", async () => {
  await cache().keep(KEY, BYTES);
  const file = onlyFile();
  now += 50 * DAY;
  await cache().find(KEY);
  expect(Math.abs(statSync(file).mtimeMs - now)).toBeLessThan(1000);
  now += 50 * DAY;
  cache().tell("me", []);
  expect(await cache().find(KEY)).toEqual(BYTES);
});

test("what somebody uses stays, though nobody asks for it", async () => {
  await cache().keep(KEY, BYTES);
  await cache().keep(OTHER, BYTES);
  for (let weeks = 0; weeks < 12; weeks++) {
    now += 8 * DAY;
    cache().tell("me", [KEY, hash("sha256", "never kept", "hex")]);
    cache().tell("you", [OTHER]);
  }
  expect(await cache().find(KEY)).toEqual(BYTES);
  expect(await cache().find(OTHER)).toEqual(BYTES);
});

test("each is asked once a week what it uses", () => {
  expect(cache().isToTell("me")).toBe(true);
  cache().tell("me", []);
  expect(cache().isToTell("me")).toBe(false);
  expect(cache().isToTell("you")).toBe(true);
  now += 6 * DAY;
  expect(cache().isToTell("me")).toBe(false);
  now += 2 * DAY;
  expect(cache().isToTell("me")).toBe(true);
});

test("one whose mark lies in the future is asked all the same", () => {
  cache().tell("me", []);
  now -= 30 * DAY;
  expect(cache().isToTell("me")).toBe(true);
});

test("who tells nothing for two months is forgotten", () => {
  cache().tell("me", []);
  now += 61 * DAY;
  cache().tell("you", []);
  expect(readdirSync(folder)).toEqual(["told-you"]);
});

test("of many damaged files a few are told, and then that there are more", async () => {
  const keys = Array.from({ length: 9 }, (_, at) => hash("sha256", `key ${at}`, "hex"));
  for (const key of keys) await cache().keep(key, BYTES);
  for (const name of readdirSync(folder)) truncateSync(join(folder, name), 3);
  const one = cache();
  for (const key of keys) expect(await one.find(key)).toBeUndefined();
  expect(told).toHaveLength(6);
  expect(told.at(-1)).toBe(
    `More files of the cache folder ${folder} are damaged; their images are made again.`,
  );
});
