// npm run compare -- REV [REV2]: which files of published bundles differ between two revisions of the press.
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { comparisonText, sumText } from "../tests/visual/compare/changes-text.ts";
import type { Comparison } from "../tests/visual/compare/changes-text.ts";
import { comparePublication, sideOf } from "../tests/visual/compare/compare-publication.ts";
import type { Side } from "../tests/visual/compare/compare-publication.ts";
import { CheckoutFailed, checkOut } from "../tests/visual/shots/checkout.ts";
import { readOptions } from "../src/cli/command-options.ts";
import { EXIT } from "../src/cli/outcome.ts";
import { corpusIsMissing } from "../tests/build/corpus.ts";
import { copyCheckout, checkoutAt } from "../tests/build/checkout-commands.ts";
import {
  ARCHIVE,
  BELOW_PATH,
  DEMO,
  fixturePublications,
  NASTY,
} from "../tests/build/test-publications.ts";
import { TOOLS } from "./tools.ts";

const { values, operands } = readOptions(TOOLS.compare);
const root = join(import.meta.dirname, "..");
const columns = Math.max(80, process.stdout.columns ?? 120);
const publications = [DEMO, ARCHIVE, ...fixturePublications(), BELOW_PATH, NASTY];
const workshop = mkdtempSync(join(tmpdir(), "stet-compare-"));
const leaving: (() => void)[] = [];
let building: ChildProcess | undefined;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.once(signal, () => {
    building?.kill();
    clean();
    process.exit(EXIT.failed);
  });

try {
  process.exitCode = await compare();
} catch (error) {
  const isKnown = error instanceof CheckoutFailed || error instanceof RangeError;
  process.stderr.write(`${isKnown ? error.message : String((error as Error).stack ?? error)}\n`);
  process.exitCode = isKnown ? EXIT.refused : EXIT.failed;
} finally {
  clean();
}

async function compare(): Promise<number> {
  const [revision, other, ...more] = operands;
  if (revision === undefined || more.length > 0)
    throw new RangeError(
      "Name a revision to compare the working tree with, or two to compare with each other: npm run compare -- HEAD~1",
    );
  const unknown = values.only.find((name) => publications.every((one) => one.name !== name));
  if (unknown !== undefined)
    throw new RangeError(
      `There is no publication "${unknown}". The publications are ${publications.map(({ name }) => name).join(", ")}.`,
    );
  const sides = {
    before: sideAt(revision, "before"),
    after: other === undefined ? workingTree() : sideAt(other, "after"),
  };
  const wanted = publications.filter(
    ({ name }) => values.only.length === 0 || values.only.includes(name),
  );
  const comparisons = new Map<string, Comparison>();
  process.stdout.write(`From ${sides.before.label} to ${sides.after.label}\n\n`);
  for (const publication of wanted) {
    const { name } = publication;
    const comparison: Comparison =
      publication === ARCHIVE && corpusIsMissing !== false
        ? { kind: "skipped", why: corpusIsMissing }
        : await comparePublication(publication, sides, join(workshop, name), tell);
    comparisons.set(name, comparison);
    process.stdout.write(`${comparisonText(name, comparison, columns)}\n`);
  }
  process.stdout.write(sumText(comparisons));
  // An older revision may not know what the content holds by now; the newer one has to build it.
  const isBroken = [...comparisons.values()].some(
    (one) => one.kind === "failed" && one.by === sides.after.label,
  );
  return isBroken ? EXIT.failed : EXIT.done;
}

function sideAt(revision: string, directory: string): Side {
  const folder = join(workshop, directory);
  leaving.push(checkOut(root, revision, folder));
  return sideOf(revision, checkoutAt(folder), noteBuild);
}

/** A copy, so that neither what is kept from other builds nor a build at work comes in between. */
function workingTree(): Side {
  return sideOf("the working tree", copyCheckout(join(workshop, "after")), noteBuild);
}

function noteBuild(build: ChildProcess): void {
  building = build;
}

function tell(progress: string): void {
  process.stderr.write(`${progress}\n`);
}

/** Leaves nothing behind; may be called twice, since a signal can come while the end is being tidied. */
function clean(): void {
  try {
    for (const leave of leaving.splice(0)) leave();
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}
