import { expect, test } from "vitest";
import { spacedQuery } from "./spaced-words.ts";
import { signInLetters } from "./word-forms.ts";

/** What is asked for, a line each; letters that stand for signs as these. */
function asked(query: string): string[] {
  const signs = new Map([..."$+&#°"].map((sign) => [signInLetters(sign), sign]));
  return spacedQuery(query).map(({ words, or }) => {
    const line = words.map((word) => signs.get(word) ?? word).join(" ");
    return or === undefined ? line : `${line} | ${or}`;
  });
}

test.each([
  ["pier opens", ["pier", "opens"]],
  ["C++ $100", ["c + +", "$ 100"]],
  ["e-mail end-to-end", ["e mail | email", "end to end | endtoend"]],
  ["AT&T A+B", ["at & t | att", "a + b"]],
  ["東京 天気", ["東 京", "天 気"]],
  ["東京2024", ["東 京 2024"]],
  ["example.com/a 10:30", ["example com a", "10 30"]],
  ["rose,tulip (and) a—b wait…what", ["rose", "tulip", "and", "a", "b", "wait", "what"]],
  ['"exact words" more', ["exact words", "more"]],
  ["more “exact words” «et d’autres» „und noch“", ["more", "exact words", "et autres", "und noch"]],
  ['"the e-mail" "e-mail"', ["the e mail", "e mail | email"]],
  ['5" pipe', ["5", "pipe"]],
  ['"open', ["open"]],
  ["l’écluse l’", ["ecluse", "l"]],
  ["2 000 euros 12 345 678", ["2 000 | 2000", "euros", "12 345 678 | 12345678"]],
  ["2000 000 in 300", ["2000", "000", "in", "300"]],
  ["الكتاب", ["كتاب | الكتاب"]],
  ["O’Brien", ["obrien"]],
  ['"" — …', []],
  ["", []],
])("%j asks for %j", (query, expected) => {
  expect(asked(query)).toEqual(expected);
});
