import type { Chance } from "./random.ts";

/** Gives the bytes of a file after damage to it, drawn by chance; they differ from those before. */
export type Damage = (bytes: Buffer, chance: Chance) => Buffer;

/** Damage to any file, by what it does. */
export const DAMAGE = {
  "one bit is flipped": (bytes, chance) => {
    const at = chance.below(bytes.length);
    const copy = Buffer.from(bytes);
    copy.writeUInt8(bytes.readUInt8(at) ^ (1 << chance.below(8)), at);
    return copy;
  },
  "two bytes change places": (bytes, chance) => {
    const one = chance.below(bytes.length);
    const others = [...bytes.keys()].filter((at) => bytes[at] !== bytes[one]);
    const other = chance.one(others);
    const copy = Buffer.from(bytes);
    copy.writeUInt8(bytes.readUInt8(other), one);
    copy.writeUInt8(bytes.readUInt8(one), other);
    return copy;
  },
  "it is cut in the middle": (bytes, chance) =>
    bytes.subarray(0, 1 + chance.below(bytes.length - 1)),
  "it is empty": () => Buffer.alloc(0),
} satisfies Record<string, Damage>;

/** Damage to a file of JSON lines that has a header and at least two lines more. */
export const DAMAGE_TO_LINES = {
  "a letter of a text is another": edit(/(?<=":"[^"\\]*)[a-z]/g, (letter) =>
    letter === "q" ? "z" : "q",
  ),
  "a letter of a title is another": edit(/(?<="title":"[^"\\]*)[a-z]/g, (letter) =>
    letter === "q" ? "z" : "q",
  ),
  "a letter of a sheet's address is another": edit(/(?<="src":"[^"\\]*)[a-z]/g, (letter) =>
    letter === "q" ? "z" : "q",
  ),
  "a digit of a stamp is another": edit(/(?<="sta(?:mp|t)":"[\d ]*)\d/g, nextDigit),
  "a digit of a number is another": edit(
    /(?<="(?:width|height|bytes|count|words)":\d*)\d/g,
    nextDigit,
  ),
  "a digit of a digest is another": edit(/(?<="(?:sha256|digest)":"[\da-f]*)\d/g, nextDigit),
  "a digit of a key is another": edit(/(?<="key":"[^"\\]*)\d/g, nextDigit),
  "a digit of a figure is another": edit(/(?<="values":\[[\d.,nul]*)\d/g, nextDigit),
  "a name of a key is another": edit(/(?<=[{,]"[a-z\d]*)[a-z](?=[a-z\d]*":)/gi, (letter) =>
    letter === "q" ? "z" : "q",
  ),
  "it is cut at the end of a line": lines((all, chance) =>
    all.slice(0, 1 + chance.below(all.length - 1)),
  ),
  "a line is gone": lines((all, chance) => all.toSpliced(1 + chance.below(all.length - 1), 1)),
  "a line stands twice": lines((all, chance) => {
    const at = 1 + chance.below(all.length - 1);
    return all.toSpliced(at, 0, all[at] ?? "");
  }),
  "two lines change places": lines((all, chance) => {
    const [one, other] = twoLines(all, chance);
    return all.with(one, all[other] ?? "").with(other, all[one] ?? "");
  }),
  "two lines exchange their beginnings": lines((all, chance) => {
    const [one, other] = twoLines(all, chance);
    const [first = "", second = ""] = [all[one], all[other]];
    return all
      .with(one, second.slice(0, BEGINNING) + first.slice(BEGINNING))
      .with(other, first.slice(0, BEGINNING) + second.slice(BEGINNING));
  }),
} satisfies Record<string, Damage>;

/** As long as the digest of a line in an index. */
const BEGINNING = 20;

/** Changes one of the places that a pattern fits. */
function edit(pattern: RegExp, change: (found: string) => string): Damage {
  return (bytes, chance) => {
    const text = bytes.toString();
    const places = [...text.matchAll(pattern)];
    if (places.length === 0) throw new Error(`${pattern} fits nothing in ${text.slice(0, 300)}`);
    const { 0: found, index } = chance.one(places);
    return Buffer.from(text.slice(0, index) + change(found) + text.slice(index + found.length));
  };
}

function nextDigit(digit: string): string {
  return String((Number(digit) + 1) % 10);
}

function lines(change: (all: string[], chance: Chance) => string[]): Damage {
  return (bytes, chance) => {
    const all = bytes.toString().split("\n").slice(0, -1);
    return Buffer.from(
      change(all, chance)
        .map((line) => `${line}\n`)
        .join(""),
    );
  };
}

/** Two lines behind the header that differ, also in their beginnings where any do. */
function twoLines(all: readonly string[], chance: Chance): [number, number] {
  const places = chance.shuffled(all.map((_, at) => at).slice(1));
  const [one = 1, ...others] = places;
  const start = (at: number): string | undefined => all[at]?.slice(0, BEGINNING);
  const other = others.find((at) => start(at) !== start(one)) ?? others[0];
  if (other === undefined) throw new Error("There is only one line.");
  return [one, other];
}
