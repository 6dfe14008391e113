import type { ChildProcess } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { loadPublication } from "../../../src/pipeline/load-publication.ts";
import { goneInFolders } from "../../../src/pipeline/takedown-pages.ts";
import { parseDate } from "../../../src/domain/dates.ts";
import { planRoutes } from "../../../src/views/route-plan.ts";
import { readBundle } from "../../build/bundles.ts";
import type { TestBuild, Checkout, Run } from "../../build/checkout-commands.ts";
import type { TestPublication } from "../../build/test-publications.ts";
import { bundleChanges } from "./bundle-changes.ts";
import type { Bundle } from "./bundle-changes.ts";
import type { Comparison } from "./changes-text.ts";
import { fileKind, plannedKinds } from "./file-kind.ts";
import type { FileKind } from "./file-kind.ts";

/** One of the two revisions. */
export interface Side {
  /** As people call it: `HEAD~1`, `the working tree`. */
  label: string;
  build: (options: TestBuild) => Promise<Run>;
}

/** The press of a checkout as one of the two. `onStart` hears of each build. */
export function sideOf(
  label: string,
  checkout: Checkout,
  onStart: (build: ChildProcess) => void = () => undefined,
): Side {
  return {
    label,
    build: (options) => {
      // What Astro left of one publication can break the build of another.
      for (const left of [".stet", ".astro"])
        rmSync(join(checkout.root, left), { recursive: true, force: true });
      const { child, ended } = checkout.start(options);
      onStart(child);
      return ended;
    },
  };
}

/**
 * Builds a publication with two revisions, each from nothing, and compares what they print. `folder` is a new one, and
 * is deleted at the end.
 */
export async function comparePublication(
  { name, now, write }: TestPublication,
  sides: { before: Side; after: Side },
  folder: string,
  tell: (progress: string) => void,
): Promise<Comparison> {
  mkdirSync(folder, { recursive: true });
  try {
    const content = join(folder, "content");
    await write(content);
    const bundles: Bundle[] = [];
    for (const [at, side] of [sides.before, sides.after].entries()) {
      tell(`${name}: building with ${side.label}`);
      const [out, cache] = [join(folder, `out-${at}`), join(folder, `cache-${at}`)];
      const run = await side.build({ content, out, cache, now });
      if (run.code !== 0) return failed(side, run);
      bundles.push(readBundle(out));
    }
    tell(`${name}: comparing`);
    const [before = new Map(), after = new Map()] = bundles;
    const kinds = await kindsIn(content, join(folder, "cache-kinds"), now);
    return {
      kind: "compared",
      changes: bundleChanges(before, after),
      kindOf: (path) => fileKind(path, kinds),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function failed({ label }: Side, { code, stdout, stderr }: Run): Comparison {
  const output = `${stdout}\n${stderr}`.trim();
  const silent = `It said nothing, and ended with ${code === undefined ? "a signal" : `the code ${code}`}.`;
  return { kind: "failed", by: label, output: output === "" ? silent : output };
}

/**
 * What the files of a publication are, by the routes of this checkout. None are known where it cannot read what another
 * revision printed.
 */
async function kindsIn(
  content: string,
  cache: string,
  now: string,
): Promise<ReadonlyMap<string, FileKind>> {
  const instant = parseDate(now, "UTC")?.instant;
  if (instant === undefined) throw new Error(`${now} is no moment.`);
  const { publication } = await loadPublication({
    content,
    cache,
    now: instant,
    clock: Date.now,
    codeVersion: "compare",
  });
  if (publication === undefined) return new Map();
  return plannedKinds(publication, planRoutes(goneInFolders(publication), "", instant));
}
