import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { COMPONENTS } from "../../src/markdown/components/registry.ts";
import type { Component } from "../../src/markdown/components/component.ts";
import { slugify } from "../../src/domain/slug.ts";

/** The moment at which the example publication is built. */
export const EXAMPLES_NOW = "2026-04-01T12:00:00Z";

/** A line that falls from 40 to 22, on an axis that begins at `from`. */
function clicks(from: number): string {
  const y = (share: number): number => 300 - ((share - from) / (45 - from)) * 260;
  const ticks = [0, 10, 20, 30, 40]
    .filter((share) => share >= from)
    .map(
      (share) =>
        `<path d="M70 ${y(share)}H600" stroke="#b9b2a5" stroke-width="1"/><text x="58" y="${y(share) + 6}" text-anchor="end" font-size="18" fill="#4a453d" font-family="sans-serif">${share}</text>`,
    );
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360" viewBox="0 0 640 360">',
    '<rect width="640" height="360" fill="#f4efe6"/>',
    ...ticks,
    `<path d="M80 ${y(40)}L250 ${y(36)}L420 ${y(29)}L590 ${y(22)}" fill="none" stroke="#a4243b" stroke-width="5" stroke-linejoin="round"/>`,
    '<text x="80" y="338" font-size="18" fill="#4a453d" font-family="sans-serif">2025</text><text x="590" y="338" text-anchor="end" font-size="18" fill="#4a453d" font-family="sans-serif">2026</text>',
    "</svg>\n",
  ].join("");
}

const FILES: Readonly<Record<string, string>> = {
  "site.yaml": [
    "name: The Daily Example",
    "url: https://paper.example/",
    "description: A paper that shows its components.",
    "language: en",
    "timezone: Europe/London",
    "",
  ].join("\n"),
  "authors/newsroom.yaml": "name: Newsroom\n",
  "categories/news.yaml": "title: News\n",
  "posts/lock-keeper-gates.yaml": [
    "text: |-",
    "  The gates are open.",
    "  They close at nine.",
    "",
    "  Bring a rope.",
    "author: The lock keeper",
    "handle: '@gates'",
    "network: Ripple",
    "url: https://ripple.example/@gates/7",
    "date: 2026-03-05",
    "",
  ].join("\n"),
  "public/lock-in-winter.mp4": "a film",
  "public/lock-keeper.mp3": "a recording",
  "articles/2026/03/clicks.svg": clicks(0),
  "articles/2026/03/clicks-cut.svg": clicks(20),
};

/** Writes a publication with one article for each component, whose whole text is the component's example. */
export function writeExamples(folder: string): void {
  const articles = COMPONENTS.map((component): [string, string] => [
    `articles/2026/03/${slugify(component.name)}.mdx`,
    article(component),
  ]);
  for (const [file, text] of [...Object.entries(FILES), ...articles]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
}

function article({ name, example }: Component): string {
  const isLive = example.includes("<LiveUpdate");
  return [
    "---",
    `title: ${name}`,
    "description: How it looks.",
    "category: news",
    "author: newsroom",
    "date: 2026-03-02",
    ...(isLive ? ["kind: live", "ended: 2026-03-02T18:00:00Z"] : []),
    ...(example.includes("<Correction")
      ? ["corrections: [{ date: 2026-03-31, note: 'The gates opened on Monday, not on Sunday.' }]"]
      : []),
    "---",
    "",
    example,
    "",
  ].join("\n");
}
