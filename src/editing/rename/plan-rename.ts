import { inContent } from "../../domain/content-path.ts";
import { composed } from "../../domain/composed.ts";
import { parseDate } from "../../domain/dates.ts";
import { compareText } from "../../domain/order.ts";
import { folderOf } from "../../domain/path-parts.ts";
import { POPULAR_FILE } from "../../loader/popular-file.ts";
import { REDIRECTS_FILE } from "../../loader/redirects-file.ts";
import { redirectEdits } from "../redirect-edits.ts";
import { scalarEdits } from "../scalar-edits.ts";
import { FileEdits } from "./file-edits.ts";
import { filesAlong } from "./files-along.ts";
import { refuseTaken } from "./free-address.ts";
import { frontMatterEdits } from "./front-matter-edits.ts";
import { addressEdits, changedLinks, changedSources } from "./link-edits.ts";
import type { ChangedAddress, Renaming } from "./link-edits.ts";
import { refuseSpoilt } from "./spoilt-article.ts";
import { RenameRefused } from "./rename-sources.ts";
import type { ChangedFile, RenameSources, Renamed } from "./rename-sources.ts";

/** What a rename does, before anything is written. */
export interface RenamePlan {
  old: Renamed;
  new: Renamed;
  /** Every file that moves or changes, the renamed one first. */
  files: ChangedFile[];
  /** The old address that leads to the new one from now on, and the file that says so; absent for what was never public. */
  redirect?: { from: string; file: string };
  /** The date of an article, where it is of another month than its new folder. */
  otherMonth?: string;
  /** Links that could not be written anew; the old address leads them on. */
  left: { file: string; line: number; written: string }[];
}

/**
 * Plans to give a file another name: its own text, what belongs to it alone, and everything that names it. `date` is a new
 * value for the `date` of an article. Throws `RenameRefused` where it cannot be done without loss.
 */
export function planRename(
  old: Renamed,
  now: Renamed,
  sources: RenameSources,
  { date }: { date?: string } = {},
): RenamePlan {
  if (sources.invalid.some(({ file }) => file === old.file))
    throw new RenameRefused(
      `${inContent(old.file)} has errors, which \`npm run check\` lists. Mend them first.`,
    );
  if (sources.written === undefined)
    throw new RenameRefused(
      `${inContent("redirects.yaml")} cannot be read; \`npm run check\` says why. Mend it first.`,
    );
  if (sources.urls.takedowns.has(old.path))
    throw new RenameRefused(
      `${old.path} was taken down, so that nothing may lead to it. Remove its entry below \`gone\` in ${inContent("redirects.yaml")} first.`,
    );
  refuseTaken(old, now, sources);
  const renaming: Renaming = { old, new: now, along: filesAlong(old, now, sources) };
  const edits = new FileEdits(sources);
  const left: RenamePlan["left"] = [];
  editTexts(renaming, sources, edits, left);
  const redirect = editRenamed(renaming, sources, edits, date);
  editSettings(renaming, sources, edits);
  const moves = new Map([[old.file, now.file]]);
  for (const [file, to] of renaming.along)
    moves.set(sources.files.assets.get(file)?.file ?? file, to);
  for (const [file, to] of commentsAlong(old, now, sources)) moves.set(file, to);
  const files = edits.files(moves);
  const renamed = files.find(({ from }) => from === old.file)?.text;
  if (old.kind === "article" && renamed !== undefined) refuseSpoilt(now.file, renamed, sources);
  return {
    old,
    new: now,
    files: files.sort(
      (a, b) =>
        Number(b.from === old.file) - Number(a.from === old.file) || compareText(a.from, b.from),
    ),
    ...(redirect === undefined ? {} : { redirect }),
    ...otherMonth(renaming, sources, date),
    left,
  };
}

/** The day of an article that moves to the folder of another month than that of its date. */
function otherMonth(
  { old, new: now }: Renaming,
  { placed, site }: RenameSources,
  date: string | undefined,
): Pick<RenamePlan, "otherMonth"> {
  const written = date === undefined ? undefined : parseDate(date, site.timezone)?.day;
  const day = written ?? placed.find(({ article }) => article.file === old.file)?.article.day;
  const isOther = day !== undefined && folderOf(old.file) !== folderOf(now.file);
  return isOther && !now.file.includes(`/${day.slice(0, 7).replace("-", "/")}/`)
    ? { otherMonth: day }
    : {};
}

