import { expect, test } from "vitest";
import { machineLanguage } from "./machine-language.ts";

test.each([
  ["en_US.UTF-8", "en"],
  ["en_GB.UTF-8", "en-GB"],
  ["en_AU", "en-AU"],
  ["fr_FR.UTF-8", "fr"],
  ["de_DE@euro", "de"],
  ["de_AT.UTF-8", "de-AT"],
  ["pl", "pl"],
  ["C.UTF-8", "en"],
  ["POSIX", "en"],
  ["", "en"],
])("a machine with LANG=%s offers %s", (LANG, language) => {
  expect(machineLanguage({ LC_ALL: "", LANG })).toBe(language);
});
