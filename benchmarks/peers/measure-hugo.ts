import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { writeHugoArticle, writeHugoSite } from "../corpus/hugo-content.ts";
import type { Corpus } from "../corpus/made-article.ts";
import { StepFailed } from "../measured-step.ts";
import type { MeasuredStep } from "../measured-step.ts";
import { runMeasured } from "../run-measured.ts";

/** Where a benchmark of peers works; folders are absolute. */
export interface PeerBench {
  /** The checkout. */
  root: string;
  corpus: Corpus;
  folder: string;
  /** The program. */
  hugo: string;
  onStep: (step: string) => void;
}

/**
 * Measures Hugo with a template that shows what the press shows and with a plain one, from nothing and with one
 * article more, and Pagefind's own command over the pages of the first. Throws StepFailed.
 */
export async function measureHugo(bench: PeerBench): Promise<MeasuredStep[]> {
  const results: MeasuredStep[] = [];
  const { root, corpus, folder, hugo, onStep } = bench;
  const environment = { PATH: process.env["PATH"], HOME: process.env["HOME"] };
  const run = async (
    step: string,
    site: string,
    program: string,
    args: string[],
  ): Promise<void> => {
    onStep(step);
    const result = await runMeasured({ program, args, folder: site, environment });
    if (result.code !== 0) throw new StepFailed(`${step} failed:\n${result.output}`);
    results.push({ ...result, step });
  };
  for (const [name, templates] of [
    ["Hugo, same parts", "hugo"],
    ["Hugo, plain", "hugo-plain"],
  ] as const) {
    const site = join(folder, templates);
    rmSync(site, { recursive: true, force: true });
    writeHugoSite(corpus, site, join(root, "benchmarks/peers", templates));
    await run(`${name}: clean`, site, hugo, ["--quiet", "--destination", "out"]);
    if (templates === "hugo") {
      const pagefind = join(root, "node_modules/.bin/pagefind");
      await run("Pagefind's command over it", site, pagefind, ["--site", "out", "--quiet"]);
    }
    const next = corpus.article(corpus.articles);
    writeHugoArticle(next, corpus, site);
    await run(`${name}: one more`, site, hugo, ["--quiet", "--destination", "out"]);
    if (!existsSync(join(site, "out", next.path, "index.html")))
      throw new StepFailed(`${name} did not print the article that was added.`);
  }
  return results;
}
