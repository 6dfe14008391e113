import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { searchBundle } from "./bundle-search.ts";
import type { Corpus, MadeArticle } from "./corpus/made-article.ts";
import { isUnlinked } from "./corpus/make-corpus.ts";
import { authorCard, siteYaml, stetArticle, stetFile } from "./corpus/stet-content.ts";
import { middleRuns, StepFailed } from "./measured-step.ts";
import type { MeasuredStep } from "./measured-step.ts";
import { measureBuild, measureCheck, measureDevelopment } from "./stet-commands.ts";
import type { MeasuredBuild, StetBench } from "./stet-commands.ts";
import { readManifest } from "../src/output/manifest.ts";
import { feedFormat } from "../src/domain/feed-formats.ts";

/** What was measured of the press. */
export interface StetResults {
  steps: MeasuredStep[];
  /** What rendering all feeds takes, and nothing else; undefined where that was left out. */
  feedSeconds?: number;
}

/** How the press is measured. */
export interface StetOptions extends StetBench {
  /** Writes the content folder as it is before the first step. */
  writeContent: () => void;
  /** How often all steps are gone through. */
  runs: number;
  /** Leaves out the steps that make most of the archive anew, but for the first. */
  short: boolean;
  /** Told before each step. */
  onStep: (step: string) => void;
}

/** The step that takes nothing over but the forms of pictures. */
export const CLEAN = "clean";
/** The step that takes the search over as well: what a generator without a search does. */
export const SEARCH_KEPT = "clean, search kept";

/** A word that no corpus has, so that a search for it finds one article. */
const MARK = "quaxelmark";

/** Goes through the steps of the press as often as wanted, and takes the run in the middle. Throws StepFailed. */
export async function measureStet(options: StetOptions): Promise<StetResults> {
  const runs: StetResults[] = [];
  for (let run = 0; run < options.runs; run++) {
    options.writeContent();
    runs.push(await goThrough(options));
  }
  const feeds = runs.flatMap(({ feedSeconds = [] }) => feedSeconds).sort((a, b) => a - b);
  const feedSeconds = feeds[Math.floor(feeds.length / 2)];
  return {
    steps: middleRuns(runs.map(({ steps }) => steps)),
    ...(feedSeconds === undefined ? {} : { feedSeconds }),
  };
}

/**
 * Does what an editorial office does, one step after the other, each in a process of its own: a build with nothing
 * kept; the same with its pictures kept; nothing changed; one article more; one corrected; a check, and one of a changed
 * article; one deleted; an author
 * renamed; all but the search anew; all feeds anew; development. After each build the bundle has to be whole, and
 * after those that change an article readers have to find the change. Throws StepFailed where they do not.
 */
async function goThrough(options: StetOptions): Promise<StetResults> {
  const { corpus, content, cache, out } = options;
  const steps: MeasuredStep[] = [];
  const build = async (name: string): Promise<MeasuredBuild> => {
    options.onStep(name);
    const built = await measureBuild(options, name);
    steps.push(built.step);
    return built;
  };
  rmSync(out, { recursive: true, force: true });
  rmSync(cache, { recursive: true, force: true });
  if (!options.short) {
    await build("clean, with all pictures to make");
    keepImages(cache);
    rmSync(out, { recursive: true, force: true });
  }
  await build(CLEAN);
  await build("nothing changed");

  const next = marked(corpus.article(corpus.articles));
  writeArticle(content, next, corpus);
  await build("one more");
  await assertFound(options, next);

  const middle = Math.floor(corpus.articles / 2);
  const corrected = marked(corpus.article(middle));
  writeArticle(content, corrected, corpus);
  await build("one corrected");
  await assertFound(options, corrected);

  const check = async (name: string): Promise<void> => {
    options.onStep(name);
    steps.push(await measureCheck(options, name));
  };
  await check("check, nothing changed");
  writeArticle(content, corpus.article(middle), corpus);
  await check("check, one article changed");
  writeArticle(content, corrected, corpus);

  let doomed = middle + 1;
  while (!isUnlinked(doomed)) doomed += 1;
  const deleted = corpus.article(doomed);
  rmSync(join(content, stetFile(deleted)));
  await build("one deleted");
  if (existsSync(join(out, deleted.path, "index.html")))
    throw new StepFailed(`${deleted.path} was deleted and is still published.`);
  if ((await searchBundle(out, deleted.title)).includes(deleted.path))
    throw new StepFailed(`${deleted.path} was deleted and is still found by search.`);

  const development = async (name: string): Promise<void> => {
    options.onStep(name);
    steps.push(await measureDevelopment(options, name));
  };
  if (options.short) {
    await development("development, until the first page");
    return { steps };
  }

  const [author] = corpus.authors;
  if (author === undefined) throw new StepFailed("The corpus has no author.");
  writeFileSync(join(content, `authors/${author.slug}.yaml`), authorCard("Renamed By Marriage"));
  await build("an author renamed");
  if (!readFileSync(join(out, `authors/${author.slug}/index.html`), "utf8").includes("Renamed By"))
    throw new StepFailed("The author was renamed, and the author's page does not say so.");

  // The description stands on every page and in no record of the search; without the index all texts are read.
  writeFileSync(join(content, "site.yaml"), siteYaml("Made to be measured once more."));
  rmSync(join(cache, "index.jsonl"));
  const all = await build(SEARCH_KEPT);
  if (all.step.rendered !== all.step.pages || all.output.includes("Indexing for search"))
    throw new StepFailed(`"${SEARCH_KEPT}" did not render all pages and nothing else.`);

  const feeds = feedsOf(out);
  for (const feed of feeds) rmSync(join(out, feed));
  const again = await build("all feeds anew");
  if (again.step.rendered !== feeds.length)
    throw new StepFailed(`Of ${feeds.length} feeds, ${again.step.rendered} were rendered.`);

  await development("development, until the first page");
  rmSync(cache, { recursive: true });
  await development("development, nothing kept, until the first page");
  return { steps, feedSeconds: stageSeconds(again.output, "Rendering") };
}

/** Leaves of a cache what the forms of pictures need, as when only the texts of a publication are built anew. */
function keepImages(cache: string): void {
  for (const name of readdirSync(cache))
    if (name !== "media" && name !== "pictures") rmSync(join(cache, name), { recursive: true });
}

/** Paths of all feeds of a bundle, in every form, and of the pages of their archive. */
function feedsOf(out: string): string[] {
  const entries = readManifest(out)?.entries ?? [];
  return entries.map(({ path }) => path).filter((path) => feedFormat(path) !== undefined);
}

/** How long a stage of a build took by its own account. */
function stageSeconds(output: string, stage: string): number {
  const told = new RegExp(`^${stage}: [\\d,]+ in (?:(\\d+) min )?([\\d.]+) s`, "m").exec(output);
  return told === null ? Number.NaN : Number(told[1] ?? 0) * 60 + Number(told[2]);
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
  if (!(await searchBundle(out, MARK)).includes(path))
    throw new StepFailed(`A search for ${MARK} does not find ${path}.`);
}
