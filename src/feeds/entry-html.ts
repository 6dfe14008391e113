import { opensWithStandfirst } from "../domain/article.ts";
import type { Article, Source } from "../domain/article.ts";
import type { Day } from "../domain/dates.ts";
import { kindLabel } from "../site/kind-label.ts";
import { labelNote } from "../site/label-note.ts";
import { showDay, showMoment } from "../i18n/shown-dates.ts";
import { ownLanguage, textDirection } from "../i18n/text-direction.ts";
import { languageOfMessages, messagesFor, messagesLanguage } from "../i18n/languages.ts";
import type { MessageSource } from "../i18n/languages.ts";
import type { LeadImage } from "./feed.ts";
import { escapeXml } from "../domain/xml-text.ts";

/** What stands around an article, and how the publication speaks. */
export interface EntryContext extends MessageSource {
  /** IANA name. */
  timezone: string;
  image?: LeadImage;
}

/**
 * An article's text for a feed: what sort of piece it is, where it is not plain news; its kicker and standfirst; the
 * lead picture; the body; who supplied it; what changed since, as far as somebody said it; the corrections. Readers of
 * feeds see nothing of the page around it, and a sponsored or corrected piece must be known for one there too.
 */
export function entryHtml(article: Article, body: string, context: EntryContext): string {
  return entryParts(article, body, !opensWithStandfirst(article), context);
}

/** The same of an article that a feed cannot hold whole: in the place of its body, the way to it. `link` is absolute. */
export function shortEntryHtml(article: Article, link: string, context: EntryContext): string {
  return entryParts(article, wayTo(link, context, article.language), true, context);
}

/** A text and the way to the whole of it. `own` is its language, where that is not the publication's. */
export function summaryHtml(
  text: string,
  link: string,
  source: MessageSource,
  own?: string,
): string {
  const { language } = source;
  const marked = inOwnLanguage(`<p>${escapeXml(text)}</p>`, own, language);
  return inDirection(marked + wayTo(link, source, own), language);
}

/** HTML in the direction of a publication, which readers show from left to right unless they are told otherwise. */
export function inDirection(html: string, language: string): string {
  return textDirection(language) === "rtl" && html !== "" ? inLanguage(html, language) : html;
}

/** HTML in the language of an article, where that is not the publication's. */
export function inOwnLanguage(html: string, own: string | undefined, language: string): string {
  return own === undefined || own === language || html === "" ? html : inLanguage(html, own);
}

function entryParts(
  article: Article,
  body: string,
  withStandfirst: boolean,
  { timezone, image, ...speaker }: EntryContext,
): string {
  const { language } = speaker;
  const words = messagesFor(speaker);
  const label = kindLabel(article, words);
  const explained = labelNote(article, words, languageOfMessages(speaker));
  const { ended, kicker, description, source } = article;
  const end = ended === undefined ? "" : words.body.colon + showMoment(ended, language, timezone);
  const own = together([
    kicker === undefined ? "" : `<p><small>${escapeXml(kicker)}</small></p>`,
    withStandfirst ? `<p><b>${escapeXml(description)}</b></p>` : "",
    image === undefined ? "" : figure(image),
    body,
  ]);
  const parts = together([
    label === undefined
      ? ""
      : `<p${said(speaker, article.language)}><strong>${escapeXml(label + end)}</strong>${explained === undefined ? "" : ` ${escapeXml(explained)}`}</p>`,
    inOwnLanguage(own, article.language, language),
    source === undefined ? "" : credit(source, speaker, article.language),
    datedNotes(words.article.updates, article.updates, speaker, article.language),
    datedNotes(words.corrections, article.corrections, speaker, article.language),
  ]);
  return inDirection(parts, language);
}

function together(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("\n");
}

function inLanguage(html: string, language: string): string {
  return `<div${attributes(ownLanguage(language))}>${html}</div>`;
}

/**
 * Attributes of what the press says, where it lacks the publication's language, and where all around it is in another,
 * `own`.
 */
function said(speaker: MessageSource, own?: string): string {
  return attributes(
    own === undefined || own === speaker.language
      ? messagesLanguage(speaker)
      : ownLanguage(languageOfMessages(speaker)),
  );
}

function attributes(values: ReturnType<typeof ownLanguage>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join("");
}

function wayTo(link: string, speaker: MessageSource, own?: string): string {
  return `<p${said(speaker, own)}><a href="${escapeXml(link)}">${escapeXml(messagesFor(speaker).wholeArticle)}</a></p>`;
}

function credit({ name, url }: Source, speaker: MessageSource, own?: string): string {
  const text = escapeXml(name);
  const linked = url === undefined ? text : `<a href="${escapeXml(url)}">${text}</a>`;
  const { source, body } = messagesFor(speaker);
  return `<p${said(speaker, own)}><small>${escapeXml(source + body.colon)}${linked}</small></p>`;
}

/** Notes with their days under a heading; nothing where there is none. `own` is their language, where it is another. */
function datedNotes(
  heading: string,
  notes: readonly { day: Day; note?: string }[],
  speaker: MessageSource,
  own?: string,
): string {
  const { language } = speaker;
  const ownAttributes = own === undefined || own === language ? "" : attributes(ownLanguage(own));
  const items = notes.flatMap(({ day, note }) => {
    if (note === undefined) return [];
    const text =
      ownAttributes === "" ? escapeXml(note) : `<span${ownAttributes}>${escapeXml(note)}</span>`;
    return [`<li><strong>${escapeXml(showDay(day, language))}</strong> ${text}</li>`];
  });
  return items.length === 0
    ? ""
    : `<h2${said(speaker, own)}>${escapeXml(heading)}</h2><ul>${items.join("")}</ul>`;
}

function figure({ url, width, height, alt, caption, credit: by }: LeadImage): string {
  const texts = [
    caption === undefined ? "" : escapeXml(caption),
    by === undefined ? "" : `<small>${escapeXml(by)}</small>`,
  ].filter((text) => text !== "");
  const below = texts.length === 0 ? "" : `<figcaption>${texts.join(" ")}</figcaption>`;
  return `<figure><img src="${escapeXml(url)}" alt="${escapeXml(alt)}" width="${width}" height="${height}">${below}</figure>`;
}
