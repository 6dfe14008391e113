import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { contentFile } from "../cache/content-file.ts";
import { lstatSync } from "node:fs";
import { builtInMessages, LANGUAGES_WITH_MESSAGES, messagesFor } from "../i18n/languages.ts";
import { messageLines, missingMessages, numberOfMessages } from "../i18n/message-lines.ts";
import { messageTree } from "../i18n/message-overrides.ts";
import { readWords, WORDS_FILE } from "./messages-file.ts";

const folder = mkdtempSync(join(tmpdir(), "stet-words-"));
afterAll(() => rmSync(folder, { recursive: true }));

function read(language: string, yaml: string) {
  const file = join(folder, WORDS_FILE);
  writeFileSync(file, yaml);
  const stat = lstatSync(file, { bigint: true });
  const { words, diagnostics } = readWords(
    folder,
    contentFile(WORDS_FILE, stat, Date.now()),
    language,
  );
  const source = { language, ...(words === undefined ? {} : { words }) };
  return { messages: messagesFor(source), diagnostics };
}

const ENGLISH = messageTree(builtInMessages("en"));

test("a publication without the file has the built-in messages", () => {
  expect(readWords(folder, undefined, "fr")).toEqual({ diagnostics: [] });
});

test("what a publication words itself stands in the place of the built-in messages, and all else stays", () => {
  const { messages, diagnostics } = read(
    "fr",
    "archive: Anciens numéros\nsearch:\n  title: Chercher\narticles:\n  one: '{count} papier'\n  other: '{count} papiers'\n",
  );
  expect(diagnostics).toEqual([]);
  const french = builtInMessages("fr");
  expect(messages).toEqual({
    ...french,
    archive: "Anciens numéros",
    search: { ...french.search, title: "Chercher" },
    articles: { one: "{count} papier", other: "{count} papiers" },
  });
});

test("a message may leave out what the built-in one tells", () => {
  expect(read("en", "listed: Everything.\n").diagnostics).toEqual([]);
});

test.each(LANGUAGES_WITH_MESSAGES)(
  "all messages of %s are sound as a file of words",
  (language) => {
    const own = messageTree(builtInMessages(language));
    const { messages, diagnostics } = read(language, `${messageLines(own).join("\n")}\n`);
    expect(diagnostics).toEqual([]);
    expect(messages).toEqual(builtInMessages(language));
  },
);

describe("in a language that has no built-in messages", () => {
  test("those that it is not worded in are English, and one warning counts them", () => {
    const { messages, diagnostics } = read("fi", "archive: Arkisto\n");
    expect(messages).toEqual({ ...builtInMessages("en"), archive: "Arkisto" });
    const all = numberOfMessages(ENGLISH);
    expect(diagnostics.map(({ code, severity, message }) => [code, severity, message])).toEqual([
      [
        "words/missing",
        "warning",
        `words.yaml has 1 of the ${all} messages in Finnish; the other ${all - 1} stand in English.`,
      ],
    ]);
  });

  test.each(["fi", "hr", "lt", "cy", "ko"])(
    "the lines of the warning, typed below what is there, leave nothing to tell: %s",
    (language) => {
      const { diagnostics } = read(language, "archive: A\n");
      const [, ...lines] = diagnostics[0]?.fix.split("\n") ?? [];
      expect(read(language, ["archive: A", ...lines, ""].join("\n")).diagnostics).toEqual([]);
    },
  );

  test("an English plural stands for its own number alone where the language counts in another way", () => {
    expect(read("fi", "archive: A\n").messages.popular.reads).toEqual({
      one: "Read once",
      other: "Read {count} times",
    });
    expect(read("hr", "archive: A\n").messages.popular.reads).toEqual({
      other: "Read {count} times",
    });
  });

  test("its plurals need its own categories", () => {
    const missing = missingMessages(ENGLISH, {}, ["one", "few", "other"]);
    expect(missing["articles"]).toEqual({
      one: "{count} article",
      few: "{count} articles",
      other: "{count} articles",
    });
  });
});
