import { createServer } from "node:http";
import { join } from "node:path";
import { readManifest } from "../src/output/manifest.ts";
import { listenNear } from "../src/deploy/listen.ts";
import type { Corpus } from "./corpus/made-article.ts";
import { NAME } from "./corpus/stet-content.ts";
import { StepFailed } from "./measured-step.ts";
import type { MeasuredStep } from "./measured-step.ts";
import { runMeasured } from "./run-measured.ts";
import type { Command } from "./run-measured.ts";

/** As tables name the press. */
export const STET = "Stet";

/** Where a benchmark of the press works; folders are absolute. */
export interface StetBench {
  /** The checkout. */
  root: string;
  corpus: Corpus;
  content: string;
  out: string;
  cache: string;
  /** Where builds work: on the same file system as what they put out. */
  work: string;
  /** `STET_NOW`. */
  now: string;
}

/** A build that was measured. */
export interface MeasuredBuild {
  step: MeasuredStep;
  /** What it said. */
  output: string;
}

const PATIENCE_MS = 10 * 60_000;

/** Builds in a process of its own. Throws StepFailed where that fails or the bundle is not whole. */
export async function measureBuild(bench: StetBench, step: string): Promise<MeasuredBuild> {
  const { output, code, ...took } = await runMeasured(command(bench, "build"));
  if (code !== 0) throw new StepFailed(`The build of "${step}" failed:\n${output}`);
  const verified = await runMeasured(command(bench, "verify"));
  if (verified.code !== 0)
    throw new StepFailed(`The bundle of "${step}" is not whole:\n${verified.output}`);
  const told = (name: string): number =>
    Number(new RegExp(`^${name} +([\\d,]+)$`, "m").exec(output)?.[1]?.replaceAll(",", ""));
  const entries = readManifest(bench.out)?.entries ?? [];
  return {
    output,
    step: {
      ...took,
      by: STET,
      step,
      articles: bench.corpus.articles,
      pages: told("pages"),
      rendered: told("rendered"),
      bytes: entries.reduce((sum, { bytes }) => sum + bytes, 0),
    },
  };
}

/** Checks in a process of its own. Throws StepFailed where the content has errors. */
export async function measureCheck(bench: StetBench, step: string): Promise<MeasuredStep> {
  const { output, code, ...took } = await runMeasured(command(bench, "check"));
  if (code !== 0) throw new StepFailed(`The check of "${step}" failed:\n${output}`);
  return { ...took, by: STET, step, articles: bench.corpus.articles };
}

/** Starts development and ends it when it has shown the front page. Throws StepFailed where it never does. */
export async function measureDevelopment(bench: StetBench, step: string): Promise<MeasuredStep> {
  const port = await freePort();
  const until = Date.now() + PATIENCE_MS;
  const isShown = async (): Promise<boolean> => {
    if (Date.now() > until)
      throw new StepFailed(
        `"${step}" showed no page within ten minutes; start npm run dev to see.`,
      );
    try {
      const signal = AbortSignal.timeout(PATIENCE_MS);
      const response = await fetch(`http://localhost:${port}/`, { signal });
      return response.status === 200 && (await response.text()).includes(NAME);
    } catch {
      return false;
    }
  };
  const dev = command(bench, "dev", ["--port", String(port)]);
  const { output, code, ...took } = await runMeasured(dev, isShown);
  if (code !== 0) throw new StepFailed(`"${step}" ended before it showed a page:\n${output}`);
  return { ...took, by: STET, step, articles: bench.corpus.articles };
}

/** As npm would start it. */
function command(
  { root, content, out, cache, work, now }: StetBench,
  script: string,
  args: readonly string[] = [],
): Command {
  return {
    program: process.execPath,
    args: [join(root, "bin/stet.cjs"), script, ...args],
    folder: root,
    environment: {
      PATH: process.env["PATH"],
      HOME: process.env["HOME"],
      TMPDIR: process.env["TMPDIR"],
      STET_CONTENT: content,
      STET_OUT: out,
      STET_CACHE: cache,
      STET_WORK: work,
      STET_NOW: now,
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listenNear(server, 0);
  await new Promise((resolve) => server.close(resolve));
  return port;
}
