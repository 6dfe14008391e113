import { escapeXml } from "../domain/xml-text.ts";
import type { CardImage, ReviewedArticle } from "./reviewed-articles.ts";
import { isAlarming } from "./changed-addresses.ts";
import {
  code,
  dotted,
  limited,
  message,
  more,
  paragraph,
  section,
  table,
  text,
} from "./page-parts.ts";
import type { Problem, Review } from "./review.ts";
import {
  addressText,
  elsewhereText,
  growth,
  heldElsewhereText,
  HELD_WORDS,
  severities,
  summaryOf,
  WITHHELD,
  wordCount,
} from "./review-words.ts";

/** Nothing may run or be loaded but the files beside the page, also where it is opened from a disk. */
const POLICY = "default-src 'none'; img-src 'self' file:; style-src 'self' file:";

/** Most articles that are shown: a page with more is of no use to anybody. */
export const MOST_ARTICLES = 100;

/** Where a picture of a card lies beside the page; undefined where it was not made. */
export type ImageFiles = (image: CardImage) => string | undefined;

/**
 * A review as an HTML page without scripts, which uses `review.css` and the pictures beside it. Nothing in it is a link
 * out of it, and every text of an author is a text.
 */
export function reviewPage(review: Review, imageFile: ImageFiles): string {
  const { base, publication, notes, addresses, words, articles, held, problems } = review;
  const alarms = addresses.filter(isAlarming).length;
  const found = [...problems.changed, ...problems.caused];
  const title = publication === undefined ? "Review" : `Review of ${publication}`;
  const body = [
    `<header><h1>${text(title)}</h1>`,
    `<p class="summary">${text(summaryOf(review, alarms))}</p>`,
    `<p class="quiet">Compared with ${code(base.name)} (${base.commit.slice(0, 10)}).</p>`,
    ...notes.map((note) => `<p class="note">${message(note)}</p>`),
    "</header>",
    "<main>",
    section(
      "Problems",
      found.length === 0
        ? "<p>None in changed files.</p>"
        : `<ul class="problems">${limited(found.map(problemItem), "problem", "li")}</ul>`,
      `<p class="quiet">${message(elsewhereText(review))}</p>`,
      paragraph(heldElsewhereText(review)),
    ),
    ...(held.length === 0
      ? []
      : [
          section(
            "Not public",
            table(
              ["Text", "", "Words", "Problems"],
              held.map(({ file, why, words: count, problems: counts }) => [
                code(file),
                HELD_WORDS[why],
                wordCount(count),
                severities(counts) || "none",
              ]),
              "text",
            ),
          ),
        ]),
    ...(addresses.length === 0
      ? []
      : [
          section(
            "Addresses",
            table(
              ["Address", "What becomes of it"],
              addresses.map((change) => {
                const { text: said, to } = addressText(change);
                const told = to === undefined ? said : `${said} ${code(to)}`;
                return [
                  code(change.path),
                  isAlarming(change) ? `<strong class="alarm">${told}</strong>` : told,
                ];
              }),
              "address",
            ),
          ),
        ]),
    ...(words.texts.length === 0
      ? []
      : [
          section(
            "Words",
            table(
              ["Text", "Before", "After", ""],
              [
                ...words.texts.map((change) => [
                  code(change.file),
                  wordCount(change.before),
                  wordCount(change.after),
                  growth(change),
                ]),
                [
                  "<strong>Whole publication</strong>",
                  wordCount(words.total.before),
                  wordCount(words.total.after),
                  growth(words.total),
                ],
              ],
              "text",
              true,
            ),
          ),
        ]),
    ...(articles.length === 0
      ? []
      : [
          section(
            "Articles",
            ...articles.slice(0, MOST_ARTICLES).map((article) => articleBlock(article, imageFile)),
            more(articles.length - MOST_ARTICLES, "article", "p"),
          ),
        ]),
    "</main>",
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${text(title)}</title>
<link rel="stylesheet" href="review.css">
</head>
<body>
${body.join("\n")}
</body>
</html>
`;
}

function problemItem({ severity, code: rule, file, line, column, isNew, told }: Problem): string {
  const words =
    told === undefined
      ? `<p class="quiet">${WITHHELD}</p>`
      : `<p>${message(told.message)}</p><p class="fix">${message(told.fix)}</p>`;
  return `<li class="${severity}"><p><strong>${severity}</strong>${isNew ? " <em>new</em>" : ""} ${code(`${file}:${line}:${column}`)} <span class="quiet">${text(rule)}</span></p>${words}</li>`;
}

function articleBlock(
  { file, url, language, isNew, unpublished, front, feed, search, share, engines }: ReviewedArticle,
  imageFile: ImageFiles,
): string {
  const own = ` lang="${escapeXml(language)}" dir="auto"`;
  const state = `${isNew ? "new" : "changed"}${unpublished === undefined ? "" : `, ${unpublished}`}`;
  const kicker = (parts: readonly (string | undefined)[]): string =>
    `<p class="kicker">${dotted(parts)}</p>`;
  return `<article><h3${own}>${text(front.title)}</h3>
<p class="quiet">${code(file)}, ${state}</p>
<div class="cards">
<section class="card front"><h4>Front page</h4>
${shownImage(front.image, imageFile)}
${kicker([front.category, front.label, front.kicker])}
<p class="headline"${own}>${text(front.title)}</p>
<p${own}>${text(front.text)}</p>
<p class="quiet">${dotted([front.byline.join(", "), front.date])}</p></section>
<section class="card search"><h4>Search</h4>
<div>${shownImage(search.image, imageFile)}
<div>${kicker([search.category, search.label])}
<p class="headline"${own}>${text(search.title)}</p>
<p${own}>${text(search.text)}</p>
<p class="quiet">${dotted([search.byline.join(", "), search.date])}</p></div></div></section>
<section class="card share"><h4>Shared</h4>
${shownImage(share.image, imageFile)}
<p class="quiet">${text(share.site)}</p>
<p class="headline"${own}>${text(share.title)}</p>
<p${own}>${text(share.description)}</p></section>
<section class="card feed"><h4>Feed</h4>
<p class="headline"${own}>${text(feed.title)}</p>
<p class="quiet">${dotted([feed.authors.join(", "), feed.published, feed.updated === undefined ? undefined : `changed ${feed.updated}`])}</p>
<p${own}>${text(feed.summary)}</p>
<p class="tags">${feed.categories.map((one) => `<span>${text(one)}</span>`).join(" ")}</p></section>
<section class="card engines"><h4>Web search</h4>
<p class="quiet">${code(url)}</p>
<p class="headline"${own}>${text(engines.title)}</p>
<p${own}>${text(engines.description)}</p></section>
</div></article>`;
}

function shownImage(image: CardImage | undefined, imageFile: ImageFiles): string {
  if (image === undefined) return "";
  const { form, alt } = image;
  const file = imageFile(image);
  if (file === undefined) return `<p class="note">Picture not here: ${text(alt)}</p>`;
  return `<img src="${escapeXml(file)}" width="${form.width}" height="${form.height}" alt="${text(alt)}">`;
}
