import { composed } from "../domain/composed.ts";
import { inContent, withContentFolder } from "../domain/content-path.ts";
import { parseDate } from "../domain/dates.ts";
import { nearestName } from "../domain/nearest-name.ts";
import { readOldAddress } from "../domain/old-address.ts";
import { nameOf } from "../domain/path-parts.ts";
import { changeFiles, finishChanges } from "../editing/change-files.ts";
import type { ChangePlace } from "../editing/change-files.ts";
import { ChangeRefused } from "../editing/change-journal.ts";
import { newName } from "../editing/rename/new-name.ts";
import { planRename } from "../editing/rename/plan-rename.ts";
import type { RenamePlan } from "../editing/rename/plan-rename.ts";
import { kindOfFile, RenameRefused } from "../editing/rename/rename-sources.ts";
import type { RenameSources, Renamed } from "../editing/rename/rename-sources.ts";
import { articlePath, slugOf } from "../loader/article-path.ts";
import { contentPrefix } from "../report/report.ts";
import { unifiedDiff } from "../report/unified-diff.ts";
import { printable } from "../report/terminal-text.ts";
import { addresses } from "../urls/hrefs.ts";
import { filesOfPath, findArticle } from "./find-article.ts";
import { EXIT } from "./outcome.ts";

/** What `stet rename` is asked for. */
export interface RenameRequest {
  old: string;
  new: string;
  date?: string;
  isDry: boolean;
}

/** What it needs besides. */
export interface RenameContext {
  /** The content folder, and where its change is prepared. */
  place: ChangePlace;
  cwd: string;
  /** How the command is called. */
  call: string;
  /** Reads and checks the content folder; undefined where `site.yaml` cannot be used. */
  load: () => Promise<RenameSources | undefined>;
}

/**
 * Gives a file of the content another name, and rewrites all that names it; gives what to print, and the exit code. Where
 * it cannot be done nothing is written. A rename that was interrupted before is finished first.
 */
export async function runRename(
  request: RenameRequest,
  { place, cwd, call, load }: RenameContext,
): Promise<{ text: string; exitCode: number }> {
  const { content } = place;
  const prefix = contentPrefix(content, cwd);
  let finished = "";
  try {
    if (!request.isDry && finishChanges(place))
      finished = "Finished a rename that was interrupted before.\n";
    const sources = await load();
    if (sources === undefined)
      throw new RenameRefused("site.yaml cannot be used; `npm run check` says why.");
    const old = renamedFile(request.old, sources, { content, cwd });
    const now = newName(old, request.new, sources.site);
    refuseUnaddressed(old, now, prefix);
    const date = dateOf(request.date, old, sources);
    const plan = planRename(old, now, sources, date === undefined ? {} : { date });
    if (!request.isDry) changeFiles(place, plan.files);
    return {
      text:
        finished +
        summary(plan, prefix, request.isDry ? changesOf(plan, sources, prefix) : undefined),
      exitCode: EXIT.done,
    };
  } catch (error) {
    const better = error instanceof RenameRefused ? error.better : undefined;
    const command =
      better === undefined ? "" : `Type:\n  ${call} ${shown(argument(request.old))} ${better}\n`;
    return { text: refusal(error, prefix, { finished, command }), exitCode: EXIT.refused };
  }
}

/** Finishes a rename that was interrupted; gives what to print, and the exit code. */
export function finishRename({ place, cwd }: Pick<RenameContext, "place" | "cwd">): {
  text: string;
  exitCode: number;
} {
  try {
    const text = finishChanges(place)
      ? "Finished the rename. Run the check, then commit all of it together.\n"
      : "No rename was interrupted.\n";
    return { text, exitCode: EXIT.done };
  } catch (error) {
    return { text: refusal(error, contentPrefix(place.content, cwd)), exitCode: EXIT.refused };
  }
}

/** What is said where nothing was done for a reason of the content; other errors are thrown on. */
function refusal(error: unknown, prefix: string, { finished = "", command = "" } = {}): string {
  if (!(error instanceof RenameRefused || error instanceof ChangeRefused)) throw error;
  const said = shown(withContentFolder(error.message, prefix));
  return `${finished}${said}\n${command}Nothing was written.\n`;
}

/** A text of several lines without what could move a terminal's cursor. */
function shown(text: string): string {
  return text.split("\n").map(printable).join("\n");
}

/** A word as a shell takes it for one, where it has signs that shells read. */
function argument(word: string): string {
  return /^[\p{L}\p{N}_.:/@%+-]+$/u.test(word)
    ? word
    : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}

/** Refuses an article that has no address yet: nothing leads to it, and nothing needs to be rewritten. */
function refuseUnaddressed(old: Renamed, now: Renamed, prefix: string): void {
  if (old.kind !== "article" || articlePath(old.file).parts !== undefined) return;
  const [from, to] = [old.file, now.file].map((file) => argument(prefix + file));
  throw new RenameRefused(
    `${inContent(old.file)} was never published, because it cannot have an address: nothing needs to lead on from there. Move it by hand:\n  mv ${from} ${to}`,
  );
}

