import { createReadStream } from "node:fs";
import { unreadableFile } from "./file-kind.ts";
import { RawScanner } from "./raw-scanner.ts";

/** What is counted by itself, by the name of its element and of the one around it. */
const COUNTED: Readonly<Record<string, string>> = {
  "channel/author": "author",
  "channel/category": "category",
  "channel/tag": "tag",
  "channel/term": "term",
  "item/comment": "comment",
  "item/postmeta": "postmeta",
  "comment/commentmeta": "commentmeta",
  "term/termmeta": "termmeta",
  "category/termmeta": "termmeta",
  "tag/termmeta": "termmeta",
};

/**
 * Counts what is in an export by kind: items by their type, comments, authors, categories, tags and terms, and meta
 * fields. It finds elements in the bytes by itself, without the parser by which archives are read. Throws ArchiveError.
 */
export async function countWxr(files: readonly string[]): Promise<Record<string, number>> {
  const counts = Object.create(null) as Record<string, number>;
  const count = (kind: string): void => {
    counts[kind] = (counts[kind] ?? 0) + 1;
  };
  for (const file of files) {
    let type: string | undefined;
    const scanner = new RawScanner({
      onStart: (name, parent, isWordPress) => {
        const kind = isWordPress ? COUNTED[`${parent}/${name}`] : undefined;
        if (kind !== undefined) count(kind);
        if (name === "item" && parent === "channel") type = undefined;
      },
      onEnd: (name, parent, isWordPress, text) => {
        if (name === "post_type" && parent === "item" && isWordPress) type ??= text;
        if (name === "item" && parent === "channel") count(type || "item");
      },
    });
    try {
      for await (const chunk of createReadStream(file, "latin1") as AsyncIterable<string>)
        scanner.write(chunk);
    } catch (error) {
      throw unreadableFile(file, error) ?? error;
    }
  }
  return counts;
}
