/** A part of a regular expression. */
type Part =
  | { is: "sign"; source: string; admits: (sign: string) => boolean }
  | { is: "sequence"; parts: Part[] }
  | { is: "choice"; options: Part[] }
  | { is: "repeat"; part: Part; least: number; most: number; lazy: boolean }
  | { is: "group"; part: Part; number: number; name?: string }
  | { is: "look"; part: Part; ahead: boolean; negative: boolean }
  | { is: "edge"; sign: "^" | "$" | "b" | "B" }
  | { is: "back"; to: string };

/** Longer repetitions that are bounded count as long ones: what they cost is in proportion all the same. */
const LONG = 12;

/** A regular expression taken apart, to count what a backtracking search with it costs, as V8 searches. */
export class CountedRegex {
  readonly #root: Part;
  readonly #isSticky: boolean;
  readonly #isMultiline: boolean;
  readonly #signs: Part[] = [];
  readonly #flags: string;
  readonly #source: string;
  readonly #ignoresCase: boolean;
  #at = 0;
  #groups = 0;
  #steps = 0;
  #limit = Infinity;
  #text = "";
  #held = new Map<string, string>();

  constructor({ source, flags }: Pick<RegExp, "source" | "flags">) {
    this.#source = source;
    this.#flags = flags.replace(/[gymd]/g, "");
    this.#isSticky = flags.includes("y");
    this.#isMultiline = flags.includes("m");
    this.#ignoresCase = flags.includes("i");
    this.#root = this.#choice();
    if (this.#at < source.length) throw new Error(`Cannot read ${source} at ${this.#at}`);
  }

  /** Steps of a search in a text from an offset on: signs looked at, and places tried. At most `limit`. */
  steps(text: string, { from = 0, limit = Infinity } = {}): number {
    this.#steps = 0;
    this.#limit = limit;
    this.#text = text;
    try {
      // What can only stand at the beginning is tried nowhere else.
      const isFixed = this.#isSticky || (!this.#isMultiline && this.#beginsAtStart(this.#root));
      const last = isFixed ? from : text.length;
      for (let start = from; start <= last; start += 1) {
        this.#held = new Map();
        if (this.#match(this.#root, start, true, () => true)) break;
      }
    } catch (error) {
      if (!(error instanceof TooMany)) throw error;
    }
    return this.#steps;
  }

  #beginsAtStart(part: Part): boolean {
    if (part.is === "sequence")
      return part.parts[0] !== undefined && this.#beginsAtStart(part.parts[0]);
    if (part.is === "choice") return part.options.every((option) => this.#beginsAtStart(option));
    if (part.is === "group") return this.#beginsAtStart(part.part);
    return part.is === "edge" && part.sign === "^";
  }

  /** Whether each of the expression's classes of signs admits a sign: what two signs have in common are the same to it. */
  kindOf(sign: string): string {
    return this.#signs.map((part) => (part.is === "sign" && part.admits(sign) ? 1 : 0)).join("");
  }

  /** Short texts with which a search gets to each of the expression's repetitions. */
  prefixes(signs: readonly string[]): string[] {
    const found = new Set([""]);
    const visit = (part: Part, before: string): void => {
      switch (part.is) {
        case "sequence": {
          let so = before;
          for (const one of part.parts) {
            visit(one, so);
            so += sample(one, signs);
          }
          return;
        }
        case "choice":
          for (const option of part.options) visit(option, before);
          return;
        case "repeat":
          found.add(before);
          visit(part.part, before);
          return;
        case "group":
        case "look":
          visit(part.part, before);
          return;
        default:
      }
    };
    visit(this.#root, "");
    return [...found];
  }

  #step(): void {
    this.#steps += 1;
    if (this.#steps > this.#limit) throw new TooMany();
  }

  #match(part: Part, at: number, forward: boolean, then: (at: number) => boolean): boolean {
    this.#step();
    switch (part.is) {
      case "sign": {
        const index = forward ? at : at - 1;
        return (
          index >= 0 &&
          index < this.#text.length &&
          part.admits(this.#text.charAt(index)) &&
          then(forward ? at + 1 : at - 1)
        );
      }
      case "sequence":
        return this.#sequence(part.parts, forward ? 0 : part.parts.length - 1, at, forward, then);
      case "choice":
        return part.options.some((option) => this.#match(option, at, forward, then));
      case "repeat":
        return part.part.is === "sign"
          ? this.#run(part, part.part, at, forward, then)
          : this.#repeat(part, 0, at, forward, then);
      case "group":
        return this.#match(part.part, at, forward, (end) => {
          const keys = [String(part.number), ...(part.name === undefined ? [] : [part.name])];
          const before = keys.map((key) => this.#held.get(key));
          for (const key of keys)
            this.#held.set(key, this.#text.slice(Math.min(at, end), Math.max(at, end)));
          if (then(end)) return true;
          keys.forEach((key, index) => {
            const old = before[index];
            if (old === undefined) this.#held.delete(key);
            else this.#held.set(key, old);
          });
          return false;
        });
      case "look": {
        const found = this.#match(part.part, at, part.ahead, () => true);
        return found !== part.negative && then(at);
      }
      case "edge":
        return this.#isEdge(part.sign, at) && then(at);
      case "back": {
        const held = this.#held.get(part.to) ?? "";
        const from = forward ? at : at - held.length;
        const there = this.#text.slice(Math.max(0, from), from + held.length);
        const same = this.#ignoresCase
          ? there.toLowerCase() === held.toLowerCase()
          : there === held;
        return same && then(forward ? at + held.length : from);
      }
    }
  }

  #sequence(
    parts: readonly Part[],
    index: number,
    at: number,
    forward: boolean,
    then: (at: number) => boolean,
  ): boolean {
    const part = parts[index];
    if (part === undefined) return then(at);
    return this.#match(part, at, forward, (next) =>
      this.#sequence(parts, index + (forward ? 1 : -1), next, forward, then),
    );
  }

  /** Signs of one kind, without recursion. */
  #run(
    { least, most, lazy }: Extract<Part, { is: "repeat" }>,
    sign: Extract<Part, { is: "sign" }>,
    at: number,
    forward: boolean,
    then: (at: number) => boolean,
  ): boolean {
    const way = forward ? 1 : -1;
    const admits = (count: number): boolean => {
      this.#step();
      const index = at + way * count - (forward ? 0 : 1);
      return index >= 0 && index < this.#text.length && sign.admits(this.#text.charAt(index));
    };
    let count = 0;
    while (count < (lazy ? least : most) && admits(count)) count += 1;
    if (count < least) return false;
    if (lazy) {
      for (;;) {
        if (then(at + way * count)) return true;
        if (count >= most || !admits(count)) return false;
        count += 1;
      }
    }
    for (; count >= least; count -= 1) if (then(at + way * count)) return true;
    return false;
  }

