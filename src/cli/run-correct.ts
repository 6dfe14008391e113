import { join } from "node:path";
import type { Article } from "../domain/article.ts";
import { withContentFolder } from "../domain/content-path.ts";
import { isoWithOffset } from "../domain/dates.ts";
import type { Instant } from "../domain/dates.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import type { Site } from "../domain/publication.ts";
import { bytesWith, readEditable, writeEdited } from "../editing/editable-file.ts";
import { EditRefused } from "../editing/editable-yaml.ts";
import { applyTextEdits } from "../domain/text-edits.ts";
import { appendEntry } from "../editing/yaml-edits.ts";
import { cleanLine } from "../import/posts/clean-text.ts";
import { listContentFiles } from "../loader/content-files.ts";
import { readArticle } from "../loader/read-article.ts";
import { readSite } from "../loader/read-site.ts";
import { notAmong } from "../pipeline/check-content.ts";
import { contentPrefix } from "../report/report.ts";
import { printable } from "../report/terminal-text.ts";
import { addresses, href } from "../urls/hrefs.ts";
import { findArticle } from "./find-article.ts";
import type { FoundArticle } from "./find-article.ts";
import { EXIT, formatCount } from "./outcome.ts";

/** What `stet correct` is asked for. */
export interface CorrectRequest {
  /** The path, address, id or name of an article. */
  article: string;
  note: string;
  /** Writes a note that the article has already. */
  force: boolean;
}

/** What it needs besides. */
export interface CorrectContext {
  /** The content folder, absolute. */
  content: string;
  cwd: string;
  now: Instant;
  clock: () => number;
}

/** What to print, and the exit code. */
export interface CorrectOutcome {
  text: string;
  exitCode: number;
}

/** Most UTF-16 units of a note, as the schema of articles has them. */
const LONGEST = 5000;

/** Most articles of one name that are listed. */
const MOST_LISTED = 10;

/**
 * Appends a correction of this moment to the front matter of a published article, and gives what to print and the exit
 * code. All other bytes of the file stay. Where anything is wrong nothing is written. Throws what the file system throws.
 */
export function runCorrect(request: CorrectRequest, context: CorrectContext): CorrectOutcome {
  const { content, cwd, now, clock } = context;
  const listing = listContentFiles(content, clock);
  if (listing?.files.site === undefined)
    return refusal([`There is no publication in ${content}: site.yaml is missing.`]);
  const prefix = contentPrefix(content, cwd);
  const { site } = readSite(content, listing.files, []);
  const { note, faults } = readNote(request.note);
  const files = listing.files.articles.map(({ file }) => file);
  const found = findArticle(request.article, { content, cwd, files, site });
  if (!("file" in found))
    return refusal([...faults, unknownArticle(request.article, found, prefix)]);

  const { file } = found;
  const path = join(content, file);
  const source = readEditable(path);
  if (source === undefined)
    return refusal([
      ...faults,
      `${prefix}${file} cannot be edited: it is a symbolic link, not in UTF-8, or has lines that end with a carriage return alone.`,
    ]);
  const before = readArticle(source.bytes, file, site);
  const reason = whyNot(before.article, { note, force: request.force, now, site });
  if (reason !== undefined) faults.push(`${prefix}${file} ${reason}`);
  if (faults.length > 0 || before.article === undefined) return refusal(faults);

  const date = isoWithOffset(now, site.timezone);
  const written = corrected(file, source.text, { date, note });
  if ("fault" in written) return refusal([`${prefix}${file}: ${written.fault}`]);
  const bytes = bytesWith(source, written.text);
  const after = readArticle(bytes, file, site);
  const told = notAmong(after.diagnostics, before.diagnostics, keyOf);
  const said = told.map(({ message, fix }) => withContentFolder(`${message} ${fix}`, prefix));
  if (told.some(({ severity }) => severity === "error")) return refusal(said);

  if (!writeEdited(source, bytes))
    return refusal([`${prefix}${file} changed meanwhile. Run the command again.`]);
  const place = `${prefix}${file}:${written.line}`;
  return {
    text: [
      `${place}\n  date: ${date}\n  note: ${printable(note)}`,
      ...said,
      next(before.article, { date, site }),
    ]
      .map((part) => `${part}\n`)
      .join("\n"),
    exitCode: EXIT.done,
  };
}

