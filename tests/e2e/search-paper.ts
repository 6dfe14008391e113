import { writeContent } from "../build/publication.ts";

/** Articles with the word `lantern`, the newest first, by the ends of their addresses. */
export const LANTERNS: readonly string[] = [
  "2026/03/hostile/",
  "2026/03/lantern-opinion/",
  ...Array.from({ length: 14 }, (_, at) => `2025/11/log-${14 - at}/`),
  "2024/05/lantern-figures/",
  "2019/02/lantern-lit/",
];

/** A headline and a standfirst that would be markup, if they were taken for it. */
export const HOSTILE_TITLE = `<img src=x onerror="document.title='broken'"> &lt;b&gt; "quoted"`;

interface Written {
  title: string;
  text: string;
  rest?: string;
  category?: string;
  author?: string;
}

/**
 * Adds to the small paper of these tests what a search is tried on: one word in many articles, of which the oldest
 * fits best; every facet; scripts without blanks; texts that look like markup; and what must not be found.
 */
export function writeSearchPaper(content: string): void {
  const write = (
    address: string,
    day: string,
    { title, text, rest = "", category = "town", author = "ben-moor" }: Written,
  ): void =>
    writeContent(
      content,
      `articles/${address.slice(0, -1)}.md`,
      `---\ntitle: ${JSON.stringify(title)}\ndescription: What was seen.\ncategory: ${category}\nauthor: ${author}\ndate: ${day}\n${rest}---\n\n${text}\n`,
    );

  write("2019/02/lantern-lit/", "2019-02-03", {
    title: "The lantern, the lantern",
    text: "The lantern is lit.",
    category: "shipping",
    author: "ada-quill",
  });
  write("2024/05/lantern-figures/", "2024-05-06", {
    title: "What light costs",
    text: "Nothing of it is here.\n\n## The sums\n\nOne lantern burns 40 litres.",
    rest: "kind: analysis\n",
    author: "ada-quill",
  });
  for (let number = 1; number <= 14; number++) {
    write(`2025/11/log-${number}/`, `2025-11-${String(number).padStart(2, "0")}`, {
      title: `Log ${number}`,
      text: `${"The sea was calm all night. ".repeat(number)}Then the lantern went out.`,
    });
  }
  write("2026/03/lantern-opinion/", "2026-03-05", {
    title: "Put it out",
    text: "I never liked that lantern.",
    rest: "kind: opinion\n",
  });
  write("2026/03/hostile/", "2026-03-20", {
    title: HOSTILE_TITLE,
    text: "Beside the lantern: `<script>document.title = 'broken'</script>` and &lt;mark&gt;.",
  });
  write("2023/07/tower/", "2023-07-01", {
    title: "東京タワーの新年",
    text: "塔の上から海が見える。",
    rest: "language: ja\n",
  });
  write("2023/06/other-city/", "2023-06-01", {
    title: "京都は東にある",
    text: "古い町である。",
    rest: "language: ja\n",
  });
  write("2023/05/market/", "2023-05-01", {
    title: "أخبار المدينة",
    text: "السوق مفتوح اليوم.",
    rest: "language: ar\n",
  });

  write("2024/04/taken-down/", "2024-04-04", {
    title: "Taken down",
    text: "A lantern and quicksilver.",
  });
  writeContent(
    content,
    "redirects.yaml",
    "gone:\n  articles/2024/04/taken-down.md:\n    date: 2025-01-01\n",
  );
  write("2026/05/still-to-come/", "2026-05-05", {
    title: "Still to come",
    text: "A lantern and quicksilver.",
  });
  write("2024/06/unfinished/", "2024-06-06", {
    title: "Unfinished",
    text: "A lantern and quicksilver.",
    rest: "draft: true\n",
  });
}
