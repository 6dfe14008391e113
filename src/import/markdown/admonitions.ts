import { isInCode } from "./construct.ts";
import type { Construct, ConstructContext } from "./construct.ts";
import { CALLOUT_KINDS, callout } from "./written-forms.ts";

const OPENING = /^([ \t]*)(:{3,})([^\n]*)$/gm;

/** Notes between lines of colons, `:::note`, as Docusaurus and others have them. */
export function admonitions(context: ConstructContext): Construct[] {
  const { source, note } = context;
  const found: Construct[] = [];
  let end = 0;
  /** Of so many colons or more, none is closed behind a place that was reached. */
  let unclosed = Infinity;
  for (const match of source.matchAll(OPENING)) {
    const [line, indent = "", colons = "", rest = ""] = match;
    const { name, title } = heading(rest);
    const from = match.index;
    if (name === "" || from < end || isInCode(context, from)) continue;
    const kind = CALLOUT_KINDS[name];
    const start = from + line.length;
    const closing = colons.length >= unclosed ? undefined : closingOf(source, start, colons.length);
    if (closing === undefined) unclosed = Math.min(unclosed, colons.length);
    if (kind === undefined || closing === undefined) {
      note("look", `\`${colons}${name}\` is not known and stays as text`);
      continue;
    }
    // A note of Stet holds no other components.
    const body = context
      .within(start, closing.from, "md")
      .split("\n")
      .map((one) => (one.startsWith(indent) ? one.slice(indent.length) : one))
      .join("\n");
    const indented = (text: string | undefined): string =>
      (text ?? "")
        .split("\n")
        .map((one) => (one === "" ? one : indent + one))
        .join("\n");
    const made = callout(kind, title, body);
    found.push({
      from,
      to: closing.to,
      md: indented(made.md),
      mdx: indented(made.mdx),
    });
    end = closing.to;
  }
  return found;
}

/** The name of a note and its title, which may stand in brackets; attributes in braces are left aside. */
function heading(rest: string): { name: string; title: string | undefined } {
  const written = rest.trim();
  const name = /^[a-z]+/.exec(written)?.[0] ?? "";
  const behind = written.slice(name.length).trim();
  const close = behind.indexOf("]");
  if (behind.startsWith("[") && close !== -1) return { name, title: behind.slice(1, close) };
  const bare = behind.startsWith("{") ? behind.slice(behind.indexOf("}") + 1).trim() : behind;
  return { name, title: bare === "" ? undefined : bare };
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
