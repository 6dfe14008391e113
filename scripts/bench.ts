// npm run bench: what the press takes for an archive of made-up articles, step by step.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join, resolve } from "node:path";
import { makeCorpus } from "../benchmarks/corpus/make-corpus.ts";
import { writeStetContent } from "../benchmarks/corpus/stet-content.ts";
import { fillPool } from "../benchmarks/picture-pool.ts";
import { StepFailed } from "../benchmarks/measured-step.ts";
import type { MeasuredStep } from "../benchmarks/measured-step.ts";
import { measureHugo } from "../benchmarks/peers/measure-hugo.ts";
import { peersTable, stepsTable } from "../benchmarks/results-table.ts";
import { measureStet } from "../benchmarks/stet-steps.ts";
import { readOptions } from "../src/build/command-options.ts";
import { EXIT } from "../src/build/outcome.ts";
import { need, ToolMissing } from "../tests/tools/need.ts";

/** After the newest article of every corpus. */
const NOW = "2027-01-01T00:00:00Z";

const { values } = readOptions({
  options: {
    articles: { type: "string", default: "1000" },
    seed: { type: "string", default: "1" },
    pictures: { type: "string", default: "../shared/corpora/18f" },
    folder: { type: "string" },
    peers: { type: "boolean", default: false },
    json: { type: "string" },
  },
});
const root = join(import.meta.dirname, "..");
const articles = Number(values.articles);
const seed = Number(values.seed);
const folder =
  values.folder === undefined
    ? join(tmpdir(), `stet-bench-${process.pid}`)
    : resolve(values.folder);

if (!Number.isInteger(articles) || articles < 10 || !Number.isInteger(seed)) {
  process.stderr.write("--articles takes a whole number from 10, --seed a whole number.\n");
  process.exitCode = EXIT.refused;
} else {
  try {
    await bench();
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = EXIT.failed;
  } finally {
    if (values.folder === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

async function bench(): Promise<void> {
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  mkdirSync(folder, { recursive: true });
  say(`Making ${articles.toLocaleString("en")} articles in ${folder}`);
  const pool = join(folder, "pool");
  const content = join(folder, "content");
  rmSync(content, { recursive: true, force: true });
  const pictures = await fillPool(pool, resolve(root, values.pictures));
  const corpus = makeCorpus({ articles, seed, pictures });
  writeStetContent(corpus, content, pool);
  const measurePeers = async (): Promise<MeasuredStep[]> => {
    try {
      const hugo = await need("hugo");
      return await measureHugo({ root, corpus, folder, hugo, onStep: say });
    } catch (error) {
      if (!(error instanceof ToolMissing)) throw error;
      say(`Hugo is left out. ${error.message}`);
      return [];
    }
  };
  const stet = await measureStet({
    root,
    corpus,
    content,
    out: join(folder, "out"),
    cache: join(folder, "cache"),
    now: NOW,
    onStep: (step) => say(`Stet: ${step}`),
  });
  const peers = values.peers ? await measurePeers() : [];
  const machine = {
    node: process.version,
    cores: cpus().length,
    memoryBytes: totalmem(),
    platform: `${process.platform} ${process.arch}`,
  };
  process.stdout.write(stepsTable(stet));
  if (peers.length > 0) process.stdout.write(`\n${peersTable(stet, peers)}`);
  if (values.json !== undefined) {
    const results = {
      articles,
      seed,
      machine,
      stet: stet.map(figures),
      peers: peers.map(figures),
    };
    writeFileSync(values.json, `${JSON.stringify(results, undefined, 2)}\n`);
  }
}

/** A result without what the command printed. */
function figures<Result extends { output: string }>({
  output: _,
  ...rest
}: Result): Omit<Result, "output"> {
  return rest;
}
