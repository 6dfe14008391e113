import { isTimezone } from "../domain/dates.ts";
import { nearestName } from "../domain/nearest-name.ts";
import { isSlug } from "../domain/slug.ts";
import { hasMessages, LANGUAGES_WITH_MESSAGES } from "../i18n/languages.ts";
import { siteAddress } from "../site/site-address.ts";
import { isLanguage } from "../site/site-schema.ts";
import { sectionSlug } from "../starter/section-slug.ts";
import { starterWords } from "../starter/starter-words.ts";
import { isReservedName } from "../urls/reserved-names.ts";

/** What a new publication is called and where it is at home. */
export interface Answers {
  name: string;
  url: string;
  language: string;
  timezone: string;
  sections: readonly string[];
}

/** One thing that `stet new` asks. */
export interface Question {
  key: keyof Answers;
  asks: string;
  /** What is taken where nothing is answered. */
  otherwise: string;
}

/** The questions, in order, with what is taken for each where nothing is said. `folder` is the name of the new one. */
export function questions(
  folder: string,
  { language, timezone }: { language: string; timezone: string },
  given: Partial<Answers>,
): Question[] {
  const { sections } = starterWords(given.language ?? language);
  const all: Question[] = [
    { key: "name", asks: "Name of the publication", otherwise: titleOf(folder) },
    { key: "url", asks: "Its address", otherwise: "https://paper.example" },
    { key: "language", asks: "Language", otherwise: language },
    { key: "timezone", asks: "Time zone", otherwise: timezone },
    { key: "sections", asks: "Sections, with commas between them", otherwise: sections.join(", ") },
  ];
  return all.filter(({ key }) => given[key] === undefined);
}

/** Why an answer cannot be used in a publication of a language, with what can be typed; undefined where it can. */
export function answerFault(
  key: keyof Answers,
  text: string,
  language: string,
): string | undefined {
  switch (key) {
    case "name":
      return text.trim() === "" ? "A publication needs a name." : undefined;
    case "url":
      return urlFault(text);
    case "language":
      return languageFault(text);
    case "timezone":
      return timezoneFault(text);
    case "sections":
      return sectionsFault(sectionsIn(text), language);
  }
}

/** Sections as they are typed, with commas between them. */
export function sectionsIn(text: string): string[] {
  return text
    .split(/[,،、]/)
    .map((one) => one.trim())
    .filter((one) => one !== "");
}

function urlFault(text: string): string | undefined {
  const example = "such as https://paper.example";
  if (!/^https?:\/\//.test(text) || !URL.canParse(text))
    return `'${text}' is not an address. Write one that begins with https://, ${example}.`;
  const address = siteAddress(text);
  return "fault" in address ? `The address ${address.fault}.` : undefined;
}

function languageFault(text: string): string | undefined {
  if (isLanguage(text)) return undefined;
  const meant = nearestName(text, LANGUAGES_WITH_MESSAGES);
  return `'${text}' is not the code of a language. Write one such as ${meant ?? "en, fr or pt-BR"}.`;
}

function timezoneFault(text: string): string | undefined {
  if (isTimezone(text)) return undefined;
  const city = text.replaceAll(" ", "_").toLowerCase();
  const zones = Intl.supportedValuesOf("timeZone");
  const meant =
    zones.find((zone) => zone.toLowerCase().endsWith(`/${city}`)) ?? nearestName(text, zones);
  return `'${text}' is not the name of a time zone. Write one such as ${meant ?? "Europe/London"}.`;
}

function sectionsFault(sections: readonly string[], language: string): string | undefined {
  if (sections.length === 0) return "A publication needs at least one section.";
  const slugs = new Map<string, string>();
  for (const section of sections) {
    const slug = sectionSlug(section, language);
    const twin = slugs.get(slug);
    if (twin !== undefined)
      return `The sections '${twin}' and '${section}' would have one address, /${slug}/.`;
    if (isReservedName(slug) || !isSlug(slug))
      return `A section cannot be called '${section}': Stet uses the address /${slug}/ itself.`;
    slugs.set(slug, section);
  }
  return undefined;
}

/** A note where a publication is made in a language that Stet's own words are not in. */
export function languageNote(language: string): string | undefined {
  return hasMessages(language)
    ? undefined
    : `Stet has no words in the language '${language}' yet: menus and buttons are in English.`;
}

/** `the-daily_example` as a name: The Daily Example. */
function titleOf(folder: string): string {
  const words = folder.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
  const title = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(" ");
  return title === "" ? "The Daily Example" : title;
}
