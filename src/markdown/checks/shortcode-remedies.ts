import { lines, typed } from "../../checks/quoted.ts";
import { linkTo } from "../../checks/typed-link.ts";
import type { BodyFormat } from "../../domain/body.ts";
import {
  ADDRESS_TO_WRITE,
  ALT_TO_WRITE,
  placeholder,
  WORDS_TO_WRITE,
} from "../../domain/placeholder.ts";

/** A piece of markup of another program, taken apart. */
export interface Call {
  /** What it calls, in small letters. */
  name: string;
  /** Whether it ends what another one began. */
  isEnd: boolean;
  /** What it is called with: by name, or by place from `0` on. */
  values: Readonly<Record<string, string>>;
  /** What stands up to its end, where that is near. */
  words?: string | undefined;
  format: BodyFormat;
}

interface Remedy {
  names: RegExp;
  remedy(call: Call): string;
}

/** What says the same here as a call of a certain name, whoever's it is. */
const REMEDIES: readonly Remedy[] = [
  {
    names: /^(?:figure|image|img|caption|wp_caption|picture|asset_img)$/,
    remedy: ({ values, words = "", format }) => {
      const inner = /<img\b[^<>]*?\bsrc=["']([^"']+)["'][^<>]*>/.exec(words)?.[1] ?? words.trim();
      const src = values["src"] ?? values["link"] ?? values["url"] ?? values["0"] ?? inner;
      const caption = values["caption"] ?? values["title"] ?? "";
      const alt = values["alt"] ?? (caption || ALT_TO_WRITE);
      const path = /^\S+\.\w+$/.test(src) ? src : "./picture.jpg";
      return format === "mdx" && caption !== ""
        ? write(`<Figure src="${path}" alt="${alt}" caption="${caption}" />`)
        : write(`![${alt}](${path})`);
    },
  },
  {
    names: /^(?:gallery|slideshow|imagegallery)$/,
    remedy: ({ format }) =>
      format === "mdx"
        ? `Write it with its images, as in:${lines(
            "<Gallery>",
            "",
            `<Figure src="./one.jpg" alt="${ALT_TO_WRITE}" />`,
            `<Figure src="./two.jpg" alt="${ALT_TO_WRITE}" />`,
            "",
            "</Gallery>",
          )}`
        : `Write its images one by one, as in ${typed(linkTo("./one.jpg", "", true))}.`,
  },
  {
    names: /^(?:youtube|vimeo|video|embed|wpvideo|videopress|dailymotion)$/,
    remedy: (call) => played(call, "Video"),
  },
  {
    names: /^(?:audio|playlist|soundcloud|spotify|podcast)$/,
    remedy: (call) => played(call, "Audio"),
  },
  {
    names: /^(?:tweet|twitter|x|instagram|facebook|mastodon|bluesky)$/,
    remedy: ({ values, words = "" }) => {
      const { user, id } = values;
      const address =
        user !== undefined && id !== undefined
          ? `https://x.com/${user}/status/${id}`
          : addressIn(values, words);
      return write(`[The post](${address ?? ADDRESS_TO_WRITE})`);
    },
  },
  {
    names: /^(?:highlight|code|sourcecode|codeblock|prism|gist|raw)$/,
    remedy: ({ isEnd, values }) =>
      isEnd
        ? `Write a line ${typed("```")} in its place.`
        : `Write a line ${typed(`\`\`\`${/^[\w+#-]+$/.exec(values["0"] ?? values["lang"] ?? "")?.[0] ?? ""}`)} in its place, and a line ${typed("```")} where the code ends.`,
  },
  {
    names: /^(?:endhighlight|endraw)$/,
    remedy: () => `Write a line ${typed("```")} in its place.`,
  },
  {
    names: /^(?:ref|relref|link|post_url)$/,
    remedy: ({ format }) =>
      `Write \`[words](./other.${format})\`, with the file of the other article.`,
  },
  {
    names:
      /^(?:note|info|important|abstract|summary|question|example|details|callout|alert|admonition|notice|tip|hint|success|warning|caution|danger|attention|failure|bug|update)$/,
    remedy: (call) => callout(call),
  },
  {
    names: /^(?:quote|pullquote|blockquote)$/,
    remedy: ({ words, isEnd }) =>
      isEnd ? "Remove it." : write(`> ${words?.trim() || WORDS_TO_WRITE}`),
  },
  {
    names: /^(?:toc|_toc_|tableofcontents)$/,
    remedy: () => "Remove it, and write `contents: true` in the front matter.",
  },
  { names: /^(?:b|strong)$/, remedy: ({ words = WORDS_TO_WRITE }) => write(`**${words}**`) },
  { names: /^(?:i|em|u)$/, remedy: ({ words = WORDS_TO_WRITE }) => write(`*${words}*`) },
  {
    names: /^(?:url|a)$/,
    remedy: ({ values, words = "" }) =>
      write(`[${words || WORDS_TO_WRITE}](${addressIn(values, words) ?? ADDRESS_TO_WRITE})`),
  },
];

