import { bundleFile } from "../domain/addresses.ts";
import type { Finding } from "../domain/finding.ts";
import { finding } from "./diagnostics.ts";

/** Folders of the bundle that the press fills by itself. */
const PRESS_FOLDERS = ["_astro", "feeds", "media", "pagefind", "sitemaps"];

/** Files that the press writes whatever is published. */
const PRESS_FILES = [
  "404.html",
  "index.html",
  "rss.xml",
  "sitemap.xml",
  "stet-journal.json",
  "stet-manifest.jsonl",
];

/**
 * Files of `public/` that would take the place of something the press writes, or stand where it needs a
 * folder, or take each other's. Case does not count, because it does not on every disk and host.
 *
 * `files` are paths below the content folder, `pages` are the addresses of pages, held back ones included.
 */
export function publicFileFindings(files: Iterable<string>, pages: Iterable<string>): Finding[] {
  const pageFiles = new Map<string, string>();
  const folders = new Map<string, string>();
  for (const page of pages) {
    const path = page.slice(1);
    pageFiles.set(folded(bundleFile(page)), page);
    for (let end = path.indexOf("/"); end > 0; end = path.indexOf("/", end + 1)) {
      const folder = folded(path.slice(0, end));
      if (!folders.has(folder)) folders.set(folder, page);
    }
  }
  const taken = new Map<string, string>();
  const findings: Finding[] = [];
  const report = (file: string, message: string, fix: string): void => {
    findings.push(finding({ code: "path/collision", file, line: 1, column: 1, message, fix }));
  };
  for (const file of files) {
    const path = folded(file.slice("public/".length));
    const [top = ""] = path.split("/");
    const twin = taken.get(path);
    const page = pageFiles.get(path) ?? folders.get(path);
    taken.set(path, file);
    if (PRESS_FOLDERS.includes(top)) {
      report(
        file,
        `The press writes /${top}/ itself; this file could take the place of one of its own.`,
        "Move it to a folder of another name.",
      );
    } else if (page !== undefined || PRESS_FILES.includes(path)) {
      report(
        file,
        `This file would take the place of ${page ?? `/${path}`}, which the press writes itself.`,
        "Rename or remove it.",
      );
    } else if (twin !== undefined) {
      report(
        file,
        `This file and ${twin} differ in nothing but case; many disks and hosts keep only one of them.`,
        "Rename one of them.",
      );
    }
  }
  return findings;
}

function folded(path: string): string {
  return path.normalize("NFC").toLowerCase();
}