/** The file that is meant by a path, an address, an id or a name. */
function renamedFile(
  written: string,
  sources: RenameSources,
  { content, cwd }: { content: string; cwd: string },
): Renamed {
  const { files, site } = sources;
  const articles = files.articles.map(({ file }) => file);
  const found = findArticle(written, { content, cwd, files: articles, site });
  if ("file" in found) return known(found.file);
  if ("several" in found)
    throw new RenameRefused(
      `Several articles are called \`${written}\`: ${found.several.map(inContent).join(", ")}. Name one by its path.`,
    );
  const others = [...files.pages, ...files.authors, ...files.categories, ...files.stories].map(
    ({ file }) => known(file),
  );
  const [typed] = filesOfPath(written, { content, cwd, files: others.map(({ file }) => file) });
  const read = readOldAddress(written, site);
  const other =
    others.find(({ file }) => file === typed) ??
    others.find(({ path }) => "path" in read && read.path === path) ??
    only(others.filter(({ slug }) => slug === composed(written)));
  if (other !== undefined) return other;
  const near =
    found.near ??
    others.find(
      ({ slug }) =>
        slug ===
        nearestName(
          nameOf(written),
          others.map((one) => one.slug),
        ),
    )?.file;
  throw new RenameRefused(
    near === undefined
      ? `Nothing is called \`${written}\`. Name a file by its path, its address, its id or its slug.`
      : `Nothing is called \`${written}\`. Did you mean \`${inContent(near)}\`?`,
  );
}

function known(file: string): Renamed {
  const kind = kindOfFile(file);
  if (kind === "article") {
    const { parts } = articlePath(file);
    if (parts === undefined)
      return { kind, file, path: "", slug: nameOf(file).replace(/\.mdx?$/, "") };
    return { kind, file, path: parts.path, slug: parts.slug };
  }
  const { slug } = slugOf(file, false);
  const named = kind === undefined ? "page" : kind;
  const path = {
    page: addresses.page,
    author: addresses.author,
    category: addresses.category,
    story: addresses.story,
  }[named](slug);
  return { kind: named, file, path, slug };
}

function only<One>(list: readonly One[]): One | undefined {
  return list.length === 1 ? list[0] : undefined;
}

function dateOf(
  date: string | undefined,
  { kind }: Renamed,
  { site }: RenameSources,
): string | undefined {
  if (date === undefined) return undefined;
  if (kind !== "article") throw new RenameRefused("Only articles have a date: leave --date out.");
  if (parseDate(date, site.timezone) === undefined)
    throw new RenameRefused(
      `\`${date}\` is no date. Write a day such as 2026-03-31, or a day and a time such as 2026-03-31T09:30:00+02:00.`,
    );
  return date;
}

/** What a rename would write, as unified diffs. */
function changesOf({ files }: RenamePlan, { textOf }: RenameSources, prefix: string): string {
  return files
    .map(({ from, text }) =>
      text === undefined ? "" : unifiedDiff(prefix + from, textOf(from) ?? "", text),
    )
    .join("");
}

/** What was done, a line for each file; or what would be, where `changes` has the lines. */
function summary(
  { old, new: now, files, redirect, otherMonth, left }: RenamePlan,
  prefix: string,
  changes: string | undefined,
): string {
  const named = (file: string): string => printable(prefix + file);
  const moved = files.filter(({ from, to }) => from !== to);
  const changed = files.filter(({ from, to }) => from === to);
  const lines = [
    ...moved.map(({ from, to }) => `${named(from)} → ${named(to)}`),
    ...(redirect === undefined
      ? []
      : [
          `${redirect.from} leads to ${now.path}, by ${redirect.file === now.file ? "an alias" : `a line of ${named(redirect.file)}`}.`,
        ]),
    ...(redirect === undefined && old.kind === "article"
      ? [`${old.path} was never public, and leads nowhere.`]
      : []),
    ...(changed.length === 0
      ? []
      : [`Rewritten, since they name it:`, ...changed.map(({ to }) => `  ${named(to)}`)]),
    ...(otherMonth === undefined
      ? []
      : [`Its date, ${otherMonth}, is of another month and stays; --date gives it another one.`]),
    ...left.map(
      ({ file, line, written }) =>
        `${named(file)}:${line}: \`${printable(written)}\` stays, and is led on.`,
    ),
    ...(old.kind === "category" || old.kind === "author" || old.kind === "story"
      ? [
          `Feed readers do not follow redirects of this kind: tell subscribers of ${old.path} of the new feed.`,
        ]
      : []),
    ...(changes === undefined || changes === "" ? [] : ["", shown(changes).trimEnd(), ""]),
    changes !== undefined
      ? "Nothing was written (--dry-run)."
      : "Run the check, then commit all of it together.",
  ];
  return `${lines.join("\n")}\n`;
}
