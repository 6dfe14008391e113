import { guidePath } from "../../domain/guide-path.ts";
import { compareText } from "../../domain/order.ts";
import { languageName } from "../../i18n/language-name.ts";
import { LANGUAGES_WITH_MESSAGES } from "../../i18n/languages.ts";
import { EXAMPLE_PUBLICATION } from "../example.ts";
import { listed } from "../quoted.ts";
import { defineRule } from "../rule.ts";

export const rule = defineRule<{ language: string }>({
  code: "site/language",
  severity: "warning",
  summary: "Stet has a built-in translation of its interface for the publication's language.",
  explain: ({ language }) => {
    const name = languageName(language);
    return {
      message: `There is no built-in translation for ${name} (${language}): "Search", "Published" and the rest of Stet's own text is in English, and is marked as English.`,
      fix: `Write the words in ${name} into words.yaml, for which ${guidePath("words.md")} has the lines. Built-in translations exist for ${listed(LANGUAGES_WITH_MESSAGES.map(languageName).sort(compareText))}.`,
    };
  },
  example: {
    files: {
      "site.yaml":
        EXAMPLE_PUBLICATION["site.yaml"]?.replace("language: en", "language: cy") ?? null,
    },
  },
});
