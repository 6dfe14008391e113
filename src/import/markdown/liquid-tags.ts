import { argument, isInCode, readArguments, shortened } from "./construct.ts";
import type { Construct, ConstructContext } from "./construct.ts";
import { shownEmbed, shownFigure } from "./embed-constructs.ts";
import { isValues } from "./values.ts";
import type { Value } from "./values.ts";
import { fenced, markdownText } from "./written-forms.ts";
import { templateTags } from "./text-scan.ts";

/** The tags and outputs of Liquid in a source, and those of Nunjucks that look alike. Those that are not known stay, noted. */
export function liquidTags(context: ConstructContext): Construct[] {
  const found: Construct[] = [];
  const closed: [number, number][] = [];
  /** Names of blocks that are not closed behind a place that was reached. */
  const unclosed = new Set<string>();
  for (const { from, to, inner } of templateTags(context.source, "{%", "%}")) {
    const written = context.source.slice(from, to);
    const bare = withoutHyphens(inner);
    const name = /^\w+/.exec(bare)?.[0] ?? "";
    const rest = bare.slice(name.length);
    if (closed.some(([start, end]) => from >= start && from < end)) continue;
    const made = tag({ name, rest: rest.trim(), from, to: to, written }, context, unclosed);
    if (made === undefined) {
      if (!/^(?:end|else|elsif|when)/.test(name) && !isInCode(context, from))
        context.note("look", `a tag that is not known stays as text: ${shortened(written)}`);
      continue;
    }
    found.push(made);
    closed.push([made.from, made.to]);
  }
  for (const { from, to, inner } of templateTags(context.source, "{{", "}}")) {
    const written = context.source.slice(from, to);
    const expression = withoutHyphens(inner);
    if (closed.some(([start, end]) => from >= start && from < end)) continue;
    const value = valueOf(expression, context);
    if (value !== undefined) found.push({ from, to: to, md: value, isValue: true });
    else if (!isInCode(context, from))
      context.note("look", `a value that is not known stays as text: ${shortened(written)}`);
  }
  return found;
}

/** What stands in a tag, without the hyphens that take blanks away around it. */
function withoutHyphens(inner: string): string {
  return inner.replace(/^-|-$/g, "").trim();
}

interface Tag {
  name: string;
  rest: string;
  from: number;
  to: number;
  written: string;
}

function tag(one: Tag, context: ConstructContext, unclosed: Set<string>): Construct | undefined {
  const { name, rest, from, to } = one;
  const { source } = context;
  const inner = (): { text: string; end: number } | undefined => {
    if (unclosed.has(name)) return undefined;
    const closing = new RegExp(`\\{%-?\\s*end${name}\\s*-?%\\}`, "g");
    closing.lastIndex = to;
    const match = closing.exec(source);
    if (match === null) unclosed.add(name);
    return match === null
      ? undefined
      : { text: source.slice(to, match.index), end: match.index + match[0].length };
  };
  switch (name) {
    case "raw":
    case "verbatim": {
      const block = inner();
      return block === undefined ? undefined : { from, to: block.end, md: block.text };
    }
    case "comment": {
      const block = inner();
      if (block === undefined) return undefined;
      context.note("changed", "a comment that readers did not see was left out");
      return { from, to: block.end, md: "" };
    }
    case "highlight": {
      const block = inner();
      return block === undefined
        ? undefined
        : { from, to: block.end, md: fenced(block.text, rest.split(/\s+/)[0] ?? "") };
    }
    case "post_url":
    case "link": {
      const address = context.textAddress(rest.replace(/^["']|["']$/g, ""));
      if (address !== undefined) return { from, to, md: address, isValue: true };
      if (name === "link")
        return {
          from,
          to,
          md: `${context.base}/${encodeURI(rest.replace(/^\//, ""))}`,
          isValue: true,
        };
      context.note("look", `no text is called so, so the link was left: ${shortened(one.written)}`);
      return { from, to, md: encodeURI(rest), isValue: true };
    }
    case "include":
    case "include_relative":
    case "render":
      return included(one, context);
    default: {
      const shown = shownEmbed(name, readArguments(rest), context);
      return shown === undefined ? undefined : { from, to, ...shown };
    }
  }
}

/** A part of the old site by its name, where that says what it shows. */
function included({ rest, from, to }: Tag, context: ConstructContext): Construct | undefined {
  const [, file = "", written = ""] = /^["']?([^\s"',]+)["']?,?\s*([^]*)$/.exec(rest) ?? [];
  const name = file.replace(/^.*\//, "").replace(/\.[^.]+$/, "");
  const args = readArguments(written);
  if (Object.values(args.named).some((value) => /^(?:page|site|include)\./.test(value)))
    return undefined;
  if (/figure|image|img|picture|photo/i.test(name)) {
    const shown = shownFigure(args, context);
    return shown === undefined ? undefined : { from, to, ...shown };
  }
  const provider = argument(args, "provider") ?? name;
  const shown = shownEmbed(
    /youtube/i.test(provider) ? "youtube" : /vimeo/i.test(provider) ? "vimeo" : provider,
    args,
    context,
  );
  return shown === undefined ? undefined : { from, to, ...shown };
}

const FILTERS_OF_ADDRESSES =
  /^(?:relative_url|absolute_url|url|baseurl|prepend:\s*site\.(?:base)?url)$/;

/** What an output says: an address, or a text of the site or of the page; undefined where only the site's program knows. */
function valueOf(expression: string, { variables, base }: ConstructContext): string | undefined {
  const [name = "", ...filters] = expression.split("|").map((part) => part.trim());
  if (/^site\.(?:baseurl|base_url)$/.test(name) && filters.length === 0) return base;
  if (/^site\.(?:url|github\.url)$/.test(name) && filters.length === 0)
    return name === "site.url" ? "" : base;
  const quoted = /^(["'])(.*)\1$/.exec(name)?.[2];
  if (filters.length > 0 && !filters.every((filter) => FILTERS_OF_ADDRESSES.test(filter)))
    return undefined;
  const value = quoted ?? lookUp(name, variables);
  if (value === undefined) return undefined;
  if (filters.length > 0)
    return /^https?:/.test(value) ? value : `${base}/${value.replace(/^\//, "")}`;
  // A text that templates print is no markup, but may be an address.
  return /^(?:https?:\/\/|\/)\S*$/.test(value) ? value : markdownText(value);
}

function lookUp(name: string, variables: Value): string | undefined {
  if (!/^(?:site|page|metadata)(?:\.[\w-]+)+$/.test(name)) return undefined;
  let value: Value | undefined = variables;
  for (const key of name.split("."))
    value = isValues(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  return typeof value === "string" ? value : undefined;
}
