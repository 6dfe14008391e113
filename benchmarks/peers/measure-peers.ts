import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Corpus } from "../corpus/made-article.ts";
import { middleRuns, StepFailed, together } from "../measured-step.ts";
import type { MeasuredStep } from "../measured-step.ts";
import { runMeasured } from "../run-measured.ts";
import type { Command } from "../run-measured.ts";
import { ToolMissing } from "../../tests/tools/need.ts";
import { peerEnvironment } from "./peer.ts";
import type { Peer, PeerFolders, ReadyPeer } from "./peer.ts";
import { PAGEFIND, PEERS, SAME_PARTS, WITH_SEARCH } from "./peers.ts";

/** How peers are measured. */
export interface PeerBench extends PeerFolders {
  /** How many articles the press takes. */
  articles: number;
  corpusOf: (articles: number) => Corpus;
  /** Names of those wanted; Pagefind brings the peer that it needs. */
  wanted: ReadonlySet<string>;
  /** How often all is done. */
  runs: number;
  /** Told before each step, and of each peer that is left out. */
  say: (line: string) => void;
}

/** What was measured of peers. */
export interface PeerResults {
  steps: MeasuredStep[];
  /** Names and versions of the programs. */
  versions: string[];
}

/**
 * Measures peers one after the other, each from nothing and with one article more, and Pagefind's command over the
 * pages of Hugo. One that is missing is named and left out. Throws StepFailed.
 */
export async function measurePeers(bench: PeerBench): Promise<PeerResults> {
  const steps: MeasuredStep[] = [];
  const versions: string[] = [];
  for (const peer of PEERS) {
    const withSearch = peer === SAME_PARTS && bench.wanted.has(PAGEFIND);
    if (!withSearch && !bench.wanted.has(peer.name)) continue;
    try {
      const ready = await peer.prepare(bench);
      if (!versions.includes(ready.version)) versions.push(ready.version);
      const runs: MeasuredStep[][] = [];
      for (let run = 0; run < bench.runs; run++)
        runs.push(await runPeer(bench, peer, ready, withSearch));
      steps.push(...middleRuns(runs));
    } catch (error) {
      if (!(error instanceof ToolMissing)) throw error;
      bench.say(`${peer.title} is left out: ${error.message}`);
    }
  }
  return { steps, versions };
}

async function runPeer(
  bench: PeerBench,
  { title, most = Infinity }: Peer,
  { site, write, writeOne, build }: ReadyPeer,
  withSearch: boolean,
): Promise<MeasuredStep[]> {
  const articles = Math.min(bench.articles, most);
  const corpus = bench.corpusOf(articles);
  const out = join(site, "out");
  const run = async (
    by: string,
    step: string,
    command: Omit<Command, "folder">,
  ): Promise<MeasuredStep> => {
    bench.say(`${by}: ${step}`);
    const { output, code, ...took } = await runMeasured({ ...command, folder: site });
    if (code !== 0) throw new StepFailed(`"${by}: ${step}" failed:\n${output}`);
    return { ...took, by, step, articles, ...countPages(out) };
  };
  rmSync(site, { recursive: true, force: true });
  mkdirSync(site, { recursive: true });
  write(corpus);
  const clean = await run(title, "clean", build);
  const steps = [clean];
  if (withSearch) {
    const search = await run("Pagefind", "over Hugo, same parts", {
      program: process.execPath,
      args: [join(bench.root, PAGEFIND_PROGRAM), "--site", "out", "--quiet"],
      environment: peerEnvironment(),
    });
    steps.push(search, together(WITH_SEARCH, "clean", [clean, search]));
    rmSync(join(out, "pagefind"), { recursive: true, force: true });
  }
  const next = corpus.article(corpus.articles);
  writeOne(next, corpus);
  steps.push(await run(title, "one more", build));
  if (!existsSync(join(out, next.path, "index.html")))
    throw new StepFailed(`${title} did not print the article that was added.`);
  return steps;
}

const PAGEFIND_PROGRAM = "node_modules/pagefind/lib/runner/bin.cjs";

function countPages(out: string): { pages: number; bytes: number } {
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return {
    pages: files.filter(({ name }) => name.endsWith(".html")).length,
    bytes: files.reduce(
      (sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size,
      0,
    ),
  };
}
