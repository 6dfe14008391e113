import { describe, expect, test } from "vitest";
import { growth } from "../../tests/tools/counted-steps.ts";
import { parseBody } from "../markdown/parse-body.ts";
import { proseBlocks } from "../markdown/prose-blocks.ts";
import "../markdown/components/registry.ts";
import { longParagraphs, longSentences } from "./sentence-length.ts";
import { spelledWords } from "./spelling-words.ts";
import { unknownWords } from "./spelling.ts";
import type { WordList } from "./spelling.ts";
import { unattributedQuotations } from "./unattributed-quotations.ts";

const bodyOf = (source: string) => parseBody(source, "mdx").tree;
const blocksOf = (source: string) => proseBlocks(bodyOf(source), source);

describe("sentences", () => {
  const longIn = (source: string, most: number, language = "en") =>
    longSentences(blocksOf(source), { most, language }).map(
      ({ line, column, length, ...rest }) => ({
        at: [line, column, length],
        ...rest,
      }),
    );

  test("are told apart where their language ends them", () => {
    expect(longIn("One two three. One two three four five. “One two three,” he said.", 4)).toEqual([
      { at: [1, 16, 24], is: "sentence", words: 5 },
      { at: [1, 41, 25], is: "sentence", words: 5 },
    ]);
    expect(longIn("Eins zwei drei vier fünf. Eins zwei.", 4, "de")).toMatchObject([{ words: 5 }]);
    expect(longIn("واحد اثنان ثلاثة؟ واحد اثنان ثلاثة أربعة خمسة.", 4, "ar")).toMatchObject([
      { words: 5 },
    ]);
  });

  test("of Chinese and Japanese have the words that a dictionary finds", () => {
    expect(longIn("港の会議は月曜日に開かれた。会議は終わった。", 6, "ja")).toMatchObject([
      { at: [1, 1, 14] },
    ]);
  });

  test("of quotations, headings and captions are left", () => {
    expect(
      longIn(
        '## One two three four five\n\n> One two three four five.\n\n<Figure src="./a.svg" alt="One two three four five." />\n',
        4,
      ),
    ).toEqual([]);
  });
});

test("paragraphs are counted as a whole, and marked at their beginning", () => {
  const source = "One two three. Four five six.\n\n- One two three. Four five six.\n";
  expect(longParagraphs(blocksOf(source), { most: 5, language: "en" })).toEqual([
    { line: 1, column: 1, length: 3, is: "paragraph", words: 6 },
  ]);
});

describe("quotations", () => {
  const found = (source: string) =>
    unattributedQuotations(parseBody(source, "md").tree, source).map(({ line }) => line);

  test("of which nothing says whose they are", () => {
    expect(found("Words.\n\n> “We never closed it.”\n\nMore words.")).toEqual([3]);
    expect(found("> “We never closed it.”\n>\n> “Not at all.”")).toEqual([1]);
    const source = "<PullQuote>We never closed it.</PullQuote>\n";
    expect(unattributedQuotations(bodyOf(source), source)).toMatchObject([{ of: "PullQuote" }]);
  });

  test.each([
    ["a line below", "> “It is closed.”\n>\n> — The lock keeper"],
    ["a line in the same paragraph", "> “It is closed.”\n> — The lock keeper"],
    ["a line below the quotation", "> “It is closed.”\n\n— The lock keeper"],
    ["a link", "> “It is closed,” [the keeper](/a/) said.”"],
    ["words behind it", "> “It is closed.” The lock keeper"],
    ["a sentence before it", "The keeper said:\n\n> “It is closed.”"],
    ["nothing, since it is no quotation", "> A note to the reader."],
    ["HTML around it", "<div><blockquote>“It is closed.”</blockquote></div>"],
  ])("that may be named are left: by %s", (_, source) => {
    expect(found(source)).toEqual([]);
  });

  test.each(['by="Ada"', 'role="The lock keeper"'])("of a component are named by %s", (written) => {
    const source = `<PullQuote ${written}>We never closed it.</PullQuote>\n`;
    expect(unattributedQuotations(bodyOf(source), source)).toEqual([]);
  });
});

describe("words that are looked up", () => {
  const words = (text: string, script = "Latin") =>
    [...spelledWords(text, script)].map(({ word }) => word);

  test.each([
    [
      "are letters, without the s of a genitive",
      "The harbour’s (new) “gates”.",
      ["harbour", "gates"],
    ],
    [
      "are parted at hyphens",
      "a well-known half–open gate",
      ["well", "known", "half", "open", "gate"],
    ],
    ["keep apostrophes within", "they haven’t", ["they", "haven't"]],
    ["have four letters", "to go and see", []],
    [
      "are no addresses",
      "www.paper.example https://a.example/path ada@paper.example docs/file",
      [],
    ],
    [
      "are no names of files, tags or programs",
      "file.txt #hashtag snake_case camelCase iPhone",
      [],
    ],
    ["are no abbreviations", "NATO and PDFs of the U.S.A.", []],
    ["are no amounts", "12km 3rd B2B 5G-network", []],
    ["are in the script of the language", "слово and λόγος with 港の会議", ["with"]],
    ["may have marks on their letters", "cafe\u0301s naïve", ["cafe\u0301s", "naïve"]],
  ])("%s", (_, text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test("of other scripts are those of that script", () => {
    expect(words("новости harbour порта", "Cyrillic")).toEqual(["новости", "порта"]);
  });

  test("take time in proportion", () => {
    for (const text of ["a’", "-a", "(", "a", "a.", "’"])
      expect(growth((size) => words(text.repeat(size)), 100)).toBeLessThan(2.5);
  });
});

describe("unknown words", () => {
  const KNOWN = new Set("the harbour council london meets again with new gates".split(" "));
  const list: WordList = {
    has: (word) => (word === "London" ? true : word !== "london" && KNOWN.has(word)),
    meant: (word) => (word === "councel" ? ["council"] : []),
  };
  const unknown = (source: string, language = "en") =>
    unknownWords(blocksOf(source), language, list);

  test("are told once each, at their first place, with what is meant", () => {
    expect(unknown("The councel meets.\n\nThe councel meets with the councel again.")).toEqual([
      {
        ...{ line: 1, column: 5, length: 7, is: "word", word: "councel" },
        ...{ count: 3, isCapitalised: false, meant: ["council"] },
      },
    ]);
  });

  test("may have a capital where every word may, and are names where they must", () => {
    expect(unknown("Again the Harbour Council meets. London meets london.")).toMatchObject([
      { word: "london" },
    ]);
    expect(unknown("The council meets Wexenbar.")).toMatchObject([
      { word: "Wexenbar", isCapitalised: true },
    ]);
  });

  test("are offered others for a noun with a capital, in German, and for a name in no language", () => {
    const meant = { ...list, meant: () => ["Hafen"] };
    const told = (language: string) =>
      unknownWords(blocksOf("The Hafn."), language, meant).flatMap((note) =>
        note.is === "word" ? note.meant : [],
      );
    expect([told("en"), told("de-AT")]).toEqual([[], ["Hafen"]]);
  });

  test("are none of a paragraph in another language, said or not", () => {
    const french =
      "Le port reste fermé après une longue réunion avec plusieurs conseillers hier matin.";
    expect(unknown(`${french}\n\nThe council meets.`)).toEqual([]);
    expect(unknown('<p lang="fr">Le conseil</p>')).toEqual([]);
  });
});
