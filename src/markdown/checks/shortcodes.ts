import type { Place } from "../../domain/body.ts";
import type { BodyProblem } from "../body.ts";
import type { TextCheck } from "./text-check.ts";

/** Markup of another program. */
interface Shortcode {
  /** Where it stands in the text that was asked about. */
  index: number;
  length: number;
  /** Whose it is. */
  program: string;
  /** What says the same here. */
  remedy: string;
}

/** One way in which programs mark up texts; `name` in `pattern` is what it calls. */
interface Notation {
  program: string;
  pattern: RegExp;
  /** What says the same here, by the name that is called. */
  remedy(name: string): string;
}

const NAME = "(?<name>[\\w./-]+)";

/** What says the same here as a shortcode of a certain name, whoever's it is. */
const REMEDIES: readonly { names: RegExp; remedy: string }[] = [
  {
    names: /^(?:figure|image|img|caption|wp_caption|picture|asset_img)$/,
    remedy:
      'Write `![what it shows](./picture.jpg)`, or in .mdx `<Figure src="./picture.jpg" alt="…" caption="…" />`.',
  },
  {
    names: /^(?:gallery|slideshow|imagegallery)$/,
    remedy: "Write its pictures one by one, or in .mdx `<Gallery>`.",
  },
  {
    names: /^(?:youtube|vimeo|video|embed|wpvideo|videopress|dailymotion)$/,
    remedy:
      'Write `[title](https://…)`, or in .mdx `<Video src="https://…" title="…" length="…" />`.',
  },
  {
    names: /^(?:audio|playlist|soundcloud|spotify|podcast)$/,
    remedy: 'Write `[title](https://…)`, or in .mdx `<Audio src="…" title="…" length="…" />`.',
  },
  {
    names: /^(?:tweet|twitter|x|instagram|facebook|mastodon|bluesky)$/,
    remedy: 'Write `[words](https://…)`, or in .mdx `<SocialPost post="…" />`.',
  },
  {
    names: /^(?:highlight|endhighlight|code|sourcecode|codeblock|prism|gist|raw|endraw)$/,
    remedy: "Put the code between lines of three backticks.",
  },
  {
    names: /^(?:ref|relref|link|post_url|url)$/,
    remedy: "Write `[words](./other.md)`, with the file of the other article.",
  },
  {
    names:
      /^(?:note|info|tip|warning|caution|danger|important|update|callout|alert|admonition|notice|hint|abstract|summary|success|question|failure|bug|example|details)$/,
    remedy: 'Write it as a quotation, `> …`, or in .mdx as `<Callout kind="note">`.',
  },
  { names: /^(?:quote|pullquote|blockquote)$/, remedy: "Write `> …`, or in .mdx `<PullQuote>`." },
  {
    names: /^(?:toc|_toc_|tableofcontents)$/,
    remedy: "Write `contents: true` into the front matter, and remove it.",
  },
  { names: /^(?:b|strong)$/, remedy: "Write `**words**`." },
  { names: /^(?:i|em)$/, remedy: "Write `*words*`." },
];

const OTHERWISE = "Say it in Markdown, or remove it; to show it, put it into backticks.";

function remedyFor(name: string): string {
  const called = name.toLowerCase();
  return REMEDIES.find(({ names }) => names.test(called))?.remedy ?? OTHERWISE;
}

const FORMULA = "Write it in MathML, `<math>…</math>`, or as a picture.";

