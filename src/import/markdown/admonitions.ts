import { isInCode } from "./construct.ts";
import type { Construct, ConstructContext } from "./construct.ts";
import { CALLOUT_KINDS, callout } from "./written-forms.ts";

const OPENING =
  /^([ \t]*)(:{3,})[ \t]*([a-z]+)(?:[ \t]*\[([^\]\n]*)\])?(?:\{[^}\n]*\})?[ \t]*([^\n]*?)[ \t]*\r?$/gm;

/** Notes between lines of colons, `:::note`, as Docusaurus and others have them. */
export function admonitions(context: ConstructContext): Construct[] {
  const { source, note } = context;
  const found: Construct[] = [];
  let end = 0;
  for (const match of source.matchAll(OPENING)) {
    const [line, indent = "", colons = "", name = "", bracketed, bare = ""] = match;
    const from = match.index;
    if (from < end || isInCode(context, from)) continue;
    const kind = CALLOUT_KINDS[name];
    const start = from + line.length;
    const closing = closingOf(source, start, colons.length);
    if (kind === undefined || closing === undefined) {
      note("look", `\`${colons}${name}\` is not known and stays as text`);
      continue;
    }
    const title = bracketed ?? (bare === "" ? undefined : bare);
    const body = (format: "md" | "mdx"): string =>
      context
        .within(start, closing.from, format)
        .split("\n")
        .map((one) => (one.startsWith(indent) ? one.slice(indent.length) : one))
        .join("\n");
    const indented = (text: string | undefined): string =>
      (text ?? "")
        .split("\n")
        .map((one) => (one === "" ? one : indent + one))
        .join("\n");
    const made = callout(kind, title, body("mdx"));
    found.push({
      from,
      to: closing.to,
      md: indented(callout(kind, title, body("md")).md),
      mdx: indented(made.mdx),
    });
    end = closing.to;
  }
  return found;
}

/** The line of colons that closes a note: those of notes within have fewer, or one each. */
function closingOf(
  source: string,
  start: number,
  colons: number,
): { from: number; to: number } | undefined {
  let depth = 0;
  for (const match of source.slice(start).matchAll(/^[ \t]*(:{3,})[ \t]*([a-z]*)[^\n]*$/gm)) {
    const [line, sign = "", name = ""] = match;
    const from = start + match.index;
    if (name !== "") depth += 1;
    else if (depth > 0 && sign.length <= colons) depth -= 1;
    else if (sign.length >= colons) return { from, to: from + line.trimEnd().length };
  }
  return undefined;
}
