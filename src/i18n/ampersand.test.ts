import { expect, test } from "vitest";
import { slugify } from "../domain/slug.ts";
import { withoutAmpersands } from "./ampersand.ts";
import { LANGUAGES_WITH_MESSAGES } from "./languages.ts";

test.each([
  ["en", "Arts & culture", "arts-and-culture"],
  ["en-US", "R&D", "r-and-d"],
  ["de", "Kunst & Kultur", "kunst-und-kultur"],
  ["de-AT", "Kunst & Kultur & Küche", "kunst-und-kultur-und-küche"],
  ["fr", "Arts & lettres", "arts-et-lettres"],
  ["es", "Padres & hijos", "padres-e-hijos"],
  ["es", "Arte & cultura", "arte-y-cultura"],
  ["it", "Arte & cultura", "arte-e-cultura"],
  ["nl", "Kunst & cultuur", "kunst-en-cultuur"],
  ["pl", "Sztuka & kultura", "sztuka-i-kultura"],
  ["pt-BR", "Arte & cultura", "arte-e-cultura"],
  ["ar", "فن & ثقافة", "فن-وثقافة"],
  ["fa", "هنر & فرهنگ", "هنر-و-فرهنگ"],
  ["he", "אמנות & תרבות", "אמנות-ותרבות"],
  ["ja", "文化 & 芸術", "文化-芸術"],
  ["qaa", "Kunst & Kultur", "kunst-kultur"],
  ["de", "& mehr", "mehr"],
  ["de", "Mehr &", "mehr"],
])("in %s, %j makes the slug %s", (language, text, slug) => {
  expect(slugify(withoutAmpersands(text, language))).toBe(slug);
});

test("no built-in language but English has the English word", () => {
  for (const language of LANGUAGES_WITH_MESSAGES.filter((one) => one !== "en"))
    expect(slugify(withoutAmpersands("a & b", language))).not.toContain("and");
});
