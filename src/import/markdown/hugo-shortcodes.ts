import { argument, isInCode, readArguments, shortened } from "./construct.ts";
import type { Arguments, Construct, ConstructContext } from "./construct.ts";
import { shownEmbed, shownFigure } from "./embed-constructs.ts";
import { CALLOUT_KINDS, callout, fenced, markdownText, plainText } from "./written-forms.ts";
import { textOf, valuesOf } from "./values.ts";
import { templateTags } from "./text-scan.ts";

interface Tag {
  from: number;
  to: number;
  name: string;
  args: string;
  isClosing: boolean;
  isSelfClosing: boolean;
  written: string;
}

/** What stands around shortcodes: whether what is between two of them is Markdown makes no difference here. */
const MARKS = [
  ["{{<", ">}}"],
  ["{{%", "%}}"],
] as const;

/** The parts of a shortcode, without its marks; undefined for what is none. */
function tagOf(
  inner: string,
): Pick<Tag, "name" | "args" | "isClosing" | "isSelfClosing"> | undefined {
  const isClosing = inner.trimStart().startsWith("/");
  const isSelfClosing = inner.trimEnd().endsWith("/");
  const written = inner
    .trim()
    .slice(isClosing ? 1 : 0)
    .trimStart();
  const name = /^[\w./-]+/.exec(written)?.[0].replace(/\/$/, "") ?? "";
  if (name === "") return undefined;
  const args = written.slice(name.length).trim();
  return {
    name,
    args: isSelfClosing ? args.slice(0, -1).trimEnd() : args,
    isClosing,
    isSelfClosing,
  };
}

/** The shortcodes of Hugo in a source. Those that are not known stay, and are noted. */
export function hugoShortcodes(context: ConstructContext): Construct[] {
  const found: Construct[] = [];
  const tags: Tag[] = [];
  for (const [open, close] of MARKS)
    for (const { from, to, inner } of templateTags(context.source, open, close)) {
      const written = context.source.slice(from, to);
      if (inner.startsWith("/*")) {
        // A shortcode that is only shown has a comment in it.
        found.push({ from, to, md: written.replace("/*", "").replace("*/", "") });
      } else if (open === "{{<" || !isInCode(context, from)) {
        const tag = tagOf(inner);
        if (tag !== undefined) tags.push({ from, to, written, ...tag });
      }
    }
  tags.sort((a, b) => a.from - b.from);
  for (const [at, tag] of tags.entries()) {
    if (tag.isClosing) continue;
    const closing = tag.isSelfClosing ? undefined : closingOf(tags, at);
    const made = construct(tag, closing, context);
    if (made !== undefined) found.push(made);
    else if (!isInCode(context, tag.from))
      context.note(
        "look",
        `a shortcode that is not known stays as text: ${shortened(tag.written)}`,
      );
  }
  return found;
}

function closingOf(tags: readonly Tag[], at: number): Tag | undefined {
  const { name } = tags[at] ?? { name: "" };
  let depth = 1;
  for (const tag of tags.slice(at + 1)) {
    if (tag.name !== name) continue;
    depth += tag.isClosing ? -1 : tag.isSelfClosing ? 0 : 1;
    if (depth === 0) return tag;
  }
  return undefined;
}

function construct(
  tag: Tag,
  closing: Tag | undefined,
  context: ConstructContext,
): Construct | undefined {
  const { from, name } = tag;
  const args = readArguments(tag.args);
  const to = closing?.to ?? tag.to;
  if (isInCode(context, from) && !/^(?:rel)?ref$/.test(name)) return undefined;
  const inner = closing === undefined ? undefined : context.source.slice(tag.to, closing.from);
  if (/^(?:figure|img|image|picture)$/.test(name)) {
    const shown = shownFigure(args, context);
    return shown === undefined ? undefined : { from, to, ...shown };
  }
  const embedded = shownEmbed(name, args, context);
  if (embedded !== undefined) return { from, to, ...embedded };
  switch (name) {
    case "ref":
    case "relref":
      return reference(tag, args, context);
    case "highlight":
      return inner === undefined
        ? undefined
        : { from, to, md: fenced(inner, args.positional[0] ?? "") };
    case "details":
    case "expand": {
      if (closing === undefined) return undefined;
      const title = plainText(
        argument(args, "summary", "title") ?? args.positional[0] ?? "Details",
      );
      const form = (format: "md" | "mdx"): string =>
        `<details>\n<summary>${title.replaceAll("<", "&lt;").replaceAll("{", "&#123;")}</summary>\n\n${context.within(tag.to, closing.from, format).trim()}\n\n</details>`;
      const [md, mdx] = [form("md"), form("mdx")];
      return { from, to, md, ...(mdx === md ? {} : { mdx }) };
    }
    case "param":
      return parameter(tag, args, context);
    case "comment":
      context.note("changed", "a comment that readers did not see was left out");
      return { from, to, md: "" };
    default:
      return closing === undefined ? undefined : note(tag, closing, args, context);
  }
}

function note(
  tag: Tag,
  closing: Tag,
  args: Arguments,
  context: ConstructContext,
): Construct | undefined {
  const named = tag.name.toLowerCase();
  if (!Object.hasOwn(CALLOUT_KINDS, named)) return undefined;
  const written = (
    argument(args, "type", "kind", "level", "style") ??
    args.positional[0] ??
    ""
  ).toLowerCase();
  const isNamed = Object.hasOwn(CALLOUT_KINDS, written);
  const kind = CALLOUT_KINDS[isNamed ? written : named] ?? "note";
  const title = argument(args, "title", "heading") ?? args.positional[isNamed ? 1 : 0];
  // A note of Stet holds no other components.
  const inner = context.within(tag.to, closing.from, "md");
  return { from: tag.from, to: closing.to, ...callout(kind, title, inner) };
}

function reference(
  { from, to, written }: Tag,
  args: Arguments,
  context: ConstructContext,
): Construct | undefined {
  const path = argument(args, "path") ?? args.positional.find((one) => one !== ".");
  if (path === undefined) return undefined;
  if (path.startsWith("#")) return { from, to, md: path, isValue: true };
  const address = context.textAddress(path);
  if (address === undefined) {
    context.note("look", `no text is called so, so the link was left: ${shortened(written)}`);
    // Blanks would end the link that it stands in.
    return { from, to, md: encodeURI(path), isValue: true };
  }
  return { from, to, md: address, isValue: true };
}

function parameter(
  { from, to }: Tag,
  args: Arguments,
  { variables }: ConstructContext,
): Construct | undefined {
  const [name] = args.positional;
  if (name === undefined) return undefined;
  const page = valuesOf(variables, "page");
  const site = valuesOf(valuesOf(variables, "site"), "Params");
  const value = textOf(page, name) ?? textOf(valuesOf(page, "params"), name) ?? textOf(site, name);
  return value === undefined ? undefined : { from, to, md: markdownText(value), isValue: true };
}
