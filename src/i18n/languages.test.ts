import { describe, expect, test } from "vitest";
import {
  builtInMessages,
  languageOfMessages,
  LANGUAGES_WITH_MESSAGES,
  messagesFor,
  messagesLanguage,
  spokenBy,
} from "./languages.ts";
import { isPlural, messageTree } from "./message-overrides.ts";
import type { MessageTree } from "./message-overrides.ts";
import { pluralCategories } from "./plural-categories.ts";

const OTHERS = LANGUAGES_WITH_MESSAGES.filter((language) => language !== "en");

/** The texts of a language by their keys, `search.results.one`. */
function textsOf(language: string): Map<string, string> {
  return new Map(textsIn(messageTree(builtInMessages(language))));
}

function textsIn(tree: MessageTree, above = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[above + key, value]] : textsIn(value, `${above}${key}.`),
  );
}

/** The plurals of a language by their keys. */
function pluralsIn(tree: MessageTree, above = ""): [string, MessageTree][] {
  return Object.entries(tree).flatMap(([key, value]): [string, MessageTree][] => {
    if (typeof value === "string") return [];
    return isPlural(value) ? [[above + key, value]] : pluralsIn(value, `${above}${key}.`);
  });
}

function placeholdersOf(text: string): string[] {
  return [...text.matchAll(/\{\w+\}/g)].map(([placeholder]) => placeholder).sort();
}

test("a publication is spoken to in its language, in English where that has no messages", () => {
  expect(messagesFor({ language: "fr-CA" })).toBe(builtInMessages("fr"));
  expect(messagesFor({ language: "pt-BR" })).toBe(builtInMessages("pt"));
  expect(messagesFor({ language: "EN-gb" })).toBe(builtInMessages("en"));
  expect(messagesFor({ language: "fi" })).toBe(builtInMessages("en"));
});

test("what is said in other words than those of the page's language names their own", () => {
  const languages = ["fr-CA", "ar", "EN-gb", "fi", "fa-AF", "ur"];
  expect(languages.map((language) => languageOfMessages({ language }))).toEqual([
    "fr-CA",
    "ar",
    "EN-gb",
    "en",
    "fa-AF",
    "en",
  ]);
  expect(messagesLanguage({ language: "fr-CA" })).toEqual({});
  expect(messagesLanguage({ language: "ur" })).toEqual({ lang: "en", dir: "ltr" });
});

test("words of a publication make its language that of the messages, and reach its texts", () => {
  const site = { language: "fi", timezone: "UTC", words: { body: { footnotes: "Viitteet" } } };
  expect(languageOfMessages(site)).toBe("fi");
  expect(messagesLanguage(site)).toEqual({});
  expect(spokenBy(site)).toEqual({
    language: "fi",
    timezone: "UTC",
    words: { ...builtInMessages("en").body, footnotes: "Viitteet" },
  });
  expect(messagesFor({ ...site, language: "fr" }).by).toBe("Par");
});