function refusal(faults: readonly string[]): CorrectOutcome {
  return { text: `${[...faults, "Nothing was written."].join("\n")}\n`, exitCode: EXIT.refused };
}

/** The note on one line, and what is wrong with it. */
function readNote(written: string): { note: string; faults: string[] } {
  const { text: note } = cleanLine(written);
  if (note === "")
    return {
      note,
      faults: ["Say what was wrong and what is right, in quotation marks behind the article."],
    };
  if (note.length > LONGEST)
    return {
      note,
      faults: [
        `The note has ${formatCount(note.length)} characters; at most ${formatCount(LONGEST)} are allowed.`,
      ],
    };
  return { note, faults: [] };
}

function unknownArticle(
  named: string,
  found: Exclude<FoundArticle, { file: string }>,
  prefix: string,
): string {
  const shown = printable(named);
  if ("several" in found) {
    const listed = found.several.slice(0, MOST_LISTED).map((file) => `  ${prefix}${file}`);
    const more = found.several.length - listed.length;
    const rest = more > 0 ? [`  and ${formatCount(more)} more`] : [];
    return [
      `'${shown}' is the name of several articles. Type the path of one:`,
      ...listed,
      ...rest,
    ].join("\n");
  }
  const meant = found.near === undefined ? "" : ` Did you mean ${prefix}${found.near}?`;
  return `There is no article '${shown}'.${meant} Type the path of its file, its address, its id or its name.`;
}

/** Why an article cannot be corrected, as the end of a sentence that begins with its file. */
function whyNot(
  article: Article | undefined,
  { note, force, now, site }: { note: string; force: boolean; now: Instant; site: Site },
): string | undefined {
  if (article === undefined)
    return "has errors, so that it cannot be read. `npm run check` says which.";
  if (article.draft)
    return "is a draft: nothing of it is public, so there is nothing to correct before readers. Change its text.";
  if (article.instant > now)
    return `is not published before ${isoWithOffset(article.instant, site.timezone)}, so there is nothing to correct before readers. Change its text.`;
  const same = article.corrections.find(
    (one) => one.note.trim().toLowerCase() === note.toLowerCase(),
  );
  if (same === undefined || force) return undefined;
  return `has this correction already, of ${isoWithOffset(same.instant, site.timezone)}. --force writes it again.`;
}

/** The file with one more correction, and the line on which that begins; or why it cannot be written. */
function corrected(
  file: string,
  source: string,
  entry: { date: string; note: string },
): { text: string; line: number } | { fault: string } {
  try {
    const edits = appendEntry(file, source, ["corrections"], entry);
    const text = applyTextEdits(source, edits);
    const at = firstDifference(source, text, entry.date);
    return { text, line: text.slice(0, at).split("\n").length };
  } catch (error) {
    if (!(error instanceof EditRefused)) throw error;
    return { fault: error.message };
  }
}

/** Where the date stands that only the new text has. */
function firstDifference(before: string, after: string, date: string): number {
  let at = 0;
  while (at < before.length && before[at] === after[at]) at += 1;
  return Math.max(0, after.indexOf(date, at));
}

/** What a problem says, wherever it moved within its file. */
function keyOf({ code, message }: Diagnostic): string {
  return `${code} ${message}`;
}

/** What comes of it, and what is left to do. */
function next(
  { path, format, day, corrections }: Article,
  { date, site }: { date: string; site: Site },
): string {
  const shown = [
    "Now put the text right, if it still says what was wrong, and build: the note stands",
    `at the end of ${href(site, path)}, on ${href(site, addresses.corrections())} and in its feed, and feeds say that the`,
    `article was updated. Its date stays ${day}.`,
  ];
  const today = date.slice(0, 10);
  // The day alone would show the others of that day as well.
  const named = corrections.some((one) => one.day === today) ? date : today;
  const tag =
    format === "mdx"
      ? ["To show it at the place of the error too, write there:", `<Correction date="${named}" />`]
      : [];
  return [...shown, ...tag].join("\n");
}