/** Links of all texts to the renamed file, and the renamed text's own where it lies in another folder. */
function editTexts(
  renaming: Renaming,
  sources: RenameSources,
  edits: FileEdits,
  left: RenamePlan["left"],
): void {
  for (const { references } of sources.texts) {
    const { file } = references;
    const links = changedLinks(references, renaming, sources);
    const shown = file === renaming.old.file ? changedSources(references, renaming) : [];
    if (links.length + shown.length === 0) continue;
    const missed: ChangedAddress[] = [];
    edits.add(file, (text) => {
      const found = addressEdits(text, [...links, ...shown]);
      missed.push(...found.left);
      return found.edits;
    });
    for (const { line, written, wanted } of missed) {
      // The old address leads on, but nothing leads to a file that is named from another folder.
      if (file === renaming.old.file)
        throw new RenameRefused(
          `${inContent(file)}:${line}: \`${written}\` would have to be \`${wanted}\` from there, and is written in a form that Stet does not edit. Write it with its whole address, starting with a slash, and run it again.`,
        );
      left.push({ file, line, written });
    }
  }
}

/** The renamed file's own text, and the redirect from its old address. */
function editRenamed(
  renaming: Renaming,
  sources: RenameSources,
  edits: FileEdits,
  date: string | undefined,
): RenamePlan["redirect"] {
  const { old, new: now } = renaming;
  if (old.kind === "article") {
    const located = sources.placed.find(({ article }) => article.file === old.file);
    if (located === undefined) throw new RenameRefused(`${inContent(old.file)} cannot be read.`);
    const { article } = located;
    edits.add(old.file, (text) => frontMatterEdits(text, located, renaming, sources, date));
    const wasPublic = !article.draft && article.instant <= sources.now;
    return wasPublic ? { from: old.path, file: now.file } : undefined;
  }
  if (old.kind !== "page") {
    const key = { author: "author", category: "category", story: "story" }[old.kind];
    for (const { article } of sources.placed) {
      const names = {
        author: article.authors,
        category: [article.category],
        story: [article.story],
      };
      if (!names[old.kind].includes(old.slug)) continue;
      edits.add(article.file, (text) =>
        scalarEdits(article.file, text, ({ value, path, isKey }) =>
          !isKey && path[0] === key && composed(value.trim()) === old.slug ? now.slug : undefined,
        ),
      );
    }
  }
  if (!sources.urls.pages.has(old.path)) return undefined;
  const to = old.kind === "page" ? now.file : now.path;
  if (sources.textOf(REDIRECTS_FILE) === undefined)
    edits.make(REDIRECTS_FILE, `moved:\n  ${old.path}: ${to}\n`);
  else edits.add(REDIRECTS_FILE, (text) => redirectEdits(text, old.path, to));
  return { from: old.path, file: REDIRECTS_FILE };
}

/** What names the file or its address in `redirects.yaml`, `site.yaml` and `popular.json`. */
function editSettings({ old, new: now }: Renaming, sources: RenameSources, edits: FileEdits): void {
  const renamed = (value: string): string | undefined => {
    const [, head = "", tail = ""] = /^([^#]*)(.*)$/s.exec(value) ?? [];
    const plain = composed(head);
    if (plain === composed(old.file)) return now.file + tail;
    if (plain === old.path || `${plain}/` === old.path) return now.path + tail;
    return undefined;
  };
  for (const file of [REDIRECTS_FILE, "site.yaml", POPULAR_FILE]) {
    if (sources.textOf(file) === undefined) continue;
    edits.add(file, (text) =>
      scalarEdits(file, text, ({ value, path, isKey }) => {
        // An old address stays what it was; only where it leads is another place.
        if (file === REDIRECTS_FILE && (isKey || path[0] !== "moved")) return undefined;
        if (file === "site.yaml" && isKey) return undefined;
        return renamed(value);
      }),
    );
  }
}

/** The file of archived comments, which is named by the article's path; one that is named by its id stays. */
function commentsAlong(old: Renamed, now: Renamed, { files }: RenameSources): [string, string][] {
  if (old.kind !== "article") return [];
  const named = (path: string): string => `comments${path.slice(0, -1)}.yaml`;
  return files.comments.flatMap(({ file }): [string, string][] =>
    composed(file) === named(old.path) ? [[file, named(now.path)]] : [],
  );
}
