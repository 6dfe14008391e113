import { LANGUAGES_WITH_MESSAGES } from "../../i18n/languages.ts";
import { EXAMPLE_PUBLICATION } from "../example.ts";
import { defineRule } from "../rule.ts";

export const rule = defineRule<{ language: string }>({
  code: "site/language",
  severity: "warning",
  summary:
    "There are built-in words in the publication's language for what surrounds the articles.",
  explain: ({ language }) => {
    const { baseName } = new Intl.Locale(language);
    const name = new Intl.DisplayNames("en", { type: "language" }).of(baseName) ?? language;
    const typed = LANGUAGES_WITH_MESSAGES.map((tag) => `\`language: ${tag}\``).join(", ");
    return {
      message: `There are no built-in words in ${name} (${language}): "Search", "Published" and all else that is not the publication's own stands in English, and is marked as English.`,
      fix: `Leave it where the articles are in ${name}: their dates, hyphens and search follow it. Built-in words are there for ${typed}.`,
    };
  },
  example: {
    files: {
      "site.yaml":
        EXAMPLE_PUBLICATION["site.yaml"]?.replace("language: en", "language: cy") ?? null,
    },
  },
});
