import { rule as address } from "../../checks/markdown/address.ts";
import { rule as reference } from "../../checks/markdown/reference.ts";
import { editDistance } from "../../domain/nearest-name.ts";
import type { TextCheck } from "./text-check.ts";

/** Links and pictures whose address has blanks in it, and which are therefore text. */
export const addressesWithBlanks: TextCheck = ({ text, placeAt, sourceOf }, context) => {
  const pattern = /(?<![\p{L}\p{N})\]])(!?\[[^[\]\n]*\])\(([^()\n]*)\)/gu;
  for (const { 0: whole, 1: words = "", 2: written = "", index } of text.matchAll(pattern)) {
    if (!/\s/.test(written) || written.length > LONGEST_ADDRESS) continue;
    const { address: to, title } = parted(written);
    context.report(
      address.inBody(placeAt(index, whole.length), context.format, {
        isImage: whole.startsWith("!"),
        why: /\s/.test(to) ? "blanks" : "title",
        meant: `${sourceOf(index, words.length)}(${shownAddress(to)}${title === undefined ? "" : ` "${title}"`})`,
      }),
    );
  }
};

/** Longest address that is looked at, with its title. */
const LONGEST_ADDRESS = 500;

/** An address as it is written in a link: between angle brackets where it has blanks. */
function shownAddress(address: string): string {
  if (!/\s/.test(address)) return address;
  if (address.startsWith("tel:")) return address.replaceAll(/\s+/g, "");
  const [, host = "", path = ""] = /^(https?:\s*\/\/[^/?#]*)([^]*)$/i.exec(address) ?? [];
  if (host !== "") return host.replaceAll(/\s+/g, "") + path.replaceAll(/\s+/g, "%20");
  const isWhole = !/[<>\n]/.test(address);
  return isWhole ? `<${address}>` : address.replaceAll(/[\s<>]+/g, encodeURIComponent);
}

/** An address and its title, in whatever quotation marks. */
function parted(written: string): { address: string; title?: string } {
  const match = /^(?=.*["'“”‘’»]$)(.*?)(?<!\s)\s+["'“”„‟‘’«](.*)["'“”‘’»]$/u.exec(written.trim());
  if (match === null) return { address: written.trim().replace(/^<|>$/g, "") };
  return { address: match[1] ?? "", title: match[2] ?? "" };
}

const DEFINED = /^[ \t>]{0,12}\[([^\]^\n][^\]\n]{0,200})\]:/gm;

/** Links by reference to an address that is nowhere in the text. */
export const missingReferences: TextCheck = ({ text, placeAt, sourceOf }, context) => {
  const pattern = /(?<![\p{L}\p{N}\])])!?\[([^[\]^\n][^[\]\n]*)\]\[([^[\]\n]*)\](?![[(])/gu;
  for (const { 0: whole, 1: words = "", 2: written = "", index } of text.matchAll(pattern)) {
    const name = written === "" ? words : written;
    // Sources are cited by their numbers.
    if (name.startsWith("^") || (/^\d+$/.test(words) && /^\d*$/.test(written))) continue;
    const isImage = whole.startsWith("!");
    const shownWords = sourceOf(index + (isImage ? 2 : 1), words.length);
    const near = nearestReference(name, context);
    context.report(
      reference.inBody(placeAt(index, whole.length), context.format, {
        kind: "missing",
        written: sourceOf(index, whole.length),
        name,
        isImage,
        words: shownWords,
        ...(near === undefined ? {} : { meant: `${isImage ? "!" : ""}[${shownWords}][${near}]` }),
      }),
    );
  }
};

/** Most names of a text that are compared with the others, and of those that none has. */
const MOST_COMPARED = 1000;
const MOST_MISSING = 50;

/** The names of the addresses of a text, in small letters too, and for how many others a like one was looked for. */
const defined = new WeakMap<object, { names: [name: string, lower: string][]; asked: number }>();

/** The name of an address of the text that one sign parts from a name that none has. */
function nearestReference(name: string, text: { source: string }): string | undefined {
  if (name.length < 4) return undefined;
  const known = defined.get(text) ?? { names: definedNames(text.source), asked: 0 };
  defined.set(text, known);
  known.asked += 1;
  if (known.asked > MOST_MISSING) return undefined;
  const lower = name.toLowerCase();
  const near = known.names.filter(
    ([, other]) => Math.abs(other.length - lower.length) <= 1 && editDistance(other, lower) === 1,
  );
  return near.length === 1 ? near[0]?.[0] : undefined;
}

function definedNames(source: string): [name: string, lower: string][] {
  const names: [string, string][] = [];
  for (const [, name = ""] of source.matchAll(DEFINED)) {
    if (names.length === MOST_COMPARED) break;
    names.push([name, name.toLowerCase()]);
  }
  return names;
}

/** What addresses begin with, as against words in brackets. */
const ADDRESS = String.raw`(?:https?:\/\/|mailto:|www\.|\.{0,2}\/|#)[^\s()[\]<>"]{0,500}`;

/** Links whose halves stand apart or in each other's place, and pictures alike. */
const TORN = new RegExp(
  String.raw`(!?\[(?<words>[^[\]\n]{1,200})\])[ \t]+\((?<address>${ADDRESS})\)|` +
    String.raw`\((?<turned>[^()[\]\n]{1,200})\)\[(?<place>${ADDRESS})\]`,
  "gu",
);

/** Links of which the words and the address stand as Markdown does not have them. */
export const tornLinks: TextCheck = ({ text, placeAt, sourceOf }, context) => {
  for (const { 0: whole, index, groups = {} } of text.matchAll(TORN)) {
    const { words, address: to, turned, place } = groups;
    const isImage = whole.startsWith("!");
    const length = (words ?? turned ?? "").length;
    const shown = sourceOf(index + (isImage ? 2 : 1), length);
    context.report(
      address.inBody(placeAt(index, whole.length), context.format, {
        isImage,
        why: place === undefined ? "torn" : "turned",
        meant: `${isImage ? "!" : ""}[${shown}](${withScheme(to ?? place ?? "")})`,
      }),
    );
  }
};

/** Without a scheme, an address of the web leads to a file of that name. */
function withScheme(address: string): string {
  return /^www\./i.test(address) ? `https://${address}` : address;
}

/** A link or a picture whose address is not closed on its line. */
const WITHOUT_END = new RegExp(
  String.raw`(?<![\p{L}\p{N}\])])(?<words>!?\[[^[\]\n]{1,200}\])\((?<address>${ADDRESS})(?=\s|$)(?![^\n]*\))`,
  "gmu",
);

/** Links whose address has no closing bracket. */
export const linksWithoutEnd: TextCheck = ({ text, placeAt, sourceOf }, context) => {
  for (const { 0: whole, index, groups = {} } of text.matchAll(WITHOUT_END)) {
    const { words = "", address: to = "" } = groups;
    const end = /(?<![.,;:!?])[.,;:!?]+$/.exec(to)?.[0] ?? "";
    context.report(
      address.inBody(placeAt(index, whole.length), context.format, {
        isImage: whole.startsWith("!"),
        why: "unclosed",
        meant: `${sourceOf(index, words.length)}(${withScheme(to.slice(0, to.length - end.length))})${end}`,
      }),
    );
  }
};
