import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { isRefusal, reasonOf } from "../cache/cache-damage.ts";
import { RcloneFailed, RcloneMissing, runRclone } from "../deploy/rclone.ts";
import type { RunRclone } from "../deploy/rclone.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { MEDIA_ENDINGS } from "../domain/listed-media.ts";
import { PART_FOLDERS } from "../domain/own-parts.ts";
import { listContentFiles } from "../loader/content-files.ts";
import { MEDIA_FILE } from "../loader/media-list.ts";
import { mediaTarget } from "../loader/media-target.ts";
import { readSite } from "../loader/read-site.ts";
import type { Readers } from "../loader/readers.ts";
import { lookAtFiles, lostLines, storedOf } from "../pipeline/compare-media.ts";
import { readingDigest } from "../pipeline/code-digest.ts";
import { fetchMedia, FETCH_FOLDER } from "../pipeline/fetch-media.ts";
import { MediaUnavailable } from "../pipeline/media-unavailable.ts";
import type { OutsideMedia } from "../pipeline/fetch-media.ts";
import { adoptMedia, sendMedia } from "../pipeline/list-media.ts";
import type { Unfit } from "../pipeline/list-media.ts";
import { ListDamaged, MediaList } from "../pipeline/media-list-file.ts";
import { openMediaStore, StoreAbsent } from "../pipeline/media-store.ts";
import { createProgress } from "../pipeline/progress.ts";
import { contentPrefix, formatDiagnostics, reportOn } from "../report/report.ts";
import { readSettings } from "../settings/settings.ts";
import { listedMedia, listedMediaDiagnostics } from "../validation/listed-media.ts";
import type { CommandContext } from "./command-context.ts";
import { EXIT, formatBytes, formatCount } from "./outcome.ts";

/** What the command needs besides. */
export type MediaContext = Omit<CommandContext, "workers"> & {
  readers: Readers;
  /** This machine's rclone, if it is not given. */
  run?: RunRclone;
};

const NO_STORE = `site.yaml names no media store. Add a line with a folder beside the content folder, or a remote of rclone's:

media: ../media

Nothing was done.
`;

/**
 * Lists the media files of the content folder and sends them to the media store; with `adopt` it also lists what the
 * store has besides; with `fetch` it fetches what is not here, and nothing else. Tells of it and gives the exit code.
 * Throws SettingsError, and what the file system throws.
 */
export async function runMedia(
  context: MediaContext,
  { adopt, fetch }: { adopt: boolean; fetch: boolean },
): Promise<number> {
  const { environment, clock, stdout, stderr, projectRoot, packageRoot, node } = context;
  const { run = runRclone } = context;
  const { content, cache } = readSettings(context, environment, clock);
  const listing = listContentFiles(content, clock);
  if (listing?.files.site === undefined) {
    stderr.write(`There is no publication in ${content}: site.yaml is missing.\n`);
    return EXIT.refused;
  }
  const { files, diagnostics } = listing;
  // Whatever else is wrong in site.yaml, media files can be listed meanwhile.
  const { media: from, locationOf } = readSite(content, files, []);
  if (from === undefined) {
    stderr.write(NO_STORE);
    return EXIT.refused;
  }
  const refuse = (faults: readonly Diagnostic[]): number => {
    const page = reportOn(stderr, content, projectRoot);
    stderr.write(formatDiagnostics(faults, { ...page, warnings: "all" }));
    return EXIT.invalid;
  };
  const outside = { from, location: locationOf(["media"]), listed: listedMedia(files) };
  const faults = [
    ...diagnostics.filter(
      // What lies behind a link is passed over, listed or not.
      ({ file, code }) => file === MEDIA_FILE || code === "path/symbolic-link",
    ),
    ...listedMediaDiagnostics(outside.listed, new Map(), { content, store: outside }),
  ];
  if (faults.length > 0) return refuse(faults);
  const isTty = stderr.isTTY === true;
  const progress = createProgress({ stream: stderr, isTty, now: context.timer });
  try {
    if (fetch) {
      const { text, lost } = await fetchAll(outside, { content, run, progress });
      stdout.write(text);
      return lost.length === 0 ? EXIT.done : refuse(lost);
    }
    const list = new MediaList(content);
    const store = openMediaStore(mediaTarget(from, content), run);
    const stored = await storedOf(list, store);
    const desk = {
      content,
      cache,
      codeVersion: readingDigest(packageRoot, node),
      clock,
      readers: context.readers,
      store,
      list,
      progress,
    };
    const { toSend, replaced } = lookAtFiles(files, { content, cache, clock, list, stored });
    const unfit = [...replaced, ...(await sendMedia(toSend, desk))];
    if (adopt) unfit.push(...(await adoptMedia(desk)));
    const lost = lostLines(list, outside.listed, stored);
    const isIgnoring = ignoreMedia(content);
    const contentName = relative(projectRoot, content) || ".";
    const ignoring = isIgnoring ? asArgument(contentName) : undefined;
    const prefix = contentPrefix(content, projectRoot);
    stdout.write(summary({ list, from, lost: lost.length, unfit, ignoring, prefix }));
    if (lost.length > 0) return refuse(lost);
    return unfit.length === 0 ? EXIT.done : EXIT.invalid;
  } catch (error) {
    if (error instanceof MediaUnavailable || error instanceof ListDamaged)
      stderr.write(`${error.message}\n`);
    else if (error instanceof StoreAbsent)
      stderr.write(
        `The media store ${from} cannot be used. ${error.message}\nMake the folder available on this machine, or correct \`media\` in site.yaml: it starts at the content folder.\n`,
      );
    else if (error instanceof RcloneFailed || error instanceof RcloneMissing)
      stderr.write(
        `The media store ${from} cannot be used. ${error.message}\nWhat was sent so far is listed. Run the same command again to go on.\n`,
      );
    else if (isRefusal(error))
      stderr.write(
        `Media files cannot be sent to ${from}. ${reasonOf(error)}\nWhat was sent so far is listed. Run the same command again to go on.\n`,
      );
    else throw error;
    return EXIT.failed;
  }
}

