import type { Site } from "../domain/publication.ts";
import type { Words } from "./messages.ts";
import { ownLanguage } from "./text-direction.ts";
import { ARABIC } from "./arabic.ts";
import { ENGLISH } from "./english.ts";
import { FRENCH } from "./french.ts";

const BY_LANGUAGE: Record<string, Words> = { ar: ARABIC, en: ENGLISH, fr: FRENCH };

/** The languages that there are words in, as their tags begin. */
export const LANGUAGES_WITH_WORDS: readonly string[] = Object.keys(BY_LANGUAGE);

/** The words for a language tag: those of its primary language, English where there are none. */
export function wordsFor(language: string): Words {
  return BY_LANGUAGE[primary(language)] ?? ENGLISH;
}

/** The language of those words, for their plurals and numbers: the tag itself, or English where there are none. */
export function languageOfWords(language: string): string {
  return hasWords(language) ? language : "en";
}

/** Attributes of what is said in those words; none where the language of the page is theirs. */
export function wordsLanguage(language: string): ReturnType<typeof ownLanguage> {
  const own = languageOfWords(language);
  return ownLanguage(own === language ? undefined : own);
}

/** Whether there are words in a language. */
export function hasWords(language: string): boolean {
  return Object.hasOwn(BY_LANGUAGE, primary(language));
}

function primary(language: string): string {
  return language.toLowerCase().split("-")[0] ?? "";
}

/** What bodies need to know of the language they are shown in, and of the time zone that their dates are told in. */
export function spokenBy({ language, timezone }: Pick<Site, "language" | "timezone">) {
  return { language, timezone, words: wordsFor(language).body };
}