/** What kind of callout other programs call by other names. */
const KINDS: readonly [RegExp, string][] = [
  [/^(?:warning|caution|danger|attention|failure|bug)$/, "warning"],
  [/^(?:tip|hint|success)$/, "tip"],
  [/^update$/, "update"],
];

/** The callout that stands for an admonition. */
export function calloutTag({
  name,
  title = "",
}: {
  name: string;
  title?: string | undefined;
}): string {
  const kind = KINDS.find(([names]) => names.test(name))?.[1] ?? "note";
  return `<Callout kind="${kind}"${title === "" ? "" : ` title="${title}"`}>`;
}

function callout(call: Call): string {
  if (call.format === "md")
    return call.isEnd
      ? "Remove it."
      : "Begin each of its lines with `> `, and remove this one and the one that ends it.";
  return call.isEnd
    ? "Write `</Callout>`, with an empty line above it."
    : `Write ${typed(calloutTag({ name: call.name, title: call.values["title"] ?? call.values["0"] }))}, with an empty line below it, and \`</Callout>\` on a line of its own where it ends, with an empty line above it.`;
}

function played({ name, values, words = "", format }: Call, component: string): string {
  const id = values["id"] ?? values["0"] ?? "";
  const address =
    addressIn(values, words) ??
    (name === "youtube" && /^[\w-]{11}$/.test(id)
      ? `https://www.youtube.com/watch?v=${id}`
      : name === "vimeo" && /^\d+$/.test(id)
        ? `https://vimeo.com/${id}`
        : undefined) ??
    ADDRESS_TO_WRITE;
  const called = values["title"] ?? placeholder("the title");
  return format === "mdx"
    ? `Write ${typed(`<${component} src="${address}" title="${called}" />`)}.`
    : write(`[${called}](${address})`);
}

function addressIn(values: Readonly<Record<string, string>>, words: string): string | undefined {
  return [...Object.values(values), words.trim()].find((value) => /^https?:\/\/\S+$/.test(value));
}

function write(meant: string): string {
  return `Write ${typed(meant)}.`;
}

/** What says the same here as a call. */
export function remedyFor(call: Call, written: string): string {
  return (
    REMEDIES.find(({ names }) => names.test(call.name))?.remedy(call) ??
    (call.format === "mdx"
      ? `Remove it; to show it, put it into backticks: ${typed(`\`${written}\``)}.`
      : `Remove it; to show it, put it into backticks: ${typed(`\`${written}\``)}.`)
  );
}

const VALUE = /(?:([\w-]+)\s*=\s*)?(?:"([^"]*)"|'([^']*)'|“([^“”]*)”|([^\s"'“”=]+))/g;

/** What a piece of markup is called with. */
export function valuesIn(written: string): Record<string, string> {
  const values: Record<string, string> = {};
  let index = 0;
  for (const [, name, double, single, curly, bare] of written.matchAll(VALUE)) {
    const value = double ?? single ?? curly ?? bare ?? "";
    if (name === undefined) {
      values[String(index)] = value;
      index += 1;
    } else values[name.toLowerCase()] = value;
  }
  return values;
}
