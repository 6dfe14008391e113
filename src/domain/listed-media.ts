import { fileEnding } from "./publishable-types.ts";
import type { Image } from "./publication.ts";

/** What is known of a picture without its bytes. */
export type ImageFacts = Pick<Image, "width" | "height" | "type" | "transparent" | "animated">;

/** A media file outside git, as a line of `media.jsonl` lists it. Plain data. */
export interface ListedMedia {
  /** Composed path below the content folder, with `/`. */
  file: string;
  bytes: number;
  /** In lower-case hex. */
  sha256: string;
  /** Of pictures. */
  image?: ImageFacts;
  /** Its path in the media store, where that has it under another name than `sentName` gives. */
  stored?: string;
}

/** A listed file as a content folder has it. */
export interface ListedFile extends ListedMedia {
  /** The line of the list, from 1. */
  line: number;
  /** Whether the file is in the content folder; otherwise it has to be fetched before it can be opened. */
  isHere: boolean;
}

/** Endings of the pictures that may be listed. Drawings are texts, and are read for what they may do: they stay in git. */
const IMAGES = ["avif", "gif", "jpeg", "jpg", "png", "webp"];

/** Endings of the files that may be listed, in lower case. */
export const MEDIA_ENDINGS: readonly string[] = [
  ...IMAGES,
  ...["m4a", "mp3", "mp4", "ogg", "pdf", "wav", "webm"],
];

/** Digits of a digest that tell apart whatever has had the same path. */
const DIGITS = 16;

/** Whether a file may be listed, by its name. */
export function isMediaName(file: string): boolean {
  return MEDIA_ENDINGS.includes(fileEnding(file));
}

/** Whether such a file is a picture, by its name. */
export function isListedImage(file: string): boolean {
  return IMAGES.includes(fileEnding(file));
}

/** Its path in the media store. */
export function storedName(media: ListedMedia): string {
  return media.stored ?? sentName(media);
}

/**
 * The path that a file is sent to: its own with digits of its digest, `articles/2026/03/lock.0123456789abcdef.jpg`. So
 * nothing in a store is ever replaced, and an older revision of the publication finds the files it lists.
 */
export function sentName({ file, sha256 }: Pick<ListedMedia, "file" | "sha256">): string {
  const dot = file.lastIndexOf(".");
  return `${file.slice(0, dot)}.${sha256.slice(0, DIGITS)}${file.slice(dot)}`;
}

/** Whether a path looks like one that `sentName` gives. */
export function isSentName(path: string): boolean {
  return /\.[\da-f]{16}\.[^./]+$/.test(path);
}
