import { playerPage } from "../../domain/players.ts";
import { MISSING_ALT } from "../../domain/missing-alt.ts";
import { parseBody } from "../../markdown/parse-body.ts";
import { textOf } from "../../markdown/text.ts";

/** One thing in both formats: as Markdown with HTML, and with a component where there is one for it. */
export interface Written {
  md: string;
  /** Absent where there is no component for it, and the same does in both. */
  mdx?: string;
}

/** A picture with its caption. */
export interface WrittenFigure {
  src: string;
  alt: string;
  caption?: string | undefined;
  credit?: string | undefined;
  link?: string | undefined;
}

/** Most characters of texts that attributes take. */
const LONGEST = { alt: 500, caption: 600, credit: 160, title: 160 } as const;

/** A picture; without a caption, one of Markdown. */
export function figure({ src, alt, caption, credit, link }: WrittenFigure): Written {
  const words = alt.trim() === "" ? MISSING_ALT : alt.trim();
  const plain = caption === undefined ? undefined : plainText(caption);
  const image = `![${markdownText(words)}](${destination(src)})`;
  const linked = link === undefined ? image : `[${image}](${destination(link)})`;
  if (plain === undefined && credit === undefined) return { md: linked };
  const said = [plain, credit].filter((part) => part !== undefined).join(" ");
  const img = `<img src="${attribute(src)}" alt="${attribute(words)}">`;
  const shown = link === undefined ? img : `<a href="${attribute(link)}">${img}</a>`;
  const md = `<figure>${shown}<figcaption>${html(said)}</figcaption></figure>`;
  const fits =
    words.length <= LONGEST.alt &&
    (plain ?? "").length <= LONGEST.caption &&
    (credit ?? "").length <= LONGEST.credit &&
    !/^(?:https?:)?\/\//.test(src) &&
    link === undefined;
  if (!fits) return { md };
  const parts = [
    `src="${attribute(src)}"`,
    `alt="${attribute(words)}"`,
    ...(plain === undefined ? [] : [`caption="${attribute(plain)}"`]),
    ...(credit === undefined ? [] : [`credit="${attribute(plainText(credit))}"`]),
  ];
  return { md, mdx: `<Figure ${parts.join(" ")} />` };
}

/** A film of YouTube or Vimeo; undefined for an address that is none. */
export function film(address: string, title: string | undefined): Written | undefined {
  const page = playerPage(address);
  if (page === undefined) return undefined;
  const name = page.player === "youtube" ? "YouTube" : "Vimeo";
  const shown = plainText(title ?? "").slice(0, LONGEST.title) || `${name} video`;
  return {
    md: `[${markdownText(shown)}](${page.page})`,
    mdx: `<Video src="${attribute(page.page)}" title="${attribute(shown)}" />`,
  };
}

/** A note to the reader, `kind` as Stet has it. */
export function callout(kind: string, title: string | undefined, body: string): Written {
  const shown = title === undefined ? undefined : plainText(title).slice(0, 120);
  const inner = withoutBlankEnds(body);
  const label = shown ?? kind.charAt(0).toUpperCase() + kind.slice(1);
  const quoted = [`**${markdownText(label)}**`, "", ...inner.split("\n")].map((line) =>
    `> ${line}`.trimEnd(),
  );
  const named = shown === undefined ? "" : ` title="${attribute(shown)}"`;
  return {
    md: quoted.join("\n"),
    mdx: `<Callout kind="${kind}"${named}>\n\n${inner}\n\n</Callout>`,
  };
}

/** The kinds of notes of Stet, by what others call them. */
export const CALLOUT_KINDS: Readonly<Record<string, string>> = {
  note: "note",
  info: "note",
  notice: "note",
  important: "note",
  secondary: "note",
  abstract: "note",
  question: "note",
  success: "tip",
  tip: "tip",
  hint: "tip",
  example: "note",
  warning: "warning",
  warn: "warning",
  caution: "warning",
  danger: "warning",
  error: "warning",
  alert: "warning",
  callout: "note",
  admonition: "note",
};

/** Code in a fence that is longer than any in it. */
export function fenced(code: string, language = ""): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${code.trimEnd().replace(/^\r?\n/, "")}\n${fence}`;
}

/** Code in a line of text. */
export function inlineCode(code: string): string {
  const flat = code
    .split("\n")
    .map((line) => line.trim())
    .join(" ");
  const longest = Math.max(0, ...[...flat.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = /^`|`$/.test(flat) ? " " : "";
  return `${fence}${pad}${flat}${pad}${fence}`;
}

/** An address as it stands behind the words of a link. */
export function destination(address: string): string {
  return /[\s()<>]/.test(address) || address === ""
    ? `<${address.replace(/[<>\n]/g, (sign) => encodeURIComponent(sign))}>`
    : address;
}

/** A text in which nothing is markup. */
export function markdownText(text: string): string {
  return text.replace(/[\\`*_[\]<>{}]/g, String.raw`\$&`);
}

/** A value between double quotation marks of HTML or MDX. */
export function attribute(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
}

function html(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

/** The words of a text of Markdown in one line. */
export function plainText(markdown: string): string {
  return textOf(parseBody(markdown, "md").tree).replace(/\s+/g, " ").trim();
}

/** A text without the blank lines that it begins with, and the blanks at its end. */
function withoutBlankEnds(text: string): string {
  const lines = text.trimEnd().split("\n");
  const first = lines.findIndex((line) => line.trim() !== "");
  return lines.slice(Math.max(0, first)).join("\n");
}
