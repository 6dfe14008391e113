import type { z } from "astro/zod";

/**
 * What a schema wants of a value that it refuses, as the end of a sentence that begins with `it`: `must be a list`. `pair`
 * is a key with its value, as the mapping could have it that is wanted.
 */
export function demandOf(issue: z.core.$ZodIssue, given: unknown, pair?: string): string {
  if (issue.code === "invalid_type" && !isOwnMessage(issue.message)) {
    if (issue.expected === "object" || issue.expected === "record")
      return pair === undefined
        ? "needs lines, each with a key and its value"
        : `needs lines such as \`${pair}\``;
    const wanted = TYPE_NAMES[issue.expected] ?? issue.expected;
    const isBare = issue.expected === "string" && /^(?:number|boolean)$/.test(typeof given);
    return `must be ${wanted}, and ${typeName(given)}${isBare ? " without quotation marks" : ""}`;
  }
  if (issue.code === "invalid_value" && !isOwnMessage(issue.message))
    return `must be one of ${issue.values.map((value) => `\`${String(value)}\``).join(", ")}`;
  if ((issue.code === "too_big" || issue.code === "too_small") && !isOwnMessage(issue.message)) {
    const isTooBig = issue.code === "too_big";
    const unit = issue.origin === "string" ? "characters" : "entries";
    const limit = Number(isTooBig ? issue.maximum : issue.minimum).toLocaleString("en");
    return `must have at ${isTooBig ? "most" : "least"} ${limit} ${unit}`;
  }
  return issue.message;
}

/** Whether a schema says in its own words what it wants; the library's own begin otherwise. */
function isOwnMessage(message: string): boolean {
  return !/^(?:Invalid|Too)/.test(message);
}

const TYPE_NAMES: Record<string, string> = {
  string: "a text",
  number: "a number",
  boolean: "true or false",
  array: "a list",
};

/** What a value is, as the end of a sentence. */
function typeName(value: unknown): string {
  if (Array.isArray(value)) return "is a list";
  if (typeof value === "object") return "has keys of its own";
  return `is ${TYPE_NAMES[typeof value] ?? typeof value}`;
}
