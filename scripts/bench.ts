// npm run bench: what the press takes for an archive of made-up articles, step by step, and what others take.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { makeCorpus } from "../benchmarks/corpus/make-corpus.ts";
import { writeStetContent } from "../benchmarks/corpus/stet-content.ts";
import { weighFirstSearch } from "../benchmarks/first-search.ts";
import { measureImport } from "../benchmarks/import-steps.ts";
import { benchMachine } from "../benchmarks/machine.ts";
import { StepFailed } from "../benchmarks/measured-step.ts";
import { measurePeers } from "../benchmarks/peers/measure-peers.ts";
import { PEER_NAMES } from "../benchmarks/peers/peers.ts";
import { fillPool } from "../benchmarks/image-pool.ts";
import { resultsText, withResults } from "../benchmarks/results-table.ts";
import type { Results } from "../benchmarks/results-table.ts";
import { measureStet } from "../benchmarks/stet-steps.ts";
import { readOptions } from "../src/cli/command-options.ts";
import { EXIT } from "../src/cli/outcome.ts";
import { ToolMissing } from "../tests/tools/need.ts";
import { TOOLS } from "./tools.ts";

/** After the newest article of every corpus. */
const NOW = "2027-01-01T00:00:00Z";
/** Where the last tables stand. */
const PAGE = "docs/performance.md";
/** Up to that many articles, three runs take minutes. */
const OFTEN = 1000;

const { values } = readOptions(TOOLS.bench);
const root = join(import.meta.dirname, "..");
const { articles, seed } = values;
const runs = values.runs ?? (articles <= OFTEN ? 3 : 1);
const wanted = new Set(values.peers ? PEER_NAMES : values.peer);
const folder =
  values.folder === undefined
    ? join(tmpdir(), `stet-bench-${process.pid}`)
    : resolve(values.folder);
const say = (line: string): void => void process.stderr.write(`${line}\n`);

const refusal = whyNot();
if (refusal !== undefined) {
  say(refusal);
  process.exitCode = EXIT.refused;
} else {
  try {
    await bench();
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    say(error.message);
    process.exitCode = EXIT.failed;
  } finally {
    if (values.folder === undefined)
      for (const made of [folder, join(root, ".stet/peers")])
        rmSync(made, { recursive: true, force: true });
  }
}

/** What is wrong with the options. */
function whyNot(): string | undefined {
  const unknown = [...wanted].find((name) => !PEER_NAMES.includes(name));
  return unknown === undefined
    ? undefined
    : `There is no peer ${unknown}: --peer takes ${PEER_NAMES.join(", ")}; --peers measures all of them.`;
}

async function bench(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  say(`Making ${articles.toLocaleString("en")} articles in ${folder}`);
  const pool = join(folder, "pool");
  const content = join(folder, "content");
  const out = join(folder, "out");
  const images = await fillPool(pool, resolve(root, values.pictures));
  const corpusOf = (count: number) => makeCorpus({ articles: count, seed, images });
  const corpus = corpusOf(articles);
  const stet = await measureStet({
    ...{ root, corpus, content, out, now: NOW, runs },
    cache: join(folder, "cache"),
    work: join(folder, "work"),
    short: values.short,
    writeContent: () => {
      rmSync(content, { recursive: true, force: true });
      writeStetContent(corpus, content, pool);
    },
    onStep: (step) => say(`Stet: ${step}`),
  });
  say("The first search");
  const searchBytes = await weighFirstSearch(out, corpus).catch((error: unknown) => {
    if (!(error instanceof ToolMissing)) throw error;
    say(`The first search is not weighed: ${error.message}`);
    return undefined;
  });
  say("Moving in");
  const importing = await measureImport(corpus, { folder: join(folder, "import"), runs });
  const peers = await measurePeers({ root, folder, articles, corpusOf, wanted, runs, say });
  const results: Results = {
    ...{ articles, seed, runs, machine: benchMachine(root, peers.versions) },
    steps: [...stet.steps, ...peers.steps],
    ...(stet.feedSeconds === undefined ? {} : { feedSeconds: stet.feedSeconds }),
    ...(searchBytes === undefined ? {} : { searchBytes }),
    importing,
  };
  const text = resultsText(results);
  process.stdout.write(text);
  if (values.json !== undefined)
    writeFileSync(values.json, `${JSON.stringify(results, undefined, 2)}\n`);
  if (values.write) {
    const page = join(root, PAGE);
    writeFileSync(page, withResults(readFileSync(page, "utf8"), results, text));
    say(`Written into ${PAGE}.`);
  }
}
