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
  return [...text.matchAll(/^```(\w*)\n([^]*?)^```$/gm)].map((found) => {
    const [, language = "", code = ""] = found;
    const before = text.slice(0, found.index).trimEnd().split("\n").at(-1) ?? "";
    return { language, code, before };
  });
}

/** The first block of a page that fits. Throws where there is none. */
export function codeBlock(page: string, fits: (block: CodeBlock) => boolean): string {
  const found = codeBlocks(page).find(fits);
  if (found === undefined) throw new Error(`docs/${page} has no such block.`);
  return found.code;
}

/** The lines of the guide that put a bundle, `dist`, in the place of another on a server whose files are in `www`. */
export function switchCommands(www: string, dist: string): string {
  const commands = codeBlock("deploy.md", ({ code }) => code.includes("mv -T"));
  return commands.replaceAll("/srv/www", www).replaceAll(/\bdist\b/g, dist);
}

/** A command of a page, and the lines that it is to print. */
export interface ConsoleCommand {
  command: string;
  expected: string[];
}

/** The commands of a block in which each stands behind `$` and before what it prints. */
export function consoleCommands(block: string): ConsoleCommand[] {
  const commands: ConsoleCommand[] = [];
  for (const line of block.trimEnd().split("\n")) {
    if (line.startsWith("$ ")) commands.push({ command: line.slice(2), expected: [] });
    else commands.at(-1)?.expected.push(line);
  }
  return commands;
}

/** The expected lines that an answer lacks: `…` stands for any rest, and names of headers are in any case. */
export function missingLines(answer: string, expected: readonly string[]): string[] {
  const inOneCase = (line: string): string =>
    line.trim().replace(/^[\w-]+:/, (name) => name.toLowerCase());
  const lines = answer.split("\n").map(inOneCase);
  return expected.filter((wanted) => {
    const line = inOneCase(wanted);
    return !lines.some((one) =>
      line.endsWith("…") ? one.startsWith(line.slice(0, -1)) : one === line,
    );
  });
}
