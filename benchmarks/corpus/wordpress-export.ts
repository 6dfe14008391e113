import { closeSync, openSync, writeSync } from "node:fs";
import { escapeXml } from "../../src/domain/xml-text.ts";
import { EXPORT_HEAD, MADE_SITE, madeItem } from "../../tests/fixtures/made-export.ts";
import type { Block, Corpus, MadeArticle, Span } from "./made-article.ts";

/** Writes a corpus as the export of a WordPress site; gives how many bytes its bodies have. */
export function writeWordPressExport(corpus: Corpus, file: string): number {
  const descriptor = openSync(file, "w");
  let bytes = 0;
  try {
    writeSync(descriptor, EXPORT_HEAD);
    for (let number = 0; number < corpus.articles; number += 1) {
      const article = corpus.article(number);
      const body = wordPressBody(article, corpus);
      bytes += Buffer.byteLength(body);
      writeSync(descriptor, itemOf(article, body));
    }
    writeSync(descriptor, "</channel></rss>\n");
  } finally {
    closeSync(descriptor);
  }
  return bytes;
}

function itemOf(article: MadeArticle, body: string): string {
  const { number, slug, path, title, description, instant, category, tags, authors } = article;
  const date = instant.replace("T", " ").replace(/(?:\.\d+)?Z$/, "");
  const term = (domain: string, name: string): string =>
    `<category domain="${domain}" nicename="${name}"><![CDATA[${name}]]></category>`;
  return madeItem({
    id: number + 1,
    slug,
    title: escapeXml(title),
    link: `${MADE_SITE}${path}`,
    creator: authors[0] ?? "desk",
    body,
    excerpt: description,
    date,
    gmt: date,
    more: [term("category", category), ...tags.map((tag) => term("post_tag", tag))].join(""),
  });
}

/** The body of an article as the block editor keeps it. */
function wordPressBody({ blocks }: MadeArticle, corpus: Corpus): string {
  return blocks.map((block) => blockHtml(block, corpus)).join("\n\n");
}

function blockHtml(block: Block, corpus: Corpus): string {
  const { kind } = block;
  if (kind === "paragraph")
    return wrapped(
      "paragraph",
      `<p>${block.spans.map((span) => spanHtml(span, corpus)).join("")}</p>`,
    );
  if (kind === "heading")
    return wrapped("heading", `<h2 class="wp-block-heading">${escapeXml(block.text)}</h2>`);
  if (kind === "quote")
    return wrapped(
      "quote",
      `<blockquote class="wp-block-quote"><p>${escapeXml(block.text)}</p></blockquote>`,
    );
  if (kind === "list") {
    const tag = block.ordered ? "ol" : "ul";
    return wrapped("list", `<${tag} class="wp-block-list">${listItems(block.items)}</${tag}>`);
  }
  if (kind === "table") {
    const rows = block.rows.map(
      (row) => `<tr>${row.map((cell) => `<td>${escapeXml(cell)}</td>`).join("")}</tr>`,
    );
    return wrapped(
      "table",
      `<figure class="wp-block-table"><table><tbody>${rows.join("")}</tbody></table></figure>`,
    );
  }
  if (kind === "key-points")
    return wrapped("list", `<ul class="wp-block-list">${listItems(block.items)}</ul>`);
  if (kind === "pull-quote")
    return wrapped(
      "pullquote",
      `<figure class="wp-block-pullquote"><blockquote><p>${escapeXml(block.text)}</p><cite>${escapeXml(block.by)}</cite></blockquote></figure>`,
    );
  return wrapped(
    "group",
    `<div class="wp-block-group"><p><strong>${escapeXml(block.title)}</strong></p><p>${escapeXml(block.text)}</p></div>`,
  );
}

function listItems(items: readonly string[]): string {
  return items.map((item) => `<li>${escapeXml(item)}</li>`).join("");
}

function spanHtml(span: Span, corpus: Corpus): string {
  const text = escapeXml(span.text);
  if (span.kind === "strong") return `<strong>${text}</strong>`;
  if (span.kind === "emphasis") return `<em>${text}</em>`;
  if (span.kind === "link") return `<a href="${MADE_SITE}${corpus.pathOf(span.to)}">${text}</a>`;
  return text;
}

function wrapped(name: string, html: string): string {
  return `<!-- wp:${name} -->\n${html}\n<!-- /wp:${name} -->`;
}
