import { readFileSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { Git } from "../history/git.ts";
import { GitRefused } from "../history/git-refused.ts";
import { contentAt } from "../history/revision-files.ts";
import { ReadingWorkers } from "../loader/readers.ts";
import { readingDigest } from "../pipeline/code-digest.ts";
import { mediaCache } from "../pipeline/plan-media.ts";
import { createProgress } from "../pipeline/progress.ts";
import { contentPrefix } from "../report/report.ts";
import { printable } from "../report/terminal-text.ts";
import { isAlarming } from "../review/changed-addresses.ts";
import { reviewChange } from "../review/review-change.ts";
import {
  isFileName,
  refuseUnfitPlace,
  writeReviewFile,
  writeReviewFolder,
} from "../review/review-folder.ts";
import { reviewMarkdown } from "../review/review-markdown.ts";
import { MOST_ARTICLES, reviewPage } from "../review/review-page.ts";
import { imageName, reviewImages } from "../review/review-images.ts";
import { summaryOf } from "../review/review-words.ts";
import { readSettings } from "../settings/settings.ts";
import type { CommandContext } from "./command-context.ts";
import { EXIT, explainFailure } from "./outcome.ts";

/** What the command needs besides: the folder that its reader works in, absolute. */
export type ReviewContext = CommandContext & { cwd: string };

/** What is asked for: the revision to compare with, where to write, relative to the project, and whether drafts are shown. */
export interface ReviewRequest {
  base: string;
  out: string;
  drafts: boolean;
}

/**
 * Compares the content with a revision, writes the review, and says on `stdout` where it is. Problems of the content do
 * not make it fail: they are what it tells. Throws nothing.
 */
export async function runReview(
  context: ReviewContext,
  { base, out, drafts }: ReviewRequest,
): Promise<{ exitCode: number }> {
  const { packageRoot, projectRoot, environment, node, clock, timer } = context;
  const { stdout, stderr, workers, cwd } = context;
  try {
    const settings = readSettings(context, environment, clock);
    const { content, cache, now, work } = settings;
    const target = resolve(projectRoot, out);
    refuseUnfitPlace(target, { kept: [content, settings.out, cache, work] });
    if (statSync(content, { throwIfNoEntry: false })?.isDirectory() !== true) {
      stderr.write(`There is no content folder ${content}. STET_CONTENT names another one.\n`);
      return { exitCode: EXIT.refused };
    }
    const progress = createProgress({ stream: stderr, isTty: stderr.isTTY === true, now: timer });
    const onDamage = (damage: string): void => progress.log(damage);
    const { review } = await reviewChange({
      content,
      cache,
      work,
      now,
      clock,
      revision: await contentAt(new Git(content, environment), base),
      prefix: contentPrefix(content, projectRoot),
      preview: drafts,
      readers: new ReadingWorkers(workers),
      codeVersion: readingDigest(packageRoot, node),
      showExamining: (count) => progress.stage("Examining pictures", count),
      onDamage,
    });
    const markdown = reviewMarkdown(review);
    if (isFileName(target)) writeReviewFile(target, markdown);
    else {
      const pictures = await reviewImages(review.articles.slice(0, MOST_ARTICLES), {
        content,
        cache: mediaCache(cache, clock, onDamage),
      });
      const page = reviewPage(review, (image) => {
        const name = imageName(image);
        return pictures.has(name) ? name : undefined;
      });
      const style = readFileSync(join(packageRoot, "src/review/review.css"));
      writeReviewFolder(
        target,
        new Map<string, string | Buffer>([
          ["review.md", markdown],
          ["index.html", page],
          ["review.css", style],
          ...pictures,
        ]),
      );
    }
    const alarms = review.addresses.filter(isAlarming).length;
    const told = [summaryOf(review, alarms), ...review.notes];
    const page = isFileName(target) ? target : join(target, "index.html");
    stdout.write(`${told.map(printable).join("\n")}\n${relative(cwd, page)}\n`);
    return { exitCode: EXIT.done };
  } catch (error) {
    if (error instanceof GitRefused) {
      stderr.write(`${printable(error.message)}\nNothing was written.\n`);
      return { exitCode: EXIT.refused };
    }
    const failure = explainFailure(error);
    stderr.write(`${failure.text}\n`);
    return { exitCode: failure.exitCode };
  } finally {
    await workers.end();
  }
}
