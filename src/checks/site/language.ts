import { LANGUAGES_WITH_MESSAGES } from "../../i18n/languages.ts";
import { EXAMPLE_PUBLICATION } from "../example.ts";
import { defineRule } from "../rule.ts";

export const rule = defineRule<{ language: string }>({
  code: "site/language",
  severity: "warning",
  summary: "Stet has a built-in translation of its interface for the publication's language.",
  explain: ({ language }) => {
    const { baseName } = new Intl.Locale(language);
    const name = new Intl.DisplayNames("en", { type: "language" }).of(baseName) ?? language;
    const typed = LANGUAGES_WITH_MESSAGES.map((tag) => `\`language: ${tag}\``).join(", ");
    return {
      message: `There is no built-in translation for ${name} (${language}): "Search", "Published" and the rest of Stet's own text is in English, and is marked as English.`,
      fix: `Leave it if the articles are in ${name}: their dates, hyphens and search follow it. Built-in translations exist for ${typed}.`,
    };
  },
  example: {
    files: {
      "site.yaml":
        EXAMPLE_PUBLICATION["site.yaml"]?.replace("language: en", "language: cy") ?? null,
    },
  },
});
