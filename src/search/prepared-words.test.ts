import { expect, test } from "vitest";
import { growth } from "../../tests/tools/counted-steps.ts";
import { indexedTokens, preparedWords } from "./prepared-words.ts";
import { signInLetters } from "./word-forms.ts";

/** Letters that stand for signs, as the signs themselves. */
const SIGNS = new Map([..."$€+°%#@&§=|~^`×™→😀"].map((sign) => [signInLetters(sign), sign]));

function words(text: string): string[] {
  return preparedWords(text).map(({ word }) => SIGNS.get(word) ?? word);
}

test.each([
  ["The merger—announced Friday", "the merger announced friday"],
  ["Paris–Lyon wait…what a/b;c,d:e|f", "paris lyon wait what a b c d e | f"],
  ["，全角。،عربي؛", "全 角 عربي"],
  ["one_two (three) [four] «five» “six”", "one two three four five six"],
  ["U.K.-based U.S.A. Ph.D. e.g. J.K. Rowling", "uk based usa phd eg jk rowling"],
  ["end. Next no.More", "end next no more"],
  ["don’t don't don´t don`t rock ’n’ roll", "dont dont dont dont rock n roll"],
  ["Meta’s all's readers’", "meta all readers"],
  ["l’eau d’l’eau Qu’à dell’acqua un’isola jusqu’ici", "eau eau a acqua isola ici"],
  ["Dell’s aujourd’hui O’Brien D’Angelo l’", "dell aujourdhui obrien angelo l"],
  ["$100 €5m 12% C++ A+ #tag @me R&D § 5", "$ 100 € 5m 12 % c + + a + # tag @ me r & d § 5"],
  ["x=y ~z `^a` 5×4 a→b 😀 Google™", "x = y ~ z ` ^ a ` 5 × 4 a → b 😀 google ™"],
  ["2,000 1’000 10.000.000 2\u00A0000 2 000", "2000 1000 10000000 2000 2 000"],
  ["10.03.2026 1.5.2 0,500x 192.168.0.1", "10 03 2026 1 5 2 0𗀀500x 192 168 0 1"],
  ["1.5 1,5 2,000.5 ٥٫٥ 1½", "1𗀀5 1𗀀5 2000𗀀5 5𗀀5 1 1 2"],
  ["ＡＩ ﬁn ＣＯ₂ ２０ ２０ ۲۰ ٢٠ २०", "ai fin co2 20 20 20 20 20"],
  [
    "Łódź Bjørn Đặng straße STRAẞE Æ œ þorn ðe ıI İ",
    "lodz bjorn dang strasse strasse ae oe thorn de ii i",
  ],
  ["Ёлка й Ґанок ΟΔΟΣ οδός", "елка и ганок οδοσ οδοσ"],
  ["کتاب كتاب على علی القاهرة ٱلقاهره كِتَـاب", "كتاب كتاب علي علي قاهره قاهره كتاب"],
  ["والكتاب فالكتاب بالكتاب للكتاب ولكتاب", "كتاب كتاب كتاب كتاب ولكتاب"],
  ["الله والد والف و5 وزير", "الله والد والف و 5 وزير"],
  ["می‌خواهد क्\u200Cष", "مي خواهد क𗥍ष"],
  ['בית־ספר צה״ל צה"ל שָׁלוֹם ד׳ "שלום"', "בית ספר צהל צהל שלום ד שלום"],
  ["東京2024年のnews。", "東 京 2024 年 の news"],
  ["soft\u00ADhyphen zero\u200Bwidth \u202Ab\u202C", "softhyphen zerowidth b"],
  ["м’ята м'ята мʼята col·lecció", "мята мята мята colleccio"],
  ["10⁶ m² word¹ ինչո՞ւ և", "10 6 m2 word1 ինչու եւ"],
  ["  two\n\tlines\u0000and\u00A0a blank ", "two lines and a blank"],
  ["___ — … . '", ""],
])("the words of %j are %j", (text, expected) => {
  expect(words(text).join(" ")).toBe(expected);
});

test("a word tells where it stands, however its characters are written", () => {
  const text = "L’ﬁnance: “e\u0301te\u0301”, Ｃ++—ｻﾞ und Meta’s 20℃";
  expect(preparedWords(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    "ﬁnance",
    "e\u0301te\u0301",
    "Ｃ",
    "+",
    "+",
    "ｻﾞ",
    "und",
    "Meta",
    "20",
    "℃",
    "℃",
  ]);
});

test.each([
  ["e-mail end-to-end", "e e-mail end to end-to-end"],
  ["U.K.-based AT&T בית־ספר", "uk uk-based at 𗀀𗀦 at-t בית בית-ספר"],
  ["2019-2026 COVID-19", "2019 2026 covid covid-19"],
  ["O’Brien YouTube NATO McDonald’s", "o-brien YouTube nato McDonald"],
  ["a-b-c-d-e- f", "a b c d e f"],
])("%j goes into the index as %j", (text, indexed) => {
  expect(indexedTokens(preparedWords(text), "en").join(" ")).toBe(indexed);
});

test("Turkish goes into its index with the vowels that its stemmer expects", () => {
  const indexed = (text: string) => indexedTokens(preparedWords(text), "tr").join(" ");
  expect(indexed("KADINLARI kadınları İstanbul ISPARTA")).toBe(
    "kadınları kadınları istanbul isparta",
  );
});

test("an alef with a hamza begins no article", () => {
  expect(words("ألعاب الألعاب الالعاب والألعاب").join(" ")).toBe("العاب العاب العاب العاب");
  expect(preparedWords("العاب")).toMatchObject([{ word: "عاب", withArticle: "العاب" }]);
});

test.each<[what: string, text: (size: number) => string]>([
  ["a word of very many letters", (size) => "क".repeat(size) + "ा"],
  ["letters and full stops without end", (size) => "a.".repeat(size) + "abc"],
  ["digits and commas without end", (size) => "1,".repeat(size) + "1".repeat(size)],
  ["apostrophes without end", (size) => "l’".repeat(size)],
  ["marks without end", (size) => "e" + "\u0301".repeat(size) + "\u200C".repeat(size)],
])("%s take steps in proportion to their number", (_, text) => {
  expect(growth((size) => void preparedWords(text(size)))).toBeLessThan(2.5);
});
