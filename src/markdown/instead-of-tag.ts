import { keepCall } from "../domain/keep-call.ts";
import type { Node } from "unist";
import type { Details as UnknownDetails } from "../checks/component/unknown.ts";
import type { Instead } from "../checks/html/element-removed.ts";
import { isTypable, lines, typed } from "../checks/quoted.ts";
import { nearestName } from "../domain/nearest-name.ts";
import { ADDRESS_TO_WRITE, ALT_TO_WRITE, WORDS_TO_WRITE } from "../domain/placeholder.ts";
import { calloutTag } from "./checks/shortcode-remedies.ts";
import type { WrittenAttribute } from "./components/check-attributes.ts";
import { likelyComponent } from "./components/likely-component.ts";
import { linesToWrite, tagToWrite } from "./components/lines-to-write.ts";
import { findComponent } from "./components/find-component.ts";
import { hostOf } from "./addresses.ts";
import { ALLOWED_ELEMENTS, isHtmlElement, MODERN_NAMES, removalOf } from "./html-allowed.ts";
import type { JsxNode } from "./read-attributes.ts";
import { framedPage, playingComponent } from "./transforms/embedded.ts";
import { tagToType, writtenTag } from "./written-tag.ts";

type Written = readonly WrittenAttribute[];

/** The start tag of a node and, where it has one, its end tag, as they are written; and what stands between them. */
interface WrittenNode {
  whole: string;
  start: string;
  end?: string;
  between: string;
}

function writtenNode(name: string, { position }: Node, source: string): WrittenNode {
  const [from = 0, to = 0] = [position?.start.offset, position?.end.offset];
  const whole = source.slice(from, to);
  const start = writtenTag(source, from)?.source ?? `<${name}>`;
  const end = /<\/[^<>]*>\s*$/.exec(whole.slice(start.length))?.[0];
  return {
    whole,
    start,
    ...(end === undefined ? {} : { end: end.trim() }),
    between: whole.slice(start.length, end === undefined ? undefined : -end.length).trim(),
  };
}

function textIn(written: Written, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = written.find((one) => one.name.toLowerCase() === name)?.value;
    if (typeof value === "string" && value.trim() !== "") return value.trim();
  }
  return undefined;
}

