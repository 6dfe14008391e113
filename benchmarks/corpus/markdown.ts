import type { Block, MadeArticle, Span } from "./made-article.ts";

/** How the parts that plain Markdown has no form for are written. */
export interface Dialect {
  keyPoints: (list: string) => string;
  pullQuote: (text: string, by: string) => string;
  aside: (title: string, text: string) => string;
}

/** Stet's own components. */
export const STET: Dialect = {
  keyPoints: (list) => `<KeyPoints title="In short">\n\n${list}\n\n</KeyPoints>`,
  pullQuote: (text, by) => `<PullQuote by="${by}">${text}</PullQuote>`,
  aside: (title, text) => `<Aside title="${title}">\n\n${text}\n\n</Aside>`,
};

/** What a press without components would have its authors write. */
export const PLAIN: Dialect = {
  keyPoints: (list) => `**In short**\n\n${list}`,
  pullQuote: (text, by) => `> ${text}\n>\n> ${by}`,
  aside: (title, text) => `**${title}.** ${text}`,
};

/** The body of an article in Markdown; links are written as `linkTo` has them. */
export function bodyMarkdown(
  { blocks }: MadeArticle,
  dialect: Dialect,
  linkTo: (number: number) => string,
): string {
  const notes: string[] = [];
  const parts = blocks.map((block) => written(block, dialect, linkTo, notes));
  const told = notes.map((note, at) => `[^${at + 1}]: ${note}`);
  return [...parts, ...told].join("\n\n");
}

function written(
  block: Block,
  dialect: Dialect,
  linkTo: (number: number) => string,
  notes: string[],
): string {
  switch (block.kind) {
    case "paragraph": {
      const text = block.spans.map((span) => spanText(span, linkTo)).join("");
      if (block.note === undefined) return text;
      notes.push(block.note);
      return `${text}[^${notes.length}]`;
    }
    case "heading":
      return `## ${block.text}`;
    case "quote":
      return `> ${block.text}`;
    case "list":
      return listed(block.items, block.ordered);
    case "table": {
      const [head = [], ...rows] = block.rows.map((row) => `| ${row.join(" | ")} |`);
      return [head, `|${" --- |".repeat(block.rows[0]?.length ?? 0)}`, ...rows].join("\n");
    }
    case "key-points":
      return dialect.keyPoints(listed(block.items, false));
    case "pull-quote":
      return dialect.pullQuote(block.text, block.by);
    case "aside":
      return dialect.aside(block.title, block.text);
  }
}

function spanText(span: Span, linkTo: (number: number) => string): string {
  if (span.kind === "link") return `[${span.text}](${linkTo(span.to)})`;
  const mark = { text: "", strong: "**", emphasis: "*" }[span.kind];
  return mark + span.text + mark;
}

function listed(items: readonly string[], ordered: boolean): string {
  return items.map((item, at) => `${ordered ? `${at + 1}.` : "-"} ${item}`).join("\n");
}
