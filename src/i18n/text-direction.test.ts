import { expect, test } from "vitest";
import { textDirection } from "./text-direction.ts";

test.each([
  ["en", "ltr"],
  ["pt-BR", "ltr"],
  ["ar", "rtl"],
  ["he-IL", "rtl"],
  ["az-Arab", "rtl"],
  ["ur", "rtl"],
])("%s is written %s", (language, direction) => {
  expect(textDirection(language)).toBe(direction);
});