/** What to write in the place of an element that no article may hold. */
export function insteadOfElement(
  name: string,
  node: JsxNode,
  written: Written,
  source: string,
): Instead {
  const { whole, start, end, between } = writtenNode(name, node, source);
  const address =
    textIn(written, "src", "data", "data-src") ??
    /<source\b[^<>]*?\bsrc=["']([^"']+)/.exec(between)?.[1];
  if (address !== undefined && removalOf(name) === "link") {
    const meant =
      playingComponent(name, address, undefined, textIn(written, "title")) ??
      `[${textIn(written, "title") ?? hostOf(address)}](${framedPage(address) ?? address})`;
    return { kind: "write", meant };
  }
  if (name === "input" && textIn(written, "type")?.toLowerCase() === "checkbox")
    return {
      kind: "write",
      meant: written.some((one) => one.name === "checked") ? "- [x]" : "- [ ]",
    };
  if (name === "svg") return { kind: "drawing" };
  if (removalOf(name) === "drop")
    return isTypable(whole) || end === undefined
      ? { kind: "remove", written: isTypable(whole) ? whole : start }
      : { kind: "remove-all", start, end };
  const modern = meantElement(name);
  if (modern !== undefined)
    return {
      kind: "write",
      meant:
        between !== "" && isTypable(between) ? `<${modern}>${between}</${modern}>` : `<${modern}>`,
    };
  return between !== "" && end !== undefined && isTypable(between)
    ? { kind: "write", meant: between }
    : removed(start, end);
}

function removed(start: string, end: string | undefined): Instead {
  return { kind: "remove-tags", start, end };
}

/** The element that a name of old, or a misspelt one, means. */
function meantElement(name: string): string | undefined {
  if (Object.hasOwn(MODERN_NAMES, name)) return MODERN_NAMES[name];
  if (Object.hasOwn(OTHER_ELEMENTS, name)) return OTHER_ELEMENTS[name];
  // Short names are like many others.
  if (isHtmlElement(name) || name.length < 5) return undefined;
  return nearestName(
    name,
    ALLOWED_ELEMENTS.filter((one) => one.length > 3),
  );
}

const OTHER_ELEMENTS: Readonly<Record<string, string>> = {
  bold: "strong",
  italic: "em",
  quote: "blockquote",
  strikethrough: "s",
  underline: "u",
};

/** What other programs call what has another name here, by the name in small letters. */
const COMPONENTS_ELSEWHERE: readonly [names: RegExp, meant: string][] = [
  [/^(?:image|img|picture|photo|nextimage)$/, "Figure"],
  [/^(?:youtube|youtubeembed|vimeo|videoplayer|movie|liteyoutube)$/, "Video"],
  [/^(?:tweet|xpost|twitter|instagram|mastodon|bluesky|post)$/, "SocialPost"],
  [/^(?:quote|blockquote|citation)$/, "PullQuote"],
  [/^(?:infobox|sidebar|factbox|box)$/, "Aside"],
  [/^(?:interview|faq)$/, "QandA"],
  [/^(?:codeblock|highlight|snippet)$/, "Code"],
  [/^(?:graph|diagram|barchart|linechart|columnchart)$/, "Chart"],
  [/^(?:summary|tldr|takeaways|inshort)$/, "KeyPoints"],
];

const ADMONITION =
  /^(?:note|info|important|tip|hint|success|warning|caution|danger|alert|admonition|notice)$/;

/** What is meant by a component that there is not. */
export function unknownDetails(
  name: string,
  node: JsxNode,
  attributes: Written,
  source: string,
): Details {
  const { start, end } = writtenNode(name, node, source);
  const tag = writtenTag(source, node.position?.start.offset ?? 0);
  const called = name.toLowerCase();
  const meant = COMPONENTS_ELSEWHERE.find(([names]) => names.test(called))?.[1];
  // A name that another program has is no slip of the pen, however like one of ours it is.
  const near = meant === undefined ? likelyComponent(name) : undefined;
  if (near !== undefined && tag !== undefined)
    return {
      kind: "misspelt",
      meant: tagToType(tag, { name: near }),
      ...(end === undefined ? {} : { name: near }),
    };
  if (/^(?:a|link|nextlink)$/.test(called)) {
    const words = writtenNode(name, node, source).between;
    const href = textIn(attributes, "href", "to") ?? ADDRESS_TO_WRITE;
    return elsewhere(`Write ${typed(`[${words || WORDS_TO_WRITE}](${href})`)}.`);
  }
  if (ADMONITION.test(called)) {
    const type = textIn(attributes, "type", "kind");
    const title = textIn(attributes, "title");
    const callout = calloutTag({
      name: type?.toLowerCase() ?? called,
      title,
    });
    return { kind: "misspelt", meant: callout, ...(end === undefined ? {} : { name: "Callout" }) };
  }
  const component = meant === undefined ? undefined : findComponent(meant);
  if (meant === "Figure") {
    const src = textIn(attributes, "src") ?? "./picture.jpg";
    const alt = textIn(attributes, "alt", "title") ?? ALT_TO_WRITE;
    return elsewhere(`Write ${typed(`![${alt}](${src})`)}.`);
  }
  if (meant === "Video") {
    const id = textIn(attributes, "id", "videoid", "youtubeid", "src", "url") ?? "";
    const address = filmAddress(called, id);
    const player =
      playingComponent("video", address || "/film.mp4", undefined, textIn(attributes, "title")) ??
      "";
    return elsewhere(`Write ${typed(player)}.`);
  }
  if (meant === "SocialPost") {
    const address = textIn(attributes, "url", "href", "src");
    return elsewhere(
      `Write ${typed(`[The post](${address ?? ADDRESS_TO_WRITE})`)}; to quote it in full, run ${typed(keepCall(address))}, and write the line that it prints.`,
    );
  }
  if (component !== undefined)
    return elsewhere(
      `Write it in this way:${lines(
        ...(component.children === "none"
          ? [tagToWrite(component)]
          : linesToWrite(component, findComponent)),
      )}`,
    );
  return { kind: "none", written: start, hasEnd: end !== undefined };
}

/** The address of a film that another program is told by its id. */
function filmAddress(called: string, id: string): string {
  if (!/^[\w-]+$/.test(id)) return id;
  if (called.includes("youtube")) return `https://www.youtube.com/watch?v=${id}`;
  if (/^\d+$/.test(id)) return `https://vimeo.com/${id}`;
  return id.length === 11 ? `https://www.youtube.com/watch?v=${id}` : id;
}

type Details = UnknownDetails extends infer All
  ? All extends unknown
    ? Omit<All, "tag">
    : never
  : never;

function elsewhere(remedy: string): Details {
  return { kind: "elsewhere", remedy };
}
