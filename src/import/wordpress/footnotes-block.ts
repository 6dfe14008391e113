import { footnoteItem } from "../body-work.ts";
import type { BodyNotes } from "../body-work.ts";
import { escapedHtml } from "../html/marked-html.ts";

/** The list of footnotes that WordPress keeps beside a body, as JSON: their numbers stand in the text. */
export function footnotesHtml(json: string | undefined, notes: BodyNotes): string {
  const items = footnotesIn(json);
  if (items.length === 0) {
    notes.add("lost", "The block `footnotes`: the export has no notes of it");
    return "";
  }
  const list = items.map(({ id, content }) => {
    const name = escapedHtml(id);
    return footnoteItem(name, `${name}-link`, content);
  });
  return `<ol class="wp-block-footnotes">${list.join("")}</ol>`;
}

function footnotesIn(json: string | undefined): { id: string; content: string }[] {
  let list: unknown;
  try {
    list = JSON.parse(json ?? "[]");
  } catch {
    return [];
  }
  if (!Array.isArray(list)) return [];
  return list.flatMap((one: unknown) => {
    if (typeof one !== "object" || one === null || !("id" in one) || !("content" in one)) return [];
    const { id, content } = one;
    return typeof id === "string" && typeof content === "string" ? [{ id, content }] : [];
  });
}
