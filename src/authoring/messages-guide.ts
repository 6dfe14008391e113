import { compareText } from "../domain/order.ts";
import { languageName } from "../i18n/language-name.ts";
import { builtInMessages, LANGUAGES_WITH_MESSAGES } from "../i18n/languages.ts";
import { messageLines } from "../i18n/message-lines.ts";
import { messageTree } from "../i18n/message-overrides.ts";
import { pluralCategories } from "../i18n/plural-categories.ts";

/** Where the guide to `words.yaml` lies in the checkout. */
export const MESSAGES_GUIDE = "docs/words.md";

/** Languages without built-in messages that stand as examples of their plurals. */
const FURTHER = ["cs", "fi", "ko", "lt", "sv", "uk", "zh"];

const HEAD = `# Words

<!-- Made by \`npm run docs\` from src/authoring/messages-guide.ts and src/i18n/. Change it there. -->

Everything that Stet itself says to readers: labels, buttons, headings, sentences. It has these words in ${names(LANGUAGES_WITH_MESSAGES)}; \`language\` in \`site.yaml\` picks them. A publication words any of them anew in \`words.yaml\` in its content folder, and brings a whole language there that is not built in.

\`\`\`yaml
corrections: Errata
article:
  share: Pass it on
articles: { one: "{count} piece", other: "{count} pieces" }
\`\`\`

- Keys are those of the list below. What \`words.yaml\` leaves out stays as it is built in; in a language that is not built in it stays English, with one warning of the check that counts what is missing and gives the lines to type (\`npm run check -- --all\` shows all of them).
- Words that \`words.yaml\` brings are marked as words of the publication's language, and so are those that it still lacks: screen readers and translators take that English for the other language. So bring all of them before you publish.
- What stands in braces, \`{date}\`, is filled in. A text may leave a placeholder out or move it; one that the built-in text has not is an error.
- A message that counts is a map by the plural categories of the language ([CLDR](https://cldr.unicode.org/index/cldr-spec/plural-rules)). It is worded anew as a whole: every category that the language needs has a text. \`{count}\` is written with the digits and signs of the language.
- A text is plain, not Markdown, and never empty. One with a colon, braces or blanks at an end stands between quotation marks.
- Dates, ages ("3 hours ago") and lists of names ("A, B and C") follow from the language and have no words here.
- A change of \`words.yaml\` renders every page anew, since the words stand on all of them.

## Plural categories

`;

const LIST = `
## All words

In English. For another language, copy them into \`words.yaml\` and translate the texts.

`;

/** The guide to `words.yaml`, in Markdown: how it is written, and every message in English as it is typed there. */
export function messagesGuide(): string {
  const languages = [...LANGUAGES_WITH_MESSAGES, ...FURTHER];
  const rows = languages.map((language) => {
    const categories = pluralCategories(language).map((category) => `\`${category}\``);
    return `| ${languageName(language)} | ${categories.join(", ")} |`;
  });
  const table = ["| Language | Categories |", "| --- | --- |", ...rows.sort(compareText)].join(
    "\n",
  );
  const lines = messageLines(messageTree(builtInMessages("en"))).join("\n");
  return `${HEAD}${table}\n${LIST}\`\`\`yaml\n${lines}\n\`\`\`\n`;
}

function names(languages: readonly string[]): string {
  return new Intl.ListFormat("en-GB").format(languages.map(languageName).sort(compareText));
}
