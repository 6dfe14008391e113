import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ContentFile } from "../../cache/content-file.ts";
import { readPostAddress } from "../../import/posts/post-address.ts";
import { readYamlFile } from "../../loader/read-data-files.ts";

/** A post that a publication keeps. */
export interface OlderPost {
  /** `posts/SLUG.yaml` */
  file: string;
  /** What a new version takes from it, where it does not say otherwise. */
  picture?: { src: string; alt: string };
  language?: string;
}

/**
 * The post with this key, as `readPostAddress` gives it, among the files of posts; undefined where none has it. Of many
 * files only those are parsed that hold the end of the key.
 */
export function olderPost(
  content: string,
  files: readonly ContentFile[],
  key: string,
): OlderPost | undefined {
  // What is encoded in a key may be written as it is in a file.
  const part = key.includes("%") ? "" : (key.split(/[^\w.-]/).at(-1) ?? "");
  for (const { file } of files) {
    if (!textOf(join(content, file)).includes(part)) continue;
    const value = readYamlFile(content, file).document?.value ?? {};
    const { url, picture, language } = value;
    if (typeof url !== "string" || !/^https?:\/\//i.test(url) || !URL.canParse(url)) continue;
    if (readPostAddress(new URL(url)).key !== key) continue;
    return {
      file,
      ...(isImage(picture) ? { picture: { src: picture.src, alt: picture.alt } } : {}),
      ...(typeof language === "string" ? { language } : {}),
    };
  }
  return undefined;
}

function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

function isImage(value: unknown): value is { src: string; alt: string } {
  if (typeof value !== "object" || value === null) return false;
  return (
    "src" in value &&
    "alt" in value &&
    typeof value.src === "string" &&
    typeof value.alt === "string"
  );
}
