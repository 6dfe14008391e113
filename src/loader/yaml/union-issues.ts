import type { z } from "astro/zod";

/**
 * What is wrong with a value that may have one of several forms: where only one of them has the type that is written,
 * such as a mapping, what that form refuses, each at its own path; otherwise the issue itself.
 */
export function issuesOfForm(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== "invalid_union") return [issue];
  const fitting = issue.errors.filter((issues) => !issues.some(isAboutType));
  const [only, other] = fitting;
  if (only === undefined || other !== undefined || only.some(isAboutWhole)) return [issue];
  return only.flatMap((inner) => issuesOfForm({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** Whether a form is not that of the value at all. */
function isAboutType({ path, code }: z.core.$ZodIssue): boolean {
  return path.length === 0 && (code === "invalid_type" || code === "invalid_value");
}

/** Whether the form says no more of the value than the union does, in words that name all forms. */
function isAboutWhole({ path, code }: z.core.$ZodIssue): boolean {
  return path.length === 0 && code !== "unrecognized_keys";
}
