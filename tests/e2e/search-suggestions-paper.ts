import { writeContent } from "../build/publication.ts";

interface Written {
  title: string;
  text: string;
  rest?: string;
}

/** What is searched for with slips and looked for at wrong addresses, in four scripts. */
const ARTICLES: Readonly<Record<string, Written>> = {
  "2025/02/long-night": {
    title: "A long night",
    text: [
      ...Array.from({ length: 30 }, () => "The sea was calm, and nothing was to be seen of it."),
      "Two lanterns were lit. Oil was dear.",
      "Lantern or no lantern, `lanternfish` came.",
      "## Far down",
      ...Array.from({ length: 30 }, () => "The sea was calm, and nothing was to be seen of it."),
      "The oil ran out; there was no more oil, and oil was dear.",
    ].join("\n\n"),
  },
  "2025/01/advertisers-leave": {
    title: "Advertisers leave the harbor",
    text: "They put out their lanterns.",
  },
  "2024/12/advertisers-return": {
    title: "Advertisers come back",
    text: "An advertiser is a friend.",
  },
  "2024/11/advertisers-wait": {
    title: "What the wait has cost",
    text: "Advertisers wait.",
  },
  "2024/03/economie": {
    title: "L’économie du quai",
    text: "Toute l’économie tient dans une caisse.",
    rest: "language: fr\n",
  },
  "2023/05/market": {
    title: "أخبار المدينة",
    text: "السوق مفتوح اليوم.",
    rest: "language: ar\n",
  },
  "2023/04/quay": {
    title: "Набережная и фонарь",
    text: "Фонарь горел всю ночь.",
    rest: "language: ru\n",
  },
  "2022/05/signs": {
    title: "Written in C++—not in C",
    text: "CO<sub>2</sub> rose by 5%[^1] in an *end*-to-end test of a car&shy;bon price.\n\n[^1]: Of $100.",
  },
  "2026/05/to-come": { title: "Under embargo", text: "Quicksilver and the embargoed." },
  "2024/06/unfinished": { title: "Unfinished", text: "More quicksilver.", rest: "draft: true\n" },
};

/** Adds these articles to the small paper of these tests. */
export function writeSuggestionsPaper(content: string): void {
  for (const [address, { title, text, rest = "" }] of Object.entries(ARTICLES)) {
    const day = `${address.slice(0, 7).replace("/", "-")}-02`;
    writeContent(
      content,
      `articles/${address}.md`,
      `---\ntitle: ${JSON.stringify(title)}\ndescription: What was seen.\ncategory: town\nauthor: ben-moor\ndate: ${day}\n${rest}---\n\n${text}\n`,
    );
  }
}
