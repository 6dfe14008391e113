import { expect, test } from "vitest";
import { listedNames, nameSeparator } from "./listed-names.ts";

test.each([
  ["en", "A, B and C", ", "],
  ["en-US", "A, B and C", ", "],
  ["fr", "A, B et C", ", "],
  ["de", "A, B und C", ", "],
  ["es", "A, B y C", ", "],
  ["it", "A, B e C", ", "],
  ["nl", "A, B en C", ", "],
  ["pt", "A, B e C", ", "],
  ["pl", "A, B i C", ", "],
  ["ar", "A وB وC", "، "],
  ["fa", "A،\u200f B، و C", "، "],
  ["he", "A, B ו-C", ", "],
  ["ja", "A、B、C", "、"],
])("names are listed as %s does", (language, phrase, separator) => {
  const parts = listedNames(["A", "B", "C"], language);
  expect(parts.map(({ value }) => value).join("")).toBe(phrase);
  expect(nameSeparator(language)).toBe(separator);
});

test("Spanish and Italian mind the word that follows", () => {
  const said = (names: string[], language: string) =>
    listedNames(names, language)
      .map(({ value }) => value)
      .join("");
  expect(said(["Ana", "Inés"], "es")).toBe("Ana e Inés");
});
