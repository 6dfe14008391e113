import { expect, test } from "vitest";
import { mayBeLoaded, mediaSource } from "./media-source.ts";

test.each([
  ["/clip.mp4", "video", { kind: "file", file: "public/clip.mp4" }],
  ["/a%20b/CLIP.WebM?x#t=3", "video", { kind: "file", file: "public/a b/CLIP.WebM" }],
  ["/clip.vtt", "captions", { kind: "file", file: "public/clip.vtt" }],
  ["./clip.mp4", "video", { kind: "outside" }],
  ["/../site.yaml", "video", { kind: "outside" }],
  ["/clip.avi", "video", { kind: "unplayable" }],
  ["/clip.mp4", "audio", { kind: "unplayable" }],
  ["https://media.example/a.mp3", "audio", { kind: "remote", host: "media.example" }],
  ["https://media.example/a.vtt", "captions", { kind: "outside" }],
  ["https://youtu.be/aqz-KE-bpKQ", "audio", { kind: "unknown", host: "youtu.be" }],
  ["https://film.example/watch", "video", { kind: "unknown", host: "film.example" }],
  ["http://media.example/a.mp3", "audio", { kind: "insecure" }],
  ["//media.example/a.mp3", "audio", { kind: "insecure" }],
  ["https://user:word@media.example/a.mp3", "audio", { kind: "insecure" }],
  ["data:audio/wav;base64,AAAA", "audio", { kind: "insecure" }],
] as const)("%s as %s", (src, use, expected) => {
  expect(mediaSource(src, use)).toEqual(expected);
});

test("only what site.yaml names may be loaded", () => {
  const film = { kind: "page", host: "youtu.be", player: "youtube", frame: "" } as const;
  const valid = { kind: "remote", host: "media.example" } as const;
  const embeds = { players: ["youtube" as const], media: ["media.example"] };
  expect([film, valid].map((source) => mayBeLoaded(source, { embeds }))).toEqual([true, true]);
  expect([film, valid].map((source) => mayBeLoaded(source, {}))).toEqual([false, false]);
  expect(mayBeLoaded({ ...valid, host: "cdn.media.example" }, { embeds })).toBe(false);
});
