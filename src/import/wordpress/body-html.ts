import { MARKED_ELEMENTS, markedHtml } from "../html/marked-html.ts";
import type { BodyContext } from "../converted-body.ts";
import { withEmbeds } from "./bare-addresses.ts";
import { hasBlocks, parseBlocks } from "./block-parser.ts";
import { blocksHtml, PAGE_BREAK } from "./block-html.ts";
import { beginBody } from "../body-work.ts";
import type { BodyWork } from "../body-work.ts";
import { embedLines } from "./single-blocks.ts";
import { literalPositions } from "./html-parts.ts";
import { withImageFiles } from "./image-tags.ts";
import { paragraphs } from "./paragraphs.ts";
import { withoutShortcodes } from "./shortcodes.ts";
import { withoutSlots } from "../slots.ts";

/**
 * The HTML that readers of a WordPress body saw, with marks for what HTML cannot say; see `MARKED_ELEMENTS`. Blocks,
 * shortcodes and blank lines are understood; what is not known stays visible, and is noted.
 */
export function bodyHtml(
  body: string,
  details: Readonly<Record<string, string>>,
  context: BodyContext,
): string {
  const work = beginBody(context, details);
  const text = withoutSlots(body).replace(/\r\n?/g, "\n");
  const html = hasBlocks(text) ? fromBlocks(text, work) : fromClassic(text, work);
  const filled = work.slots.fill(html + enclosures(text, work));
  return withImageFiles(filled + work.slots.fill(work.footnotes.html()), work) + work.notes.html();
}

function fromBlocks(text: string, work: BodyWork): string {
  const { parts, faults } = parseBlocks(text);
  for (const fault of faults) work.notes.add("look", fault);
  const html = blocksHtml(parts, work, (freeform) => fromClassic(freeform, work));
  return withEmbeds(withMarks(withoutShortcodes(html, work), work), work);
}

function fromClassic(text: string, work: BodyWork): string {
  const marked = withMarks(text, work);
  return paragraphs(withEmbeds(withNotes(withoutShortcodes(marked, work), work), work));
}

/** A text whose comments that mean something are replaced by what they mean. */
function withMarks(text: string, work: BodyWork): string {
  return text.replace(
    /<!--(more|nextpage|noteaser)(?:[ \t][^>]{0,300}?)?-->/g,
    (_, name: string) => {
      if (name === "nextpage") return `\n\n${work.slots.block(PAGE_BREAK)}\n\n`;
      return name === "more"
        ? `\n\n${work.slots.block(markedHtml(MARKED_ELEMENTS.break, { kind: "more" }))}\n\n`
        : "";
    },
  );
}

/** Footnotes in double brackets, as a widespread plugin has them: `Words((a note to them)).` */
function withNotes(text: string, work: BodyWork): string {
  if (!text.includes("((")) return text;
  const isLiteral = literalPositions(text);
  return text.replace(
    /(?<=[^\s(])[^\S\n]?\(\(([^\s()][^()\n]{8,2000})\)\)/g,
    (whole, note: string, at: number) => {
      if (isLiteral(at) || !/\S\s\S/.test(note)) return whole;
      work.notes.add("look", "What stood in double brackets is a footnote");
      return work.slots.inline(work.footnotes.add(note.trim()));
    },
  );
}

/** Players for the recordings of a podcast, which a feed has beside a text that does not show them. */
function enclosures(text: string, work: BodyWork): string {
  const missing = (work.details["enclosures"] ?? "")
    .split("\n")
    .filter((address) => address !== "" && !text.includes(address.split("/").at(-1) ?? address));
  if (missing.length === 0) return "";
  work.notes.add("look", "The recording of a podcast stands at the end of the text");
  return embedLines(missing.join("\n"), work);
}