describe.each(LANGUAGES_WITH_MESSAGES)("in %s", (language) => {
  const tree = messageTree(builtInMessages(language));

  test("every plural has the categories of the language, and no others", () => {
    const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
    for (const [key, plural] of pluralsIn(tree))
      expect([key, Object.keys(plural).sort()]).toEqual([key, categories]);
    expect(pluralCategories(language).filter((name) => !categories.includes(name))).toEqual([]);
  });

  test("each text has room for what the English one has, a plural perhaps without its number", () => {
    const english = new Map(pluralsIn(messageTree(builtInMessages("en"))));
    const plurals = new Map(pluralsIn(tree));
    expect([...plurals.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [key, plural] of plurals) {
      const wanted = placeholdersOf(String(english.get(key)?.["other"]));
      expect([key, placeholdersOf(String(plural["other"]))]).toEqual([key, wanted]);
      for (const text of Object.values(plural))
        expect(["{count}", ...placeholdersOf(String(text))]).toEqual(
          expect.arrayContaining(wanted),
        );
    }
    const isOfPlural = (key: string): boolean => plurals.has(key.replace(/\.\w+$/, ""));
    const single = (texts: Map<string, string>) =>
      Object.fromEntries(
        [...texts].flatMap(([key, text]) => (isOfPlural(key) ? [] : [[key, placeholdersOf(text)]])),
      );
    expect(single(textsOf(language))).toEqual(single(textsOf("en")));
  });

  test("one thing has one name", () => {
    const words = builtInMessages(language);
    expect(words.feeds.subjects).toMatchObject({
      section: words.sections,
      author: words.authors,
      tag: words.tags,
    });
    // In Arabic the one has the article.
    expect(words.feeds.subjects.corrections).toContain(words.corrections);
    expect(words.body.correctedOn).toBe(words.correctedOn);
    expect(words.body.live.by).toBe(words.by);
    expect(words.subjects.month).toBe(words.archive);
    expect(words.search.resultsFor.other).toContain("{count}");
  });

  test("nothing has a blank at an end, or two in a row, unless it is to stand between others", () => {
    const between = /^(?:body\.(?:colon|post\.(?:on|dated)|blocks\.separator))$/;
    const spaced = [...textsOf(language)].filter(
      ([key, text]) => !between.test(key) && (text.trim() !== text || /\s\s/.test(text)),
    );
    expect(spaced).toEqual([]);
  });
});

/** Texts that are the same as in English, by language, and why they are right. */
const AS_IN_ENGLISH: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ar: {},
  de: {
    website: "a loan word",
    correctionIn: "a German word",
    "feeds.title": "a loan word",
    "body.player.video": "a loan word",
    "body.player.audio": "a loan word",
    "kinds.interview": "a loan word",
    "kinds.live": "a loan word",
  },
  es: { "body.player.audio": "from the same Latin word" },
  fa: {},
  fr: {
    source: "a French word",
    "body.footnotes": "a French word",
    "body.player.audio": "a French word",
    "body.blocks.page": "a French word",
    "body.player.minutes": "a French word",
    "kinds.opinion": "a French word",
    "popular.rule.points.one": "a French word",
    "popular.rule.points.other": "a French word",
    "articles.one": "a French word",
    "articles.other": "a French word",
    "search.results.other": "a French word",
  },
  he: {},
  it: {
    correctionIn: "an Italian word",
    "body.player.video": "from the same Latin word",
    "body.player.audio": "from the same Latin word",
  },
  ja: {},
  nl: {
    website: "a loan word",
    newer: "a Dutch word",
    correctionIn: "a Dutch word",
    "feeds.title": "a loan word",
    "body.blocks.callouts.update": "a loan word",
    "body.blocks.callouts.tip": "a loan word",
    "body.player.video": "a loan word",
    "body.player.audio": "a loan word",
    "kinds.interview": "a loan word",
    "kinds.live": "a loan word",
  },
  pl: {},
  pt: { "feeds.title": "a loan word" },
};

test.each(OTHERS)("no text of %s is left in English", (language) => {
  const english = textsOf("en");
  const same = [...textsOf(language)]
    .filter(
      ([key, text]) => english.get(key) === text && /\p{L}/u.test(text.replace(/\{\w+\}/g, "")),
    )
    .map(([key]) => key);
  expect(same.sort()).toEqual(Object.keys(AS_IN_ENGLISH[language] ?? {}).sort());
});

test("the review table has every text of every language side by side", async () => {
  const texts = LANGUAGES_WITH_MESSAGES.map((language) => [language, textsOf(language)] as const);
  const keys = [...new Set(texts.flatMap(([, of]) => [...of.keys()]))];
  const table = keys.map((key) => {
    const rows = texts.flatMap(([language, of]) => {
      const text = of.get(key);
      return text === undefined ? [] : [`  ${language}  ${text.replaceAll("\u00A0", "⍽")}`];
    });
    return `${key}\n${rows.join("\n")}\n`;
  });
  await expect(`${table.join("\n")}`).toMatchFileSnapshot("__snapshots__/languages.txt");
});