const NOTATIONS: readonly Notation[] = [
  {
    program: "Hugo",
    pattern: new RegExp(`\\{\\{[<%]\\s*/?\\s*${NAME}`, "g"),
    remedy: remedyFor,
  },
  {
    program: "Jekyll (Liquid)",
    pattern: new RegExp(`\\{%+-?\\s*${NAME}`, "g"),
    remedy: remedyFor,
  },
  {
    program: "a template (Jekyll, Hugo, Eleventy and others)",
    pattern: new RegExp(`\\{\\{-?\\s*[.$]?${NAME}[^{}\\n]{0,200}\\}\\}`, "g"),
    remedy: () => "Write what it stands for; to show it, put it into backticks.",
  },
  {
    program: "Docusaurus",
    pattern: new RegExp(`^:::+[ \\t]*${NAME}`, "gm"),
    remedy: remedyFor,
  },
  {
    program: "MkDocs",
    pattern:
      /^(?:!!!|\?\?\?\+?)[ \t]+(?<name>note|abstract|summary|info|tip|hint|success|question|warning|caution|failure|danger|bug|example|quote|important)(?![\p{L}\p{N}])/gmu,
    remedy: remedyFor,
  },
  {
    program: "GitHub",
    pattern: /^\[!(?<name>NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]/gm,
    remedy: remedyFor,
  },
  {
    program: "many programs, for a table of contents",
    pattern: /^\[{1,2}_?(?<name>toc)_?\]{1,2}$/gim,
    remedy: remedyFor,
  },
  {
    program: "Obsidian and wikis, for a link",
    pattern: /!?\[\[(?<name>[^[\]\n|,]{0,200}\p{L}[^[\]\n]{0,200})\]\]/gu,
    remedy: () =>
      "Write `[words](./other.md)`, with the file of the other article, or `![what it shows](./picture.jpg)`.",
  },
  {
    program: "Obsidian and others, for marked words",
    pattern: /(?<![=\p{L}\p{N}])==(?<name>[^\s=](?:[^=\n]{0,300}[^\s=])?)==(?![=\p{L}\p{N}])/gu,
    remedy: (words) => `Write \`<mark>${words}</mark>\`.`,
  },
  {
    program: "Pandoc, for a footnote",
    pattern: /\^\[(?<name>[^[\]\n]+)\]/g,
    remedy: () => "Write `[^1]` there, and a line `[^1]: …` below.",
  },
  {
    program: "Pandoc and others, for attributes",
    pattern:
      /(?:(?<=\uFFFC)|(?<=\S[ \t]))\{(?<name>[.#][\w-]+|width|height|target)(?:[=\s][^{}\n]{0,200})?\}$/gm,
    remedy: () => "Remove it.",
  },
  {
    program: "Pandoc and others, for attributes",
    pattern: /\{(?<name>target|rel|width|height|loading|class|style)=[^{}\n]{1,200}\}/g,
    remedy: () => "Remove it.",
  },
  {
    program: "Pandoc, for raised signs",
    pattern: /(?<=[\p{L}\p{N})])\^(?<name>[\p{L}\p{N}+-]{1,20})\^/gu,
    remedy: (words) => `Write \`<sup>${words}</sup>\`.`,
  },
  {
    program: "Pandoc, for lowered signs",
    pattern: /(?<=\p{L})~(?<name>\d{1,3})~(?!\d)/gu,
    remedy: (words) => `Write \`<sub>${words}</sub>\`.`,
  },
  {
    program: "TeX, for a formula",
    pattern: /\$\$(?<name>[^$]{2,500})\$\$/g,
    remedy: () => FORMULA,
  },
  {
    // Sums of money have no signs of formulas in them.
    program: "TeX, for a formula",
    pattern:
      /(?<![\p{L}\p{N}$\\])\$(?=\S)(?<name>[^$\n]{0,200}(?:\\[a-z]+|[\w)}][\^_](?:\{|\\|\w))[^$\n]{0,200})(?<=\S)\$(?![\p{L}\p{N}$])/gu,
    remedy: () => FORMULA,
  },
  {
    program: "GitHub and others, for a sign",
    pattern: /(?<![\p{L}\p{N}:/])(?<name>:[a-z][a-z_]{1,30}:)(?![\p{L}\p{N}:/\uFFFC])/gu,
    remedy: () => "Write the sign itself, or a word; to show it, put it into backticks.",
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
export function shortcodes(text: string): Shortcode[] {
  const found: Shortcode[] = [];
  const add = (
    program: string,
    remedy: (name: string) => string,
    match: RegExpMatchArray,
  ): void => {
    const [{ length }, index = 0, name = ""] = [match[0], match.index, match.groups?.["name"]];
    const rest = text.slice(index + length, index + LONGEST);
    const end = /^\{.*[^}]$/.test(match[0]) ? BRACES_END.exec(rest)?.[0] : undefined;
    found.push({ index, length: length + (end?.length ?? 0), program, remedy: remedy(name) });
  };
  for (const { program, pattern, remedy } of NOTATIONS)
    for (const match of text.matchAll(pattern)) add(program, remedy, match);
  for (const pattern of [WORDPRESS, ALONE])
    for (const match of text.matchAll(pattern)) add("WordPress", remedyFor, match);
  const closed = new Map(Array.from(text.matchAll(CLOSING), ({ 1: name, index }) => [name, index]));
  for (const match of text.matchAll(OPENING)) {
    if ((closed.get(match.groups?.["name"]) ?? -1) > match.index)
      add("WordPress and forums", remedyFor, match);
  }
  let end = 0;
  return found
    .toSorted((a, b) => a.index - b.index)
    .filter(({ index, length }) => {
      // One piece of markup can look like that of several programs.
      if (index < end) return false;
      end = index + length;
      return true;
    });
}

/** What to say of a shortcode that is printed. */
export function explainShortcode(
  written: string,
  { program, remedy }: Shortcode,
  outcome = "is printed as it stands",
): Pick<BodyProblem, "message" | "fix"> {
  const line = written.replaceAll(/\s+/g, " ");
  const shown = line.length > 60 ? `${line.slice(0, 59)}…` : line;
  return {
    message: `\`${shown}\` is markup of ${program}, and ${outcome}.`,
    fix: remedy,
  };
}

/** Markup of other programs, which nothing here reads. */
export const foreignMarkup: TextCheck = ({ text, placeAt }, context) => {
  for (const found of shortcodes(text)) {
    const place: Place = placeAt(found.index, found.length);
    context.report({
      ...place,
      code: "markdown/shortcode",
      severity: "warning",
      ...explainShortcode(text.slice(found.index, found.index + found.length), found),
    });
  }
};
