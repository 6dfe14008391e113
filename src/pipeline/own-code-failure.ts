import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { literalPattern } from "../domain/literal-pattern.ts";

/** Code of the publication's own has failed while pages were bundled or rendered: a slot, or an entry that runs code. */
export class OwnCodeFailure extends Error {
  /** Where it failed, and why. */
  readonly diagnostic: Diagnostic;
  /** Absolute path of the content folder. */
  readonly content: string;

  constructor(diagnostic: Diagnostic, content: string, cause: unknown) {
    super(diagnostic.message, { cause });
    this.diagnostic = diagnostic;
    this.content = content;
  }
}

/** Files whose code a publication brings, below the content folder. */
const CODE = String.raw`((?:slots|articles|pages)/[^\s:'"()]*?\.(?:astro|mdx|m?[jt]s))`;

/**
 * What has failed, as a failure of the publication's own code where the first place that an error names in the content
 * folder is in such code; else the error as it is. `content` is the absolute path of that folder.
 */
export function ownCodeFailure(error: unknown, content: string): unknown {
  if (!(error instanceof Error)) return error;
  const message = stripVTControlCharacters(error.message);
  const found =
    unresolvedIn(message, content) ??
    placeIn(message, content) ??
    placeIn(stripVTControlCharacters(error.stack ?? ""), content);
  if (found === undefined) return error;
  const { reason = `${error.name}: ${firstLine(message)}`, ...location } = found;
  const diagnostic: Diagnostic = {
    ...location,
    code: "part/failed",
    severity: "error",
    message: `This code of the publication failed: ${reason.replace(/\.$/, "")}.`,
    fix: "Correct it here, or what it was given. `npm run dev` shows the page while you do.",
  };
  return new OwnCodeFailure(diagnostic, content, error);
}

type Place = Pick<Diagnostic, "file" | "line" | "column"> & { reason?: string };

/** The first place with a line and a column. Renderers that were kept know the content folder only as `content`. */
function placeIn(text: string, content: string): Place | undefined {
  const folder = `(?:${literalPattern(content.replaceAll("\\", "/"))}|[\\w./-]*/content)`;
  const pattern = new RegExp(
    `${folder}/${CODE}:(\\d+):(\\d+)(?:[^\\n]*\\n(\\w*Error: [^\\n]*))?`,
    "g",
  );
  for (const [, file = "", line, column, reason] of text.replaceAll("\\", "/").matchAll(pattern)) {
    if (!existsSync(join(content, file))) continue;
    // The compiler of Astro counts columns from nought.
    const offset = reason?.startsWith("CompilerError") === true ? 1 : 0;
    // What an entry was compiled to has other lines than its text.
    const [atLine, atColumn] = file.endsWith(".mdx")
      ? [1, 1]
      : [Number(line), Number(column) + offset];
    return {
      file,
      line: atLine,
      column: atColumn,
      ...(reason === undefined ? {} : { reason: reason.replace(/^CompilerError: /, "") }),
    };
  }
  return undefined;
}

/** An import that leads nowhere, which is told with its file, and with a place in what that was compiled to, if any. */
function unresolvedIn(message: string, content: string): Place | undefined {
  const [, specifier = "", path = ""] =
    /failed to resolve import "([^"]+)" from "([^"]+)"/.exec(message) ??
    /Could not resolve '([^']+)' in (.+)/.exec(message) ??
    [];
  const [, file] = new RegExp(`/${CODE}$`).exec(path.replaceAll("\\", "/")) ?? [];
  if (file === undefined || !existsSync(join(content, file))) return undefined;
  const text = readFileSync(join(content, file), "utf8");
  const at = Math.max(text.indexOf(`"${specifier}"`), text.indexOf(`'${specifier}'`), 0);
  const before = text.slice(0, at).split("\n");
  return {
    file,
    line: before.length,
    column: (before.at(-1) ?? "").length + 1,
    reason: `there is no package or file \`${specifier}\``,
  };
}

function firstLine(text: string): string {
  return text.split("\n").find((line) => line.trim() !== "") ?? "";
}
