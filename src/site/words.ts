import type { Site } from "../domain/publication.ts";
import type { Words } from "./press-words.ts";
import { ARABIC } from "./words-arabic.ts";
import { ENGLISH } from "./words-english.ts";
import { FRENCH } from "./words-french.ts";

const BY_LANGUAGE: Record<string, Words> = { ar: ARABIC, en: ENGLISH, fr: FRENCH };

/** The words for a language tag: those of its primary language, English where there are none. */
export function wordsFor(language: string): Words {
  return BY_LANGUAGE[language.toLowerCase().split("-")[0] ?? ""] ?? ENGLISH;
}

/** What bodies need to know of the language they are shown in, and of the time zone that their dates are told in. */
export function spokenBy({ language, timezone }: Pick<Site, "language" | "timezone">) {
  return { language, timezone, words: wordsFor(language).body };
}
