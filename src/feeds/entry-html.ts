import type { Article } from "../domain/article.ts";
import type { Day } from "../domain/dates.ts";
import { kindLabel } from "../site/kind-label.ts";
import { labelNote } from "../site/label-note.ts";
import { showDay, showMoment } from "../site/shown-dates.ts";
import { wordsFor } from "../site/words.ts";
import type { LeadPicture } from "./feed.ts";
import { escapeXml } from "../domain/xml-text.ts";

/**
 * An article's text for a feed: what sort of piece it is, where it is not plain news; the lead picture; the body;
 * what changed since, as far as somebody said it; the corrections. Readers of feeds see nothing of the page around it,
 * and a sponsored or corrected piece must be known for one there too.
 */
export function entryHtml(
  article: Article,
  body: string,
  { language, timezone, image }: { language: string; timezone: string; image?: LeadPicture },
): string {
  const words = wordsFor(language);
  const label = kindLabel(article, words);
  const explained = labelNote(article, words);
  const { ended } = article;
  const end = ended === undefined ? "" : `: ${showMoment(ended, language, timezone)}`;
  return [
    label === undefined
      ? ""
      : `<p><strong>${escapeXml(label + end)}</strong>${explained === undefined ? "" : ` ${escapeXml(explained)}`}</p>`,
    image === undefined ? "" : figure(image),
    body,
    datedNotes(words.article.updates, article.updates, language),
    datedNotes(words.corrections, article.corrections, language),
  ]
    .filter((part) => part !== "")
    .join("\n");
}

/** Notes with their days under a heading; nothing where there is none. */
function datedNotes(
  heading: string,
  notes: readonly { day: Day; note?: string }[],
  language: string,
): string {
  const items = notes.flatMap(({ day, note }) =>
    note === undefined
      ? []
      : [`<li><strong>${escapeXml(showDay(day, language))}</strong> ${escapeXml(note)}</li>`],
  );
  return items.length === 0 ? "" : `<h2>${escapeXml(heading)}</h2><ul>${items.join("")}</ul>`;
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
