import type { Site } from "../domain/publication.ts";
import type { Messages } from "./messages.ts";
import { withOverrides } from "./message-overrides.ts";
import { ownLanguage } from "./text-direction.ts";
import { ARABIC } from "./arabic.ts";
import { DUTCH } from "./dutch.ts";
import { ENGLISH } from "./english.ts";
import { FRENCH } from "./french.ts";
import { GERMAN } from "./german.ts";
import { HEBREW } from "./hebrew.ts";
import { ITALIAN } from "./italian.ts";
import { JAPANESE } from "./japanese.ts";
import { PERSIAN } from "./persian.ts";
import { POLISH } from "./polish.ts";
import { PORTUGUESE } from "./portuguese.ts";
import { SPANISH } from "./spanish.ts";

const BY_LANGUAGE: Readonly<Record<string, Messages>> = {
  ar: ARABIC,
  de: GERMAN,
  en: ENGLISH,
  es: SPANISH,
  fa: PERSIAN,
  fr: FRENCH,
  he: HEBREW,
  it: ITALIAN,
  ja: JAPANESE,
  nl: DUTCH,
  pl: POLISH,
  pt: PORTUGUESE,
};

/** The languages that have built-in messages, as their tags begin. */
export const LANGUAGES_WITH_MESSAGES: readonly string[] = Object.keys(BY_LANGUAGE);

/** What decides which messages a publication shows. */
export type MessageSource = Pick<Site, "language" | "words">;

/** The built-in messages for a language tag: those of its primary language, English where it has none. */
export function builtInMessages(language: string): Messages {
  return BY_LANGUAGE[primary(language)] ?? ENGLISH;
}

/** Messages of publications that word some themselves, by what they word. */
const worded = new WeakMap<object, { language: string; messages: Messages }>();

/** The messages of a publication: the built-in ones of its language, but for what it words itself. */
export function messagesFor({ language, words }: MessageSource): Messages {
  if (words === undefined) return builtInMessages(language);
  const known = worded.get(words);
  if (known?.language === language) return known.messages;
  const messages = withOverrides(
    builtInMessages(language),
    words,
    language,
    !hasMessages(language),
  );
  worded.set(words, { language, messages });
  return messages;
}

/**
 * The language of a publication's messages, for their plurals and numbers: its own where it has built-in messages or
 * words some itself, else English.
 */
export function languageOfMessages({ language, words }: MessageSource): string {
  return words !== undefined || hasMessages(language) ? language : "en";
}

/** Attributes of what is said in those messages; none where the language of the page is theirs. */
export function messagesLanguage(source: MessageSource): ReturnType<typeof ownLanguage> {
  const own = languageOfMessages(source);
  return ownLanguage(own === source.language ? undefined : own);
}

/** Whether a language has built-in messages. */
export function hasMessages(language: string): boolean {
  return Object.hasOwn(BY_LANGUAGE, primary(language));
}

function primary(language: string): string {
  return language.toLowerCase().split("-")[0] ?? "";
}

/** What bodies need to know of the language they are shown in, and of the time zone that their dates are told in. */
export function spokenBy({ timezone, ...source }: MessageSource & Pick<Site, "timezone">) {
  return { language: source.language, timezone, words: messagesFor(source).body };
}