/** Fetches every listed file that is not in the content folder. */
async function fetchAll(
  outside: OutsideMedia,
  {
    content,
    run,
    progress,
  }: { content: string; run: RunRclone; progress: ReturnType<typeof createProgress> },
): Promise<{ text: string; lost: Diagnostic[] }> {
  const absent = [...outside.listed.values()].filter(({ isHere }) => !isHere);
  const fetching = progress.stage("Fetching media", absent.length);
  let bytes = 0;
  let count = 0;
  const lost = await fetchMedia(absent, outside, {
    content,
    run,
    onFetched: (file) => {
      count += 1;
      bytes += outside.listed.get(file)?.bytes ?? 0;
      fetching.advance();
    },
  });
  fetching.done();
  const text =
    absent.length === 0
      ? `All ${filesOf(outside.listed.size)} that ${MEDIA_FILE} lists are here.\n`
      : `Fetched ${filesOf(count)} (${formatBytes(bytes)}).\n`;
  return { text, lost };
}

/** Makes git pass over media files, if it does not yet; gives whether it had to. */
function ignoreMedia(content: string): boolean {
  const file = join(content, ".gitignore");
  const before = existsSync(file) ? readFileSync(file, "utf8") : "";
  const known = new Set(before.split(/\r?\n/));
  const missing = [
    `/${FETCH_FOLDER}/`,
    ...MEDIA_ENDINGS.flatMap(ignored),
    // What is not listed stays in git.
    ...[...PART_FOLDERS, "public/.well-known"].map((folder) => `!/${folder}/**/[!.]*.*`),
  ].filter((line) => !known.has(line));
  if (missing.length === 0) return false;
  const gap = before === "" || before.endsWith("\n") ? "" : "\n";
  const about = `# ${MEDIA_FILE} lists these; \`npm run media\` keeps them outside git.\n`;
  writeFileSync(file, `${before}${gap}${about}${missing.join("\n")}\n`);
  return true;
}

/** Git tells capitals from small letters, and cameras write capitals. */
function ignored(ending: string): string[] {
  return [`*.${ending}`, `*.${ending.toUpperCase()}`];
}

/** What was done, and what is to be done now, for people. */
function summary({
  list,
  from,
  lost,
  unfit,
  ignoring,
  prefix,
}: {
  list: MediaList;
  from: string;
  /** How many listed files are neither here nor in the store. */
  lost: number;
  unfit: readonly Unfit[];
  /** What stands before paths in the content folder. */
  prefix: string;
  /** The content folder as it is typed, where git has just been told to pass over media files in it. */
  ignoring: string | undefined;
}): string {
  const { files, bytes } = list.added;
  const done =
    list.size === 0
      ? `${MEDIA_FILE} lists no file yet: there is no picture, film, recording or PDF in the content folder. Once there is, run this again.\n`
      : files === 0
        ? `Nothing new: ${MEDIA_FILE} lists ${filesOf(list.size)}, ${lost === 0 ? "all" : `all but ${formatCount(lost)}`} of them in ${from}.\n`
        : `Listed ${filesOf(files)} (${formatBytes(bytes)}), now in ${from}. ${MEDIA_FILE} lists ${filesOf(list.size)} now: commit it.\n`;
  const untracking =
    ignoring !== undefined
      ? `From now on git passes over such files (.gitignore in the content folder). If it has some already, take them out of it, which keeps them on this disk:\n\n    git rm -r --cached -q --ignore-unmatch ${ignoring} && git add ${ignoring}\n`
      : "";
  const left = unfit.map(({ file, why }) => `  ${prefix}${file}: ${why}\n`);
  const not =
    unfit.length === 0
      ? ""
      : `${unfit.length === 1 ? "One file was" : `${formatCount(unfit.length)} files were`} not listed:\n${left.join("")}`;
  return done + untracking + not;
}

/** A path as it is typed in a terminal. */
function asArgument(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `"${path}"`;
}

function filesOf(count: number): string {
  return count === 1 ? "one file" : `${formatCount(count)} files`;
}
