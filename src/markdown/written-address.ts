import type { Node } from "unist";
import { writtenAttribute } from "./written-attribute.ts";

/** What a link or a picture has its address in. */
export type AddressName = "href" | "src" | "cite";

/** Behind the words of a link or a picture: its address, between angle brackets or not. */
const DESTINATION = /^\s*(?:<[^<>\n]*>|(?:\\[^]|[^\s()\\]|\((?:\\[^]|[^\s()\\])*\))+)/;

/**
 * Where the address of a link or a picture stands in a source, from and to, in UTF-16 units: with the angle brackets around
 * it, without the quotation marks of an attribute; that of a reference stands in a line of its own. `undefined` where it is
 * not found.
 */
export function writtenAddress(
  node: Node,
  name: AddressName,
  source: string,
  defined: DefinedAddresses,
): [from: number, to: number] | undefined {
  const [from, to] = [node.position?.start.offset, node.position?.end.offset];
  if (from === undefined || to === undefined) return undefined;
  const written = source.slice(from, to);
  if (/^!?\[/.test(written)) {
    const behind = written.lastIndexOf("](");
    if (!written.endsWith(")") || behind < 0) return defined.of(written);
    const found = DESTINATION.exec(written.slice(behind + 2))?.[0];
    return found === undefined ? undefined : trimmed(found, from + behind + 2);
  }
  if (!written.startsWith("<")) return name === "href" ? [from, to] : undefined;
  if (/^<[^\s<>"']+>$/.test(written) && /[:@]/.test(written.slice(2))) return [from + 1, to - 1];
  return (writtenAttribute(node, name, source) ?? writtenAttribute(node, `data-${name}`, source))
    ?.value;
}

/** A line that gives an address to a name. */
const DEFINITION = /^[ \t>]{0,12}\[([^[\]]+)\]:(\s*(?:<[^<>\n]*>|\S+))/gm;

/** The addresses of a source that have lines of their own, which are looked for once. */
export class DefinedAddresses {
  readonly #source: string;
  #ranges: Map<string, [from: number, to: number]> | undefined;

  constructor(source: string) {
    this.#source = source;
  }

  /** Where the address of a link or a picture stands that is written with the name of one. */
  of(written: string): [from: number, to: number] | undefined {
    const label = /\[([^[\]]+)\](?:\[\])?$/.exec(written)?.[1];
    return label === undefined ? undefined : this.#all().get(nameOf(label));
  }

  #all(): Map<string, [from: number, to: number]> {
    if (this.#ranges !== undefined) return this.#ranges;
    const ranges = new Map<string, [from: number, to: number]>();
    for (const { 0: line, 1: label = "", 2: address = "", index } of this.#source.matchAll(
      DEFINITION,
    )) {
      const name = nameOf(label);
      // The first of a name counts (CommonMark, section 4.7).
      if (!ranges.has(name))
        ranges.set(name, trimmed(address, index + line.length - address.length));
    }
    this.#ranges = ranges;
    return ranges;
  }
}

/** The name of an address as names are compared (CommonMark, section 4.7). */
function nameOf(label: string): string {
  return label.trim().replaceAll(/\s+/g, " ").toLowerCase();
}

function trimmed(text: string, from: number): [number, number] {
  const start = from + text.length - text.trimStart().length;
  return [start, start + text.trim().length];
}
