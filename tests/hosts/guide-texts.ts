import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../structure/project-files.ts";

/** A block of code in a page of `docs/`: its language, its text, and the nearest line of text before it. */
export interface CodeBlock {
  language: string;
  code: string;
  before: string;
}

/** The blocks of code of a page, in order. */
export function codeBlocks(page: string): CodeBlock[] {
  const text = readFileSync(join(ROOT, "docs", page), "utf8");
  return [...text.matchAll(/^(.*)\n\n```(\w*)\n([^]*?)^```$/gm)].map(
    ([, before = "", language = "", code = ""]) => ({ language, code, before }),
  );
}

/** The first block of a page that fits. Throws where there is none. */
export function codeBlock(page: string, fits: (block: CodeBlock) => boolean): string {
  const found = codeBlocks(page).find(fits);
  if (found === undefined) throw new Error(`docs/${page} has no such block.`);
  return found.code;
}
