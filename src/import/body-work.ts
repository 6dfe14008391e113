import { MARKED_ELEMENTS, markedHtml } from "./html/marked-html.ts";
import type { BodyContext, BodyNote } from "./converted-body.ts";
import { Slots } from "./slots.ts";

/** What the steps of converting one body share. */
export interface BodyWork {
  context: BodyContext;
  details: Readonly<Record<string, string>>;
  slots: Slots;
  notes: BodyNotes;
  footnotes: FootnoteTexts;
  /** Answers of other sites that WordPress kept: HTML of what the text embeds. */
  answers: readonly string[];
}

/** Begins to convert a body. */
export function beginBody(
  context: BodyContext,
  details: Readonly<Record<string, string>>,
): BodyWork {
  return {
    context,
    details,
    slots: new Slots(),
    notes: new BodyNotes(),
    footnotes: new FootnoteTexts(),
    answers: textsOf(details["answers"]),
  };
}

/** Notes of one body, each once. */
export class BodyNotes {
  private readonly notes = new Map<string, BodyNote["kind"]>();

  add(kind: BodyNote["kind"], what: string): void {
    if (!this.notes.has(what)) this.notes.set(what, kind);
  }

  html(): string {
    return [...this.notes]
      .map(([what, kind]) => markedHtml(MARKED_ELEMENTS.note, { kind, what }))
      .join("");
  }
}

/** Footnotes that a body has in its running text, in order. */
export class FootnoteTexts {
  private readonly texts: string[] = [];

  /** Takes the HTML of a note; gives that of the mark in its place. */
  add(html: string): string {
    this.texts.push(html);
    const number = this.texts.length;
    return `<sup><a href="#fn-${number}" id="fnref-${number}">${number}</a></sup>`;
  }

  /** The list of all notes; empty where there are none. */
  html(): string {
    const items = this.texts.map((html, at) =>
      footnoteItem(`fn-${at + 1}`, `fnref-${at + 1}`, html),
    );
    return items.length === 0 ? "" : `<ol class="footnotes">${items.join("")}</ol>`;
  }
}

/** A note with the link that leads back from it. */
export function footnoteItem(id: string, back: string, html: string): string {
  return `<li id="${id}">${html} <a href="#${back}">↩</a></li>`;
}

/** The texts in a JSON list; none where it is no such list. */
function textsOf(json: string | undefined): string[] {
  try {
    const list: unknown = JSON.parse(json ?? "[]");
    return Array.isArray(list) ? list.filter((one) => typeof one === "string") : [];
  } catch {
    return [];
  }
}
