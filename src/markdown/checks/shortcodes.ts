import { rule } from "../../checks/markdown/shortcode.ts";
import type { ShortcodeDetails } from "../../checks/shortcode-words.ts";
import { typed } from "../../checks/quoted.ts";
import { linkTo } from "../../checks/typed-link.ts";
import type { BodyFormat } from "../../domain/body.ts";
import { emojiCalled } from "./emoji-names.ts";
import { formulaOf } from "./formulas.ts";
import { freeNote } from "./footnotes.ts";
import { remedyFor, valuesIn } from "./shortcode-remedies.ts";
import type { TextCheck } from "./text-check.ts";

/** Markup of another program, and where it stands in the text that was asked about. */
interface Shortcode extends ShortcodeDetails {
  index: number;
  length: number;
}

/** What a remedy is made for. */
interface Context {
  format: BodyFormat;
  /** The whole file. */
  source: string;
}

/** One way in which programs mark up texts; `name` in `pattern` is what it calls. */
interface Notation {
  program: string;
  pattern: RegExp;
  /** What says the same here, by the name that is called; absent where that is what decides. */
  remedy?: (name: string, written: string, context: Context) => string;
}

const NAME = "(?<name>[\\w./-]+)";

const FORMULA: Notation["remedy"] = (tex) => {
  const formula = formulaOf(tex);
  return formula === undefined
    ? `Write it in MathML, between \`<math>\` and \`</math>\`, or as code: ${typed(`\`${tex.trim()}\``)}.`
    : `Write ${typed(formula)}.`;
};

const REMOVE: Notation["remedy"] = (_name, written) => `Remove ${typed(written)}.`;

const NOTATIONS: readonly Notation[] = [
  { program: "Hugo", pattern: new RegExp(`\\{\\{[<%]\\s*(?:/\\s*)?${NAME}`, "g") },
  { program: "Jekyll (Liquid)", pattern: new RegExp(`\\{%+-?\\s*${NAME}`, "g") },
  {
    program: "a template (Jekyll, Hugo, Eleventy and others)",
    pattern: new RegExp(`\\{\\{-?\\s*[.$]?${NAME}[^{}\\n]{0,200}\\}\\}`, "g"),
    remedy: (_name, written) =>
      `Write its value; to show it, put it into backticks: ${typed(`\`${written}\``)}.`,
  },
  { program: "Docusaurus", pattern: new RegExp(`^:::+[ \\t]*${NAME}[^\\n]{0,200}`, "gm") },
  {
    program: "MkDocs",
    pattern:
      /^(?:!!!|\?\?\?\+?)[ \t]+(?<name>note|abstract|summary|info|tip|hint|success|question|warning|caution|failure|danger|bug|example|quote|important)(?![\p{L}\p{N}])(?:[ \t]+["“][^"”\n]{0,200}["”])?/gmu,
  },
  {
    program: "GitHub",
    pattern: /^\[!(?<name>NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]/gm,
    remedy: (name) => `Write ${typed(`**${name.charAt(0)}${name.slice(1).toLowerCase()}**`)}.`,
  },
  {
    program: "many programs, for a table of contents",
    pattern: /^\[{1,2}_?(?<name>toc)_?\]{1,2}$/gim,
  },
  {
    program: "Obsidian and wikis, for a link",
    pattern: /!?\[\[(?<name>[^[\]\n|,]{0,200}\p{L}[^[\]\n]{0,200})\]\]/gu,
    remedy: wikiLink,
  },
  {
    program: "Obsidian and others, for highlighted text",
    pattern: /(?<![=\p{L}\p{N}])==(?<name>[^\s=](?:[^=\n]{0,300}[^\s=])?)==(?![=\p{L}\p{N}])/gu,
    remedy: (words) => `Write ${typed(`<mark>${words}</mark>`)}.`,
  },
  {
    program: "Pandoc, for a footnote",
    pattern: /\^\[(?<name>[^[\]\n]+)\]/g,
    remedy: (words, _written, text) => {
      const name = freeNote(text);
      return `Write ${typed(`[^${name}]`)} in its place, and below the paragraph, between empty lines, a line ${typed(`[^${name}]: ${words}`)}.`;
    },
  },
  {
    program: "Pandoc and others, for attributes",
    pattern:
      /(?:(?<=\uFFFC)|(?<=\S[ \t]))\{(?<name>[.#][\w-]+|width|height|target)(?:[=\s][^{}\n]{0,200})?\}$/gm,
    remedy: REMOVE,
  },
  {
    program: "Pandoc and others, for attributes",
    pattern: /\{(?<name>target|rel|width|height|loading|class|style)=[^{}\n]{1,200}\}/g,
    remedy: REMOVE,
  },
  {
    program: "Pandoc, for superscript",
    pattern: /(?<=[\p{L}\p{N})])\^(?<name>[\p{L}\p{N}+-]{1,20})\^/gu,
    remedy: (words) => `Write ${typed(`<sup>${words}</sup>`)}.`,
  },
  {
    program: "Pandoc, for subscript",
    pattern: /(?<=\p{L})~(?<name>\d{1,3})~(?!\d)/gu,
    remedy: (words) => `Write ${typed(`<sub>${words}</sub>`)}.`,
  },
  {
    program: "TeX, for a formula",
    pattern: /\$\$(?<name>[^$]{2,500})\$\$/g,
    remedy: FORMULA,
  },
  {
    // Sums of money have no signs of formulas in them.
    program: "TeX, for a formula",
    pattern:
      /(?<![\p{L}\p{N}$\\])\$(?=\S)(?<name>[^$\n]{0,200}(?:\\[a-z]+|[\w)}][\^_](?:\{|\\|\w))[^$\n]{0,200})(?<=\S)\$(?![\p{L}\p{N}$])/gu,
    remedy: FORMULA,
  },
  {
    program: "GitHub and others, for an emoji",
    pattern: /(?<![\p{L}\p{N}:/])(?<name>:[a-z][a-z_]{1,30}:)(?![\p{L}\p{N}:/\uFFFC])/gu,
    remedy: (name) => {
      const sign = emojiCalled(name.slice(1, -1));
      return sign === undefined
        ? `Write the emoji itself, or a word; to show it, put it into backticks: ${typed(`\`${name}\``)}.`
        : `Write ${typed(sign)}.`;
    },
  },
];

/** Shortcodes of WordPress that stand alone, and are called with something. */
const WORDPRESS =
  /\[(?<name>caption|wp_caption|gallery|embed|video|audio|playlist|youtube|vimeo|tweet|soundcloud|contact-form(?:-7)?|gravityform|instagram|facebook|(?:su|vc|et_pb|fusion)_\w+)(?:[ \t=][^\]\n]{1,500})\]/g;
const ALONE = /^\[(?<name>gallery|playlist|contact-form)\]$/gm;
const OPENING = /\[(?<name>[a-z][\w-]*)(?:[ =][^[\]\n]{0,500})?\]/g;

/** Where markup in braces ends, on its line. */
const BRACES_END = /^[^\n]*?(?:%?\}\}|%\})/;

/** So far its end is looked for, in UTF-16 units. */
const LONGEST = 300;

const CLOSING = /\[\/([a-z][\w-]*)\]/g;

/** Markup of other programs in a text, in order. */
export function shortcodes(text: string, context: Context): Shortcode[] {
  const found: (Omit<Shortcode, "remedy"> & { notation: Notation; name: string })[] = [];
  const add = (notation: Notation, match: RegExpMatchArray): void => {
    const [{ length }, index = 0, name = ""] = [match[0], match.index, match.groups?.["name"]];
    const rest = text.slice(index + length, index + LONGEST);
    const end = /^\{.*[^}]$/.test(match[0]) ? (BRACES_END.exec(rest)?.[0] ?? "") : "";
    const whole = length + end.length;
    const written = text.slice(index, index + whole);
    found.push({ index, length: whole, written, name, notation, program: notation.program });
  };
  for (const notation of NOTATIONS)
    for (const match of text.matchAll(notation.pattern)) add(notation, match);
  for (const pattern of [WORDPRESS, ALONE])
    for (const match of text.matchAll(pattern)) add({ program: "WordPress", pattern }, match);
  const closed = new Map(Array.from(text.matchAll(CLOSING), ({ 1: name, index }) => [name, index]));
  for (const match of text.matchAll(OPENING)) {
    if ((closed.get(match.groups?.["name"]) ?? -1) > match.index)
      add({ program: "WordPress and forums", pattern: OPENING }, match);
  }
  let end = 0;
  return found
    .toSorted((a, b) => a.index - b.index)
    .filter(({ index, length }) => {
      // One piece of markup can look like that of several programs.
      if (index < end) return false;
      end = index + length;
      return true;
    })
    .map(({ notation, name, ...one }) => {
      const own = notation.remedy?.(name, one.written, context);
      if (own !== undefined) return { ...one, remedy: own };
      const { remedy, behind } = calledRemedy(text, one, name, context.format);
      return { ...one, length: one.length + behind, remedy };
    });
}

/** A remedy for a call together with what stands up to its end. */
const FOR_ALL = /^Write `[^`]*`\.$/;

/** What says the same here as a call by name, and how much of what stands behind the call it is written for. */
function calledRemedy(
  text: string,
  { index, length, written }: Pick<Shortcode, "index" | "length" | "written">,
  name: string,
  format: BodyFormat,
): { remedy: string; behind: number } {
  const inner = written
    .slice(written.indexOf(name) + name.length)
    .replace(/(?<![>%}\-/\]\s])[>%}\-/\]\s]*$/, "");
  const rest = text.slice(index + length, index + length + LONGEST);
  const called = name.toLowerCase();
  const end = written.startsWith("[") ? rest.indexOf(`[/${name}]`) : -1;
  const remedy = remedyFor(
    {
      name: called,
      isEnd: /^(?:\{\{[<%]|\{%-?)\s*\//.test(written),
      values: valuesIn(written.startsWith(":::") ? quotedTitle(inner) : inner.replace(/^=/, "")),
      words: end === -1 ? undefined : rest.slice(0, end),
      format,
    },
    written,
  );
  const isForAll = end !== -1 && FOR_ALL.test(remedy);
  return { remedy, behind: isForAll ? end + name.length + 3 : 0 };
}

/** The words behind the name of an admonition, all of which are its title. */
function quotedTitle(words: string): string {
  const title = words.trim().replaceAll(/^\[|\]$/g, "");
  return title === "" || /["{=]/.test(title) ? "" : `"${title}"`;
}

function wikiLink(name: string, written: string, { format }: Context): string {
  const [target = "", words = target] = name.split("|").map((part) => part.trim());
  if (written.startsWith("!")) {
    return `Write ${typed(linkTo(`./${target}`, "", true))}.`;
  }
  const file = target.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "-");
  return `Write ${typed(`[${words}](./${file}.${format})`)}, with the file of the other article.`;
}

/** Markup of other programs, which nothing here reads. */
export const foreignMarkup: TextCheck = ({ text, placeAt }, context) => {
  for (const { index, length, ...details } of shortcodes(text, context))
    context.report(rule.inBody(placeAt(index, length), context.format, details));
};
