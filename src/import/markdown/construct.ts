import type { BodyFormat } from "../../domain/body.ts";
import type { BodyNote } from "../converted-body.ts";
import { edited } from "./source-edits.ts";
import { isWithin } from "./syntax-tree.ts";
import type { Values } from "./values.ts";
import type { Written } from "./written-forms.ts";

/** Something in a source that only its generator understands, and what stands in its place. */
export interface Construct extends Written {
  from: number;
  to: number;
  /** Whether it is only an address or a word, which the source means there. */
  isValue?: boolean;
  /** Players, posts and other frames that it shows. */
  embeds?: number;
  /** Pictures that it shows. */
  pictures?: number;
}

/** What the constructs of a source are looked for with. */
export interface ConstructContext {
  source: string;
  /** Code, in which only some generators look for constructs. */
  code: readonly (readonly [number, number])[];
  /** The values that templates may ask for. */
  variables: Values;
  /** The part of the old site's address that all its addresses begin with: `/blog`, or empty. */
  base: string;
  /** The old address, whole, of the text that is called by a path or a name. */
  textAddress: (written: string) => string | undefined;
  /** How the new text names the picture that the old one called by an address; that address where there is no such file. */
  picture: (written: string) => string;
  note: (kind: BodyNote["kind"], what: string) => void;
  /** The constructs in a part of the source that stands inside of another, made there. */
  within: (from: number, to: number, format: "md" | "mdx") => string;
}

/** Whether an offset lies in code. */
export function isInCode({ code }: ConstructContext, offset: number): boolean {
  return isWithin(code, offset);
}

/** A construct as it is quoted in a note. */
export function shortened(written: string): string {
  const line = written.replace(/\s+/g, " ").trim();
  return line.length > 80 ? `${line.slice(0, 77)}…` : line;
}

/** Attributes and words that follow the name of a construct. */
export interface Arguments {
  named: Record<string, string>;
  positional: string[];
}

const ARGUMENT =
  /(?:([\w-]+)\s*[=:]\s*)?(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`([^`]*)`|([^\s"'`,]+))/g;

/** Reads attributes `name="value"` and words. */
export function readArguments(written: string): Arguments {
  const read: Arguments = { named: Object.create(null) as Record<string, string>, positional: [] };
  for (const [, name, double, single, raw, bare] of written.matchAll(ARGUMENT)) {
    const value = double?.replace(/\\(["\\])/g, "$1") ?? single ?? raw ?? bare ?? "";
    if (name === undefined) read.positional.push(value);
    else read.named[name.toLowerCase()] = value;
  }
  return read;
}

/** The first of some attributes that is there and says something. */
export function argument({ named }: Arguments, ...names: string[]): string | undefined {
  for (const name of names) {
    const value = named[name];
    if (value !== undefined && value.trim() !== "") return value.trim();
  }
  return undefined;
}

/** A source with what stands in the place of its constructs, in a format. */
export function withConstructs(
  source: string,
  constructs: readonly Construct[],
  format: BodyFormat,
): string {
  const edits = constructs.map(({ from, to, md, mdx }) => ({
    from,
    to,
    text: format === "mdx" ? (mdx ?? md) : md,
  }));
  return edited(source, edits);
}
