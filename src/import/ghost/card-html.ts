import { MARKED_ELEMENTS, escapedHtml, markedHtml } from "../html/marked-html.ts";
import { plainText } from "../html-text.ts";
import type { BodyNotes } from "../body-work.ts";
import type { Card, WriteCard } from "./card.ts";
import { codeCard, embedCard, htmlCard, markdownCard } from "./card-code.ts";
import { bookmarkCard, buttonCard, ctaCard, headerCard, productCard } from "./card-links.ts";
import {
  audioCard,
  beforeAfterCard,
  fileCard,
  galleryCard,
  imageCard,
  videoCard,
} from "./card-media.ts";
import {
  emailCard,
  isForMembers,
  paywallCard,
  signupCard,
  transistorCard,
} from "./card-members.ts";
import { calloutCard, toggleCard } from "./card-notices.ts";
import type { Row } from "./row.ts";

const CARDS: Readonly<Record<string, WriteCard>> = {
  audio: audioCard,
  "before-after": beforeAfterCard,
  bookmark: bookmarkCard,
  button: buttonCard,
  "call-to-action": ctaCard,
  callout: calloutCard,
  code: codeCard,
  codeblock: codeCard,
  email: emailCard,
  "email-cta": emailCard,
  embed: embedCard,
  file: fileCard,
  gallery: galleryCard,
  header: headerCard,
  horizontalrule: () => "<hr>",
  hr: () => "<hr>",
  html: htmlCard,
  image: imageCard,
  markdown: markdownCard,
  paywall: paywallCard,
  product: productCard,
  signup: signupCard,
  toggle: toggleCard,
  transistor: transistorCard,
  video: videoCard,
};

/** Names that cards had in early versions. */
const OLD_NAMES: Readonly<Record<string, string>> = {
  "card-markdown": "markdown",
  "card-hr": "hr",
};

/**
 * A card as marked HTML. One that is not known stands as the text that it holds, and what only members could see is left
 * out; both are noted.
 */
export function cardHtml({ name: written, fields }: Card, notes: BodyNotes): string {
  const name = OLD_NAMES[written] ?? written;
  if (isForMembers(fields)) {
    notes.add(
      "lost",
      `A part for members or e-mails only: ${heldTexts(fields).map(plainText).join(" ")}`,
    );
    return "";
  }
  const write = Object.hasOwn(CARDS, name) ? CARDS[name] : undefined;
  if (write !== undefined) return write(fields, notes);
  const texts = heldTexts(fields).map((text) =>
    /<[a-z][^<>]*>/i.test(text) ? `<div>${text}</div>` : `<p>${escapedHtml(text)}</p>`,
  );
  return markedHtml(MARKED_ELEMENTS.unknown, { name: `The card \`${name}\`` }, texts.join(""));
}

/** Fields that say how a card looks or is told apart, whose values are no text. */
const LOOKS =
  /^(?:type|version|id|uuid|children|direction|format|indent|style|detail|mode)$|width|height|colou?r|align|layout|visib|size|mime/i;

/** The texts that a card holds, at any depth. */
function heldTexts(fields: Row): string[] {
  return Object.entries(fields).flatMap(([name, value]): string[] => {
    if (LOOKS.test(name)) return [];
    if (typeof value === "string") return value.trim() === "" ? [] : [value.trim()];
    return typeof value === "object" && value !== null ? heldTexts(value as Row) : [];
  });
}
