import { MARKED_ELEMENTS, escapedHtml, markedHtml } from "../html/marked-html.ts";
import type { BodyNotes } from "../body-work.ts";
import { cardHtml } from "./card-html.ts";
import { HeadingIds } from "./heading-ids.ts";
import { asRow, jsonValue } from "./row.ts";

/** Kinds of sections, by their numbers. */
const [MARKUP, IMAGE, LIST, CARD] = [1, 2, 3, 10];

/** A document of Ghost's editor of versions 1 to 4 as marked HTML; undefined where the text is none. */
export function mobiledocHtml(text: string, notes: BodyNotes): string | undefined {
  const document = asRow(jsonValue(text));
  const sections = document["sections"];
  if (!Array.isArray(sections)) return undefined;
  const writer = new MobiledocWriter(document, notes);
  return sections.map((section) => writer.section(listOf(section))).join("");
}

class MobiledocWriter {
  readonly #markups: unknown[];
  readonly #atoms: unknown[];
  readonly #cards: unknown[];
  readonly #notes: BodyNotes;
  readonly #ids = new HeadingIds();

  constructor(document: Readonly<Record<string, unknown>>, notes: BodyNotes) {
    this.#markups = listOf(document["markups"]);
    this.#atoms = listOf(document["atoms"]);
    this.#cards = listOf(document["cards"]);
    this.#notes = notes;
  }

  section([kind, second, third]: readonly unknown[]): string {
    if (kind === IMAGE)
      return cardHtml({ name: "image", fields: { src: String(second) } }, this.#notes);
    if (kind === CARD) {
      const [name, payload] = listOf(this.#cards[Number(second)]);
      return cardHtml({ name: String(name ?? ""), fields: asRow(payload) }, this.#notes);
    }
    const tag = nameOf(second, "p");
    if (kind === LIST) {
      const items = listOf(third).map((item) => `<li>${this.#line(listOf(item)).html}</li>`);
      return `<${tag}>${items.join("")}</${tag}>`;
    }
    if (kind !== MARKUP) {
      this.#notes.add("lost", `A section of a kind that is not known: ${JSON.stringify(kind)}`);
      return "";
    }
    const { html, words } = this.#line(listOf(third));
    if (tag === "aside" || tag === "pull-quote")
      return markedHtml(MARKED_ELEMENTS.pullQuote, {}, `<p>${html}</p>`);
    if (/^h[1-6]$/.test(tag))
      return `<${tag} id="${escapedHtml(this.#ids.idOf(words))}">${html}</${tag}>`;
    return `<${tag}>${html}</${tag}>`;
  }

  /** Running text: markers that open and close elements around what they hold. */
  #line(markers: readonly unknown[]): { html: string; words: string } {
    let [html, words] = ["", ""];
    const open: string[] = [];
    for (const marker of markers) {
      const [kind, opened, closed, value] = listOf(marker);
      for (const index of listOf(opened)) {
        const [name, attributes] = listOf(this.#markups[Number(index)]);
        const tag = nameOf(name, "span");
        open.push(tag);
        html += `<${tag}${attributesOf(listOf(attributes))}>`;
      }
      if (kind === 1) html += this.#atom(listOf(this.#atoms[Number(value)]));
      else {
        const text = typeof value === "string" ? value : "";
        words += text;
        html += escapedHtml(text);
      }
      for (let count = Number(closed) || 0; count > 0 && open.length > 0; count -= 1)
        html += `</${open.pop()}>`;
    }
    while (open.length > 0) html += `</${open.pop()}>`;
    return { html, words };
  }

  #atom([name, text]: readonly unknown[]): string {
    if (name === "soft-return" || name === "soft-break") return "<br>";
    this.#notes.add("look", `A part of the text that Stet does not know: ${String(name)}`);
    return escapedHtml(typeof text === "string" ? text : "");
  }
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

/** The name of an element; `otherwise` where the value is none. */
function nameOf(value: unknown, otherwise: string): string {
  const name = typeof value === "string" ? value.toLowerCase() : "";
  return /^(?:h[1-6]|[a-z]+(?:-[a-z]+)?)$/.test(name) ? name : otherwise;
}

/** Attributes, which are written as a list of names and values in turn. */
function attributesOf(list: readonly unknown[]): string {
  let html = "";
  for (let at = 0; at + 1 < list.length; at += 2) {
    const [name, value] = [String(list[at]), String(list[at + 1])];
    if (name === "href") html += ` href="${escapedHtml(value)}"`;
  }
  return html;
}
