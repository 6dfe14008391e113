// npm run lighthouse: what Lighthouse thinks of every template; with --write its table goes into docs/performance.md.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DEMO_NOW } from "../tests/visual/demo-moment.ts";
import { scoreOften } from "../tests/visual/lighthouse/score-often.ts";
import { endBrowsers, NotScored, scorePage } from "../tests/visual/lighthouse/score-page.ts";
import type { PageScore } from "../tests/visual/lighthouse/score-page.ts";
import { reachesGoals, scoreTable } from "../tests/visual/lighthouse/score-table.ts";
import { withMarkedPart } from "../tests/visual/marked-part.ts";
import { NotPrinted, printPublication } from "../tests/visual/build-publication.ts";
import { serve } from "../tests/visual/served.ts";
import { isWanted, samplesOf } from "../tests/visual/templates.ts";
import { readOptions } from "../src/cli/command-options.ts";
import { EXIT } from "../src/cli/outcome.ts";
import { readBundle } from "../tests/build/bundles.ts";
import { need, ToolMissing } from "../tests/tools/need.ts";
import { TOOLS } from "./tools.ts";

/** Where the last table stands. */
const PAGE = "docs/performance.md";

const { values } = readOptions(TOOLS.lighthouse);
const root = join(import.meta.dirname, "..");
const workshop = mkdtempSync(join(tmpdir(), "stet-lighthouse-"));
const clean = (): void => rmSync(workshop, { recursive: true, force: true });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.once(signal, () => {
    endBrowsers();
    clean();
    process.exit(EXIT.failed);
  });

try {
  if (values.write && values.only.length > 0)
    throw new RangeError("The table needs all templates: omit --only.");
  const pages = await scoreTemplates(values.runs, await need("chromium"));
  if (pages.length === 0)
    throw new RangeError(`There is no template or page ${values.only.join(" or ")}.`);
  const table = scoreTable(pages);
  process.stdout.write(`\n${table}`);
  if (values.write) {
    const page = join(root, PAGE);
    writeFileSync(page, withMarkedPart(readFileSync(page, "utf8"), "scores", table));
    process.stdout.write(`\nWritten into ${PAGE}.\n`);
  }
  if (!pages.every(reachesGoals)) process.exitCode = EXIT.invalid;
} catch (error) {
  const isKnown = [NotPrinted, NotScored, ToolMissing, RangeError].some(
    (kind) => error instanceof kind,
  );
  if (!isKnown) throw error;
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = EXIT.refused;
} finally {
  clean();
}

async function scoreTemplates(runs: number, chromium: string): Promise<PageScore[]> {
  const out = join(workshop, "bundle");
  printPublication(root, {
    STET_OUT: out,
    STET_CACHE: join(workshop, "cache"),
    STET_WORK: join(workshop, "work"),
    STET_NOW: process.env["STET_NOW"] ?? DEMO_NOW,
  });
  const bundle = readBundle(out);
  const samples = samplesOf(bundle).filter((sample) => isWanted(sample, values.only));
  const served = await serve(out, "/");
  try {
    const pages: PageScore[] = [];
    for (const { template, file } of samples) {
      const sample = {
        template: template.replace(/ with .*/, `: ${file.split("/").at(-2) ?? ""}`),
        url: served.front + file.replace(/(?<=^|\/)index\.html$/, ""),
        unlisted: bundle.get(file)?.includes('name="robots" content="noindex"') ?? false,
      };
      const page = await scoreOften(runs, () => scorePage(sample, chromium));
      pages.push(page);
      const isReached = reachesGoals(page);
      process.stdout.write(`${isReached ? "reached" : "missed "}  ${page.template}\n`);
      if (!isReached) for (const fault of page.faults) process.stdout.write(`    ${fault}\n`);
    }
    return pages;
  } finally {
    await served.end();
  }
}
