import type { Finding, Severity } from "../domain/finding.ts";
import { PROBLEM_CODES } from "../markdown/problem-codes.ts";

/**
 * Every diagnostic that is about files, front matter and references, with its weight in `.mdx` and in `.md`
 * (imported archives, where what can be left out safely is a warning). Diagnostics about bodies are declared
 * by the Markdown modules, which know the weight themselves.
 */
const DIAGNOSTICS = {
  "content/missing-folder": both("error"),
  "content/missing-site": both("error"),
  "content/unknown-entry": both("warning"),
  "content/unused": both("warning"),
  "path/symbolic-link": both("error"),
  "path/bad-name": both("error"),
  "path/not-in-month": both("error"),
  "path/collision": both("error"),
  "path/reserved": both("error"),
  "path/unreadable": both("error"),
  "file/too-large": both("error"),
  "file/not-utf8": both("error"),
  "file/control-character": both("error"),
  "front-matter/missing": both("error"),
  "front-matter/unterminated": both("error"),
  "yaml/syntax": both("error"),
  "yaml/not-a-map": both("error"),
  "yaml/alias": both("error"),
  "yaml/comment": both("warning"),
  "yaml/control-character": both("error"),
  "schema/unknown-key": both("error"),
  "schema/missing-key": both("error"),
  "schema/value": both("error"),
  "schema/empty": both("warning"),
  "date/order": both("error"),
  "date/folder": both("warning"),
  "date/future": both("warning"),
  "identity/duplicate": both("error"),
  "reference/category": both("error"),
  "reference/author": both("error"),
  "reference/story": both("error"),
  "reference/post": both("error"),
  "reference/code": both("error"),
  "reference/correction": both("error"),
  "reference/type": both("error"),
  "reference/public": both("warning"),
  "public/not-allowed": both("error"),
  "public/unsafe": both("error"),
  "redirect/address": both("error"),
  "redirect/target": both("error"),
  "redirect/loop": both("error"),
  "redirect/taken": both("error"),
  "redirect/unpublished": both("warning"),
  "redirect/unknown": both("error"),
  "redirect/misspelt": both("warning"),
  "popular/unknown": both("warning"),
  "popular/sponsored": both("warning"),
  "tag/spelling": both("warning"),
  "tag/twice": both("warning"),
  "live/kind": both("error"),
  "live/none": both("warning"),
  "label/sponsor": both("warning"),
  "label/missing": both("error"),
  "headline/long": both("warning"),
  "text/empty": both("warning"),
  "text/markup": both("warning"),
  "link/dead": strictInMdx(),
  "link/fragment": strictInMdx(),
  "link/unpublished": both("warning"),
  "link/moved": both("warning"),
  "link/gone": both("warning"),
  "link/outside": strictInMdx(),
  "link/file": strictInMdx(),
  "data/missing": both("error"),
  "data/outside": both("error"),
  "data/too-large": both("error"),
  "data/syntax": both("error"),
  "data/shape": both("error"),
  "data/figure": both("error"),
  "data/limit": both("error"),
  "data/unfit": both("error"),
  "picture/missing": strictInMdx(),
  "picture/remote": strictInMdx(),
  "picture/outside": strictInMdx(),
  "picture/broken": both("error"),
  "picture/format": both("error"),
  "picture/too-large": both("error"),
  "picture/too-small": both("error"),
  "picture/not-square": both("error"),
  "picture/unsafe": strictInMdx(),
  "media/missing": both("error"),
  "media/insecure": both("error"),
  "media/kind": both("error"),
  "media/link-only": both("warning"),
  "comments/article": both("error"),
  "comments/twice": both("error"),
  "comments/parent": both("error"),
  "comments/private": both("error"),
  "comments/date": both("warning"),
  "picture/alt": both("warning"),
  "picture/credit": both("warning"),
} as const satisfies Record<string, Record<"md" | "mdx", Severity>>;

export type DiagnosticCode = keyof typeof DIAGNOSTICS;

/** Every code that a finding can have: those declared here, and those of bodies. */
export const FINDING_CODES: readonly string[] = [...Object.keys(DIAGNOSTICS), ...PROBLEM_CODES];

/** What a check knows of a problem before its weight is looked up. */
export type Problem = Omit<Finding, "severity" | "code"> & { code: DiagnosticCode };

/** A finding from a problem: weighed by the ending of the file it stands in. */
export function finding(problem: Problem): Finding {
  const format = problem.file.endsWith(".md") ? "md" : "mdx";
  return { ...problem, severity: DIAGNOSTICS[problem.code][format] };
}

function both(severity: Severity) {
  return { md: severity, mdx: severity };
}

function strictInMdx() {
  return { md: "warning", mdx: "error" } as const;
}
