import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { searchBundle } from "./bundle-search.ts";
import type { Corpus, MadeArticle } from "./corpus/made-article.ts";
import { isUnlinked } from "./corpus/make-corpus.ts";
import { authorCard, stetArticle, stetFile } from "./corpus/stet-content.ts";
import { StepFailed } from "./measured-step.ts";
import type { MeasuredStep } from "./measured-step.ts";
import { runMeasured } from "./run-measured.ts";
import { readManifest } from "../src/build/manifest.ts";

/** A step of the press that was measured. */
export interface StetStep extends MeasuredStep {
  /** As the build counted them. */
  pages: number;
  rendered: number;
  /** Of the whole bundle. */
  bytes: number;
}

/** Where a benchmark of the press works; folders are absolute. */
export interface StetBench {
  /** The checkout. */
  root: string;
  corpus: Corpus;
  content: string;
  out: string;
  cache: string;
  /** `STET_NOW`. */
  now: string;
  /** Told before each step. */
  onStep: (step: string) => void;
}

/** A word that no corpus has, so that a search for it finds one article. */
const MARK = "quaxelmark";

/**
 * Measures what an editorial office does, one step after the other, each in a process of its own: a build with
 * nothing kept; the same with its pictures kept; nothing changed; one article more; one corrected; one deleted; an
 * author renamed. After each step the bundle has to be whole, and after those that change an article readers have
 * to find the change. Throws StepFailed where they do not.
 */
export async function measureStet(bench: StetBench): Promise<StetStep[]> {
  const { corpus, content, cache, out } = bench;
  const results: StetStep[] = [];
  const step = async (name: string): Promise<void> => {
    bench.onStep(name);
    results.push(await measureStep(bench, name));
  };
  rmSync(out, { recursive: true, force: true });
  rmSync(cache, { recursive: true, force: true });
  await step("clean, with all pictures to make");
  keepPictures(cache);
  rmSync(out, { recursive: true, force: true });
  await step("clean");
  await step("nothing changed");

  const next = marked(corpus.article(corpus.articles));
  writeArticle(content, next, corpus);
  await step("one more");
  await assertFound(bench, next);

  const middle = Math.floor(corpus.articles / 2);
  const corrected = marked(corpus.article(middle));
  writeArticle(content, corrected, corpus);
  await step("one corrected");
  await assertFound(bench, corrected);

  let doomed = middle + 1;
  while (!isUnlinked(doomed)) doomed += 1;
  const deleted = corpus.article(doomed);
  rmSync(join(content, stetFile(deleted)));
  await step("one deleted");
  if (existsSync(join(out, deleted.path, "index.html")))
    throw new StepFailed(`${deleted.path} was deleted and is still published.`);
  if ((await searchBundle(out, deleted.title)).addresses.includes(deleted.path))
    throw new StepFailed(`${deleted.path} was deleted and is still found by search.`);

  const [author] = corpus.authors;
  if (author === undefined) throw new StepFailed("The corpus has no author.");
  writeFileSync(join(content, `authors/${author.slug}.yaml`), authorCard("Renamed By Marriage"));
  await step("an author renamed");
  if (!readFileSync(join(out, `authors/${author.slug}/index.html`), "utf8").includes("Renamed By"))
    throw new StepFailed("The author was renamed, and the author's page does not say so.");
  return results;
}

/** Leaves of a cache what the forms of pictures need, as when only the texts of a publication are built anew. */
function keepPictures(cache: string): void {
  for (const name of readdirSync(cache))
    if (name !== "media" && name !== "pictures") rmSync(join(cache, name), { recursive: true });
}

async function measureStep(bench: StetBench, step: string): Promise<StetStep> {
  const environment = {
    PATH: process.env["PATH"],
    HOME: process.env["HOME"],
    TMPDIR: process.env["TMPDIR"],
    STET_CONTENT: bench.content,
    STET_OUT: bench.out,
    STET_CACHE: bench.cache,
    STET_NOW: bench.now,
  };
  const command = (script: string) => ({
    program: process.execPath,
    args: [join(bench.root, `scripts/${script}.ts`)],
    folder: bench.root,
    environment,
  });
  const run = await runMeasured(command("build"));
  if (run.code !== 0) throw new StepFailed(`The build of "${step}" failed:\n${run.output}`);
  const verified = await runMeasured(command("verify"));
  if (verified.code !== 0)
    throw new StepFailed(`The bundle of "${step}" is not whole:\n${verified.output}`);
  const told = (name: string): number =>
    Number(new RegExp(`^${name} +([\\d,]+)$`, "m").exec(run.output)?.[1]?.replaceAll(",", ""));
  return {
    ...run,
    step,
    pages: told("pages"),
    rendered: told("rendered"),
    bytes: (readManifest(bench.out)?.entries ?? []).reduce((sum, { bytes }) => sum + bytes, 0),
  };
}

function marked(article: MadeArticle): MadeArticle {
  const said = `The ${MARK} of ${article.number}.`;
  return {
    ...article,
    title: `${article.title} ${MARK}`,
    correction: { day: article.day, note: said },
    blocks: [{ kind: "paragraph", spans: [{ kind: "text", text: said }] }, ...article.blocks],
  };
}

function writeArticle(content: string, article: MadeArticle, corpus: Corpus): void {
  const file = join(content, stetFile(article));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, stetArticle(article, corpus));
}

/** The newest article stands in lists and feeds as well; an older one in its page and the search. */
async function assertFound({ out, corpus }: StetBench, article: MadeArticle): Promise<void> {
  const { path } = article;
  const isNewest = article.number === corpus.articles;
  const newest = [`${article.category}/index.html`, `${article.category}/rss.xml`, "rss.xml"];
  for (const file of [`${path.slice(1)}index.html`, ...(isNewest ? newest : [])]) {
    if (!readFileSync(join(out, file), "utf8").includes(article.title))
      throw new StepFailed(`${file} does not show "${article.title}".`);
  }
  if (!(await searchBundle(out, MARK)).addresses.includes(path))
    throw new StepFailed(`A search for ${MARK} does not find ${path}.`);
}
