import type { Article } from "../domain/article.ts";
import { kindLabel } from "../site/kind-label.ts";
import { showDay, showExactTime } from "../site/shown-dates.ts";
import { wordsFor } from "../site/words.ts";
import type { LeadPicture } from "./feed.ts";
import { dayOf } from "../domain/dates.ts";
import { escapeXml } from "../domain/xml-text.ts";

/**
 * An article's text for a feed: what sort of piece it is, where it is not plain news; the lead picture; the body;
 * the corrections. Readers of feeds see nothing of the page around it, and a sponsored or corrected piece must be
 * known for one there too.
 */
export function entryHtml(
  article: Article,
  body: string,
  { language, timezone, image }: { language: string; timezone: string; image?: LeadPicture },
): string {
  const words = wordsFor(language);
  const label = kindLabel(article, words);
  const { ended } = article;
  const end =
    ended === undefined
      ? ""
      : `: ${showDay(dayOf(ended, timezone), language)}, ${showExactTime(ended, language, timezone)}`;
  const corrections = article.corrections.map(
    ({ day, note }) =>
      `<li><strong>${escapeXml(showDay(day, language))}</strong> ${escapeXml(note)}</li>`,
  );
  return [
    label === undefined ? "" : `<p><strong>${escapeXml(label + end)}</strong></p>`,
    image === undefined ? "" : figure(image),
    body,
    corrections.length === 0
      ? ""
      : `<h2>${escapeXml(words.corrections)}</h2><ul>${corrections.join("")}</ul>`,
  ]
    .filter((part) => part !== "")
    .join("\n");
}

/** The summary of an article and the way to it: the body of an article that a feed cannot hold whole. */
export function summaryHtml({ description }: Article, link: string, language: string): string {
  const { wholeArticle } = wordsFor(language);
  return `<p>${escapeXml(description)}</p><p><a href="${escapeXml(link)}">${escapeXml(wholeArticle)}</a></p>`;
}

function figure({ url, width, height, alt, caption, credit }: LeadPicture): string {
  const texts = [
    caption === undefined ? "" : escapeXml(caption),
    credit === undefined ? "" : `<small>${escapeXml(credit)}</small>`,
  ].filter((text) => text !== "");
  const below = texts.length === 0 ? "" : `<figcaption>${texts.join(" ")}</figcaption>`;
  return `<figure><img src="${escapeXml(url)}" alt="${escapeXml(alt)}" width="${width}" height="${height}">${below}</figure>`;
}
