import type { Finding } from "../domain/finding.ts";
import { finding } from "./diagnostics.ts";
import { folded, pressFolderOf, REPLACEABLE_FILES, TakenAddresses } from "./taken-addresses.ts";

/**
 * Files of `public/` that would take the place of something the press writes, or stand where it needs a
 * folder, or take each other's. An icon and a `robots.txt` of the publication's own are welcome.
 *
 * `files` are paths below the content folder, `pages` are the addresses of pages, `later` those that come with
 * articles held back.
 */
export function publicFileFindings(
  files: Iterable<string>,
  pages: Iterable<string>,
  later: Iterable<string> = [],
): Finding[] {
  const taken = new TakenAddresses(pages, later);
  const twins = new Map<string, string>();
  const findings: Finding[] = [];
  const report = (file: string, message: string, fix: string): void => {
    findings.push(finding({ code: "path/collision", file, line: 1, column: 1, message, fix }));
  };
  for (const file of files) {
    const path = file.slice("public".length);
    const twin = twins.get(folded(path));
    twins.set(folded(path), file);
    const folder = pressFolderOf(path);
    const holder = taken.holder(path);
    if (folder !== undefined) {
      report(
        file,
        `The press writes ${folder} itself; this file could take the place of one of its own.`,
        "Move it to a folder of another name.",
      );
    } else if (holder !== undefined && !(holder === path && REPLACEABLE_FILES.includes(path))) {
      report(
        file,
        `This file would take the place of ${holder}, which the press writes itself.`,
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
