import { parseBody } from "../../markdown/parse-body.ts";
import { textOf as textOfTree } from "../../markdown/text.ts";
import { textOf } from "./values.ts";
import type { Values } from "./values.ts";

/** The words of a body in one line. */
export function plainBody(body: string): string {
  return textOfTree(parseBody(`\n${body}`, "md").tree)
    .replace(/\s+/g, " ")
    .trim();
}

/** The first heading of level 1 of a body, as plain text. */
export function headline(body: string): string | undefined {
  const written = /^#[ \t]+(.+)$/m.exec(body)?.[0];
  return written === undefined ? undefined : plainBody(written);
}

/** Front matter with what stands before the mark that ends an excerpt, where it has none itself. */
export function withExcerpt(values: Values, body: string): Values {
  if (textOf(values, "description", "summary", "excerpt", "subtitle") !== undefined) return values;
  const at = body.indexOf(textOf(values, "excerpt_separator") ?? "<!--more-->");
  const excerpt = at <= 0 ? "" : plainBody(body.slice(0, at));
  return excerpt === "" ? values : { ...values, excerpt };
}
