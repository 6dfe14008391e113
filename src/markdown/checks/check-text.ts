import type { Root } from "hast";
import { markdownToMdast, mdxToMdast } from "satteri";
import { PARSER_FEATURES } from "../parser-features.ts";
import type { ParseContext } from "../transforms/transform.ts";
import { writtenTexts } from "../written-text.ts";
import { brokenTags } from "./broken-tags.ts";
import { unclosedCode } from "./code-blocks.ts";
import { marksWithoutNote, unusedNotes } from "./footnotes.ts";
import { unusedAddresses } from "./unused-addresses.ts";
import { linksWithoutWords } from "./links.ts";
import { imagesWithoutWords } from "./images.ts";
import { placeholders } from "./placeholders.ts";
import { foreignMarkup } from "./shortcodes.ts";
import { extraCells, linesOfCells } from "./tables.ts";
import type { BodyCheck, TextCheck } from "./text-check.ts";
import { unevenMarks } from "./uneven-marks.ts";
import {
  definitions,
  headingsWithoutBlank,
  itemsWithoutBlank,
  otherBullets,
} from "./unread-blocks.ts";
import {
  addressesWithBlanks,
  linksWithoutEnd,
  missingReferences,
  tornLinks,
} from "./unread-links.ts";
import { unlikeMarks, unreadMarks } from "./unread-marks.ts";

/** Rules about running text. */
const TEXT_CHECKS: readonly TextCheck[] = [
  unreadMarks,
  unlikeMarks,
  headingsWithoutBlank,
  definitions,
  otherBullets,
  itemsWithoutBlank,
  addressesWithBlanks,
  tornLinks,
  linksWithoutEnd,
  missingReferences,
  marksWithoutNote,
  linesOfCells,
  foreignMarkup,
  brokenTags,
];

/** Rules about whole bodies. */
const BODY_CHECKS: readonly BodyCheck[] = [
  linksWithoutWords,
  imagesWithoutWords,
  placeholders,
  unclosedCode,
  unevenMarks,
];

/** What every text has that one of its rules has to do with. */
const SUSPICIOUS =
  /\*\*|__|~~|\*\p{L}[^*_\n]*_|_\p{L}[^*_\n]*\*|==|[`[{|$^]|<[!a-z]|~\d|(?<![\p{L}\p{N}]):[a-z]|^(?:##|:|!!!|\?\?\?|[•‣◦●○▪■·–—]|(?:[-*+]|\d{1,3}[.)])\p{L})/imu;

/** What only the tree of Markdown has still: notes, lines and cells that are not printed. */
const LEAVES_OUT = /^[ \t>]*\[[^\]\n\r]+\]:|\|/m;

/** Reports what vanishes, or is printed as it stands, though its author meant something by it. */
export function checkText(tree: Root, context: ParseContext): void {
  if (context.isChecked) return;
  for (const check of BODY_CHECKS) check(tree, context);
  for (const written of writtenTexts(tree, context, SUSPICIOUS))
    for (const check of TEXT_CHECKS) check(written, context);
  if (!LEAVES_OUT.test(context.source)) return;
  const parse = context.format === "mdx" ? mdxToMdast : markdownToMdast;
  const markdown = parse(`${context.marked.text}\n`, { features: PARSER_FEATURES });
  unusedNotes(markdown, context);
  unusedAddresses(markdown, context);
  extraCells(markdown, context);
}
