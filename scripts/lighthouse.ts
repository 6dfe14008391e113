// npm run lighthouse: what Lighthouse thinks of every template; with --write its table goes into docs/performance.md.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { scorePage } from "../looks/lighthouse/score-page.ts";
import type { PageScore } from "../looks/lighthouse/score-page.ts";
import {
  middleRun,
  reachesGoals,
  scoreTable,
  withScores,
} from "../looks/lighthouse/score-table.ts";
import { printPublication } from "../looks/print-publication.ts";
import { serve } from "../looks/served.ts";
import { samplesOf } from "../looks/templates.ts";
import { readOptions } from "../src/build/command-options.ts";
import { EXIT } from "../src/build/outcome.ts";
import { readBundle } from "../tests/build/bundles.ts";
import { need } from "../tests/tools/need.ts";

/** Where the last table stands. */
const PAGE = "docs/performance.md";

const { values } = readOptions({
  options: {
    only: { type: "string", default: "" },
    runs: { type: "string", default: "3" },
    write: { type: "boolean", default: false },
  },
});
const root = join(import.meta.dirname, "..");
const workshop = mkdtempSync(join(tmpdir(), "stet-lighthouse-"));
try {
  const out = join(workshop, "bundle");
  printPublication(root, { STET_OUT: out, STET_CACHE: join(workshop, "cache") });
  const bundle = readBundle(out);
  const samples = samplesOf(bundle).filter(({ template }) => template.includes(values.only));
  const chromium = await need("chromium");
  const served = await serve(out, "/");
  const pages: PageScore[] = [];
  try {
    for (const { template, file } of samples) {
      const order = {
        template: template.replace(/ with .*/, `: ${file.split("/").at(-2) ?? ""}`),
        url: served.front + file.replace(/(?<=^|\/)index\.html$/, ""),
        unlisted: bundle.get(file)?.includes('name="robots" content="noindex"') ?? false,
      };
      const runs: PageScore[] = [];
      for (let run = 0; run < Number(values.runs); run += 1)
        runs.push(await scorePage(order, chromium));
      const page = middleRun(runs);
      pages.push(page);
      process.stdout.write(`${reachesGoals(page) ? "reached" : "missed "}  ${page.template}\n`);
      for (const fault of page.faults) process.stdout.write(`    ${fault}\n`);
    }
  } finally {
    await served.end();
  }
  const table = scoreTable(pages);
  process.stdout.write(`\n${table}`);
  if (values.write) {
    const page = join(root, PAGE);
    writeFileSync(page, withScores(readFileSync(page, "utf8"), table));
    process.stdout.write(`\nWritten into ${PAGE}.\n`);
  }
  if (!pages.every(reachesGoals)) process.exitCode = EXIT.failed;
} finally {
  rmSync(workshop, { recursive: true, force: true });
}
