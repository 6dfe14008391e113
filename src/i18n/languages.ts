import type { Site } from "../domain/publication.ts";
import type { Messages } from "./messages.ts";
import { ownLanguage } from "./text-direction.ts";
import { ARABIC } from "./arabic.ts";
import { ENGLISH } from "./english.ts";
import { FRENCH } from "./french.ts";

const BY_LANGUAGE: Record<string, Messages> = { ar: ARABIC, en: ENGLISH, fr: FRENCH };

/** The languages that there are words in, as their tags begin. */
export const LANGUAGES_WITH_MESSAGES: readonly string[] = Object.keys(BY_LANGUAGE);

/** The words for a language tag: those of its primary language, English where there are none. */
export function messagesFor(language: string): Messages {
  return BY_LANGUAGE[primary(language)] ?? ENGLISH;
}

/** The language of those words, for their plurals and numbers: the tag itself, or English where there are none. */
export function languageOfMessages(language: string): string {
  return hasMessages(language) ? language : "en";
}

/** Attributes of what is said in those words; none where the language of the page is theirs. */
export function messagesLanguage(language: string): ReturnType<typeof ownLanguage> {
  const own = languageOfMessages(language);
  return ownLanguage(own === language ? undefined : own);
}

/** Whether there are words in a language. */
export function hasMessages(language: string): boolean {
  return Object.hasOwn(BY_LANGUAGE, primary(language));
}

function primary(language: string): string {
  return language.toLowerCase().split("-")[0] ?? "";
}

/** What bodies need to know of the language they are shown in, and of the time zone that their dates are told in. */
export function spokenBy({ language, timezone }: Pick<Site, "language" | "timezone">) {
  return { language, timezone, words: messagesFor(language).body };
}
