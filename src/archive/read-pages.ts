import { readFileSync } from "node:fs";
import { join } from "node:path";
import { addresses } from "../domain/addresses.ts";
import type { StandingPage } from "../domain/article.ts";
import type { Finding } from "../domain/finding.ts";
import { slugOf } from "./article-path.ts";
import type { ContentFile } from "./content-file.ts";
import { readPage } from "./read-article.ts";
import { unreadableFinding } from "./unreadable.ts";

/** What the files of standing pages give: those that are sound, and where the others would stand. */
export interface PagesReading {
  pages: StandingPage[];
  unsound: { file: string; path: string }[];
  findings: Finding[];
}

/** Reads, validates and examines the standing pages. They are few, and read in every build. */
export function readPages(content: string, files: readonly ContentFile[]): PagesReading {
  const reading: PagesReading = { pages: [], unsound: [], findings: [] };
  for (const { file } of files) {
    try {
      const { page, findings } = readPage(readFileSync(join(content, file)), file);
      reading.findings.push(...findings);
      if (page !== undefined) {
        reading.pages.push(page);
        continue;
      }
    } catch (error) {
      reading.findings.push(unreadableFinding(file, error));
    }
    const { slug } = slugOf(file, true);
    if (slug !== undefined) reading.unsound.push({ file, path: addresses.page(slug) });
  }
  return reading;
}
