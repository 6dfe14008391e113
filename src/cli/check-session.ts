import { tmpdir } from "node:os";
import { baseRevision } from "../history/base-revision.ts";
import type { BaseRevision } from "../history/base-revision.ts";
import { Git } from "../history/git.ts";
import { readHistory } from "../history/earlier-content.ts";
import type { History } from "../history/earlier-content.ts";
import type { FolderView } from "../loader/content-view.ts";
import { ReadingWorkers } from "../loader/readers.ts";
import { contentCheck } from "../pipeline/check-content.ts";
import type { CheckContent } from "../pipeline/check-content.ts";
import { readingDigest } from "../pipeline/code-digest.ts";
import { textComparison } from "../pipeline/compare-texts.ts";
import { withHistory } from "../pipeline/check-history.ts";
import { withProse } from "../pipeline/check-prose.ts";
import { createProgress } from "../pipeline/progress.ts";
import type { Progress } from "../pipeline/progress.ts";
import { reportOn } from "../report/report.ts";
import type { ReportOptions } from "../report/report.ts";
import { readSettings } from "../settings/settings.ts";
import type { CommandContext } from "./command-context.ts";
import { pendingRename } from "./pending-rename.ts";

/** What the check needs besides: the folder that its reader works in, absolute. */
export type CheckContext = CommandContext & { cwd: string };

/** What all ways to check have in common. */
export interface CheckSession {
  context: CheckContext;
  /** The content folder, absolute. */
  content: string;
  /** Where views of it may lie for a while, absolute. */
  parent: string;
  check: CheckContent;
  progress: Progress;
  /** Asks git of the content folder. */
  git: Git;
  /** The commit that the next check of the folder compares with. Rejects with GitRefused. */
  base: () => Promise<BaseRevision>;
  /** How diagnostics are shown on the standard output: of the folder, or of a view of it. */
  page: (view?: FolderView & { folder: string }) => Omit<ReportOptions, "warnings">;
}

/**
 * Opens what checks the content by the settings, and compares it with a revision of git: `named`, or else where the work left
 * the default branch. Throws SettingsError.
 */
export function openCheck(context: CheckContext, named?: string): CheckSession {
  const { packageRoot, environment, node, clock, timer, stdout, stderr, workers, cwd } = context;
  const settings = readSettings(context, environment, clock);
  const { content, cache, now } = settings;
  const progress = createProgress({ stream: stderr, isTty: stderr.isTTY === true, now: timer });
  const pending = pendingRename(settings);
  if (pending !== undefined) progress.log(pending);
  const page = reportOn(stdout, content, cwd);
  const codeVersion = readingDigest(packageRoot, node);
  const load = contentCheck({
    content,
    project: context.projectRoot,
    cache,
    now,
    clock,
    readers: new ReadingWorkers(workers),
    codeVersion,
    showExamining: (count) => progress.stage("Examining pictures", count),
    onDamage: (damage) => progress.log(damage),
  });
  const git = new Git(content, environment);
  let known: Promise<BaseRevision> | undefined;
  const base = (): Promise<BaseRevision> => (known ??= baseRevision(git, named));
  const compare = textComparison(workers);
  let history: Promise<History> | undefined;
  let skippedBefore: string | undefined;
  const check: CheckContent = async (view, at) => {
    // Git works while the content is read. Views are of the same moment as the folder.
    if (view === undefined || history === undefined) {
      history = readHistory(git, content, base);
      // Whoever watches commits, too.
      known = undefined;
    }
    const loaded = await withHistory(await load(view, at), history, compare);
    if (loaded.skipped !== undefined && loaded.skipped !== skippedBefore)
      progress.log(loaded.skipped);
    skippedBefore = loaded.skipped;
    if (view !== undefined) return loaded;
    const prose = { ...context, content, cache, codeVersion, progress };
    return { ...loaded, diagnostics: await withProse(loaded, prose) };
  };
  return {
    context,
    content,
    parent: tmpdir(),
    progress,
    check,
    git,
    base,
    page: (view) => ({ ...page, content: view?.folder ?? content }),
  };
}
