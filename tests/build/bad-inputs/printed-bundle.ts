import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { publish } from "../../../src/output/publish.ts";
import type { PlannedFile } from "../../../src/output/publish-plan.ts";

/** Publishes a small bundle into an output folder, as a build does; `directory` is a folder for what that needs. */
export async function printBundle(out: string, directory: string): Promise<void> {
  const plan = new Map<string, PlannedFile>();
  mkdirSync(directory, { recursive: true });
  for (const path of ["index.html", "2026/02/sound/index.html", "rss.xml"]) {
    const file = join(directory, `staged-${plan.size}`);
    writeFileSync(file, `What readers see of ${path}.`);
    plan.set(path, { from: "staged", file });
  }
  await publish({ out, cache: join(directory, "cache"), plan, url: "https://paper.example/" });
}
