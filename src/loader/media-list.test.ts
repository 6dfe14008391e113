import { expect, test } from "vitest";
import { sentName } from "../domain/listed-media.ts";
import type { ListedMedia } from "../domain/listed-media.ts";
import { formatMediaList, isMediaPath, parseMediaList } from "./media-list.ts";

const MEDIA: ListedMedia[] = [
  {
    file: "articles/2026/03/lock.jpg",
    bytes: 1234,
    sha256: "1".repeat(64),
    image: { width: 40, height: 30, type: "jpg" },
  },
  {
    file: "articles/2026/03/tide.gif",
    bytes: 99,
    sha256: "2".repeat(64),
    image: { width: 40, height: 30, type: "gif", transparent: true, animated: true },
    stored: "articles/2026/03/tide.gif",
  },
  { file: "public/tide.mp3", bytes: 5, sha256: "3".repeat(64) },
];

test("a list that is written is read as it was, with the lines of its files", () => {
  const { media, diagnostics } = parseMediaList(formatMediaList(MEDIA.toReversed()));
  expect(diagnostics).toEqual([]);
  expect(media).toEqual(MEDIA.map((one, index) => ({ ...one, line: index + 1 })));
});

test("a list that Windows has given other line ends is read", () => {
  const { media, diagnostics } = parseMediaList(formatMediaList(MEDIA).replaceAll("\n", "\r\n"));
  expect(diagnostics).toEqual([]);
  expect(media).toHaveLength(MEDIA.length);
});

test("a line that cannot be used leaves the others as they are", () => {
  const { media, diagnostics } = parseMediaList(`{\n${formatMediaList(MEDIA)}`);
  expect(diagnostics.map(({ code, line }) => `${code} ${line}`)).toEqual(["media/list 1"]);
  expect(media.map(({ line }) => line)).toEqual([2, 3, 4]);
});

test("files are sent under names that tell their digests", () => {
  expect(sentName({ file: "public/a.b/tide.1.mp3", sha256: "0123456789abcdef0123" })).toBe(
    "public/a.b/tide.1.0123456789abcdef.mp3",
  );
});

test("only paths that mean one file everywhere can be listed", () => {
  expect(isMediaPath("public/wp-content/uploads/2019/05/a b.jpg")).toBe(true);
  expect(isMediaPath("logo.png")).toBe(true);
  expect(isMediaPath("slots/crest.png")).toBe(false);
  expect(isMediaPath("articles/2026/03/cafe\u0301.jpg")).toBe(false);
  expect(isMediaPath("articles/2026/03/caf\u00e9.jpg")).toBe(true);
  expect(isMediaPath("public/a\nb.jpg")).toBe(false);
});