  #repeat(
    part: Extract<Part, { is: "repeat" }>,
    count: number,
    at: number,
    forward: boolean,
    then: (at: number) => boolean,
  ): boolean {
    const again = (): boolean =>
      count < part.most &&
      this.#match(part.part, at, forward, (next) =>
        // What is empty is not repeated for ever.
        next === at && count >= part.least
          ? false
          : this.#repeat(part, count + 1, next, forward, then),
      );
    const ends = (): boolean => count >= part.least && then(at);
    return part.lazy ? ends() || again() : again() || ends();
  }

  #isEdge(sign: "^" | "$" | "b" | "B", at: number): boolean {
    const [before, after] = [this.#text.charAt(at - 1), this.#text.charAt(at)];
    if (sign === "^") return at === 0 || (this.#isMultiline && /[\n\r]/.test(before));
    if (sign === "$")
      return at === this.#text.length || (this.#isMultiline && /[\n\r]/.test(after));
    const isWord = /\w/.test(before) !== /\w/.test(after);
    return isWord === (sign === "b");
  }

  #choice(): Part {
    const options = [this.#parts()];
    while (this.#take("|")) options.push(this.#parts());
    const [only] = options;
    return options.length === 1 && only !== undefined ? only : { is: "choice", options };
  }

  #parts(): Part {
    const parts: Part[] = [];
    while (this.#at < this.#source.length && !/[|)]/.test(this.#next())) {
      const part = this.#atom();
      parts.push(this.#repeated(part));
    }
    return { is: "sequence", parts };
  }

  #repeated(part: Part): Part {
    const [written, least, comma, most] =
      this.#read(/\{(\d+)(,?)(\d*)\}/y) ?? this.#read(/([*+?])/y) ?? [];
    if (written === undefined) return part;
    const lazy = this.#take("?");
    const bound = (count: number): number => Math.min(count, LONG);
    if (written === "*") return { is: "repeat", part, least: 0, most: Infinity, lazy };
    if (written === "+") return { is: "repeat", part, least: 1, most: Infinity, lazy };
    if (written === "?") return { is: "repeat", part, least: 0, most: 1, lazy };
    const first = bound(Number(least));
    const last = comma === "" ? first : most === "" ? Infinity : bound(Number(most));
    return { is: "repeat", part, least: first, most: last, lazy };
  }

  #atom(): Part {
    if (this.#take("^")) return { is: "edge", sign: "^" };
    if (this.#take("$")) return { is: "edge", sign: "$" };
    const [look] = this.#read(/\(\?<?[=!]/y) ?? [];
    if (look !== undefined) {
      const part = this.#choice();
      this.#take(")");
      return { is: "look", part, ahead: !look.includes("<"), negative: look.endsWith("!") };
    }
    if (this.#take("(?:")) return this.#closed();
    const [, name] = this.#read(/\(\?<(\w+)>/y) ?? [];
    if (name !== undefined || this.#take("(")) {
      const number = (this.#groups += 1);
      const part = this.#closed();
      return { is: "group", part, number, ...(name === undefined ? {} : { name }) };
    }
    const [, named, numbered] = this.#read(/\\(?:k<(\w+)>|([1-9]))/y) ?? [];
    if (named ?? numbered) return { is: "back", to: named ?? numbered ?? "" };
    const [, edge] = this.#read(/\\([bB])/y) ?? [];
    if (edge === "b" || edge === "B") return { is: "edge", sign: edge };
    return this.#sign();
  }

  #closed(): Part {
    const part = this.#choice();
    this.#take(")");
    return part;
  }

  #sign(): Part {
    const start = this.#at;
    if (this.#next() === "[") this.#class();
    else if (
      this.#read(/\\(?:p|P)\{[^}]*\}|\\u\{[^}]*\}|\\u[\da-f]{4}|\\x[\da-f]{2}|\\c[a-z]|\\[^]/iy) ===
      undefined
    )
      this.#at += 1;
    const source = this.#source.slice(start, this.#at);
    const pattern = new RegExp(`^${source}$`, this.#flags);
    const known = new Map<string, boolean>();
    const part: Part = {
      is: "sign",
      source,
      admits: (sign) => {
        let answer = known.get(sign);
        if (answer === undefined) known.set(sign, (answer = pattern.test(sign)));
        return answer;
      },
    };
    this.#signs.push(part);
    return part;
  }

  /** Over a class of signs, which may hold others. */
  #class(): void {
    let depth = 0;
    do {
      const sign = this.#next();
      if (sign === "\\") this.#at += 1;
      else if (sign === "[" && (depth === 0 || this.#flags.includes("v"))) depth += 1;
      else if (sign === "]") depth -= 1;
      this.#at += 1;
    } while (depth > 0 && this.#at < this.#source.length);
  }

  #next(): string {
    return this.#source.charAt(this.#at);
  }

  #take(text: string): boolean {
    const is = this.#source.startsWith(text, this.#at);
    if (is) this.#at += text.length;
    return is;
  }

  #read(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#source) ?? undefined;
    if (found !== undefined) this.#at = pattern.lastIndex;
    return found;
  }
}

class TooMany extends Error {}

/** A short text that a part of an expression takes. */
function sample(part: Part, signs: readonly string[]): string {
  switch (part.is) {
    case "sign":
      return signs.find((sign) => part.admits(sign)) ?? "";
    case "sequence":
      return part.parts.map((one) => sample(one, signs)).join("");
    case "choice":
      return part.options[0] === undefined ? "" : sample(part.options[0], signs);
    case "repeat":
      return sample(part.part, signs).repeat(part.least);
    case "group":
      return sample(part.part, signs);
    default:
      return "";
  }
}
