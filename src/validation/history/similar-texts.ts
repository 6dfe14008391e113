/** Least part of the lines of two texts that is the same where one is the other, as git has it for renames. */
const LEAST = 0.5;

/** Lines that so many texts have say nothing: a blank one, a rule. */
const MOST_TEXTS = 20;

/** Lines of front matter that articles of one newsroom share without being one. */
const COMMON =
  /^(?:---|(?:author|category|date|draft|image|kicker|kind|language|pin|source|story|tags|updated)\b.*)$/;

/** Finds among some texts the one that another was before it was moved. Texts are compared by their lines. */
export class SimilarTexts {
  readonly #files: readonly { file: string; lines: ReadonlySet<string>; weight: number }[];
  readonly #byLine = new Map<string, number[]>();
  readonly #given = new Set<number>();

  /** `texts` by their files. */
  constructor(texts: Iterable<readonly [file: string, text: string]>) {
    this.#files = Array.from(texts, ([file, text]) => ({ file, ...linesOf(text) }));
    for (const [at, { lines }] of this.#files.entries())
      for (const line of lines) {
        const having = this.#byLine.get(line);
        if (having === undefined) this.#byLine.set(line, [at]);
        else if (having.length <= MOST_TEXTS) having.push(at);
      }
  }

  /** The file whose text is most like this one, if at least half of it is; each is given once. */
  take(text: string): string | undefined {
    const { lines, weight } = linesOf(text);
    const shared = new Map<number, number>();
    for (const line of lines) {
      const having = this.#byLine.get(line) ?? [];
      if (having.length > MOST_TEXTS) continue;
      for (const at of having) shared.set(at, (shared.get(at) ?? 0) + line.length);
    }
    let best: { at: number; likeness: number } | undefined;
    for (const [at, length] of shared) {
      const likeness = length / Math.max(weight, this.#files[at]?.weight ?? 0, 1);
      if (!this.#given.has(at) && likeness >= LEAST && likeness > (best?.likeness ?? 0))
        best = { at, likeness };
    }
    if (best === undefined) return undefined;
    this.#given.add(best.at);
    return this.#files[best.at]?.file;
  }
}

/** Whether at least half of two texts is the same. */
export function isSimilar(one: string, other: string): boolean {
  return new SimilarTexts([["", other]]).take(one) !== undefined;
}

function linesOf(text: string): { lines: Set<string>; weight: number } {
  const lines = new Set(text.split("\n").map((line) => line.trim()));
  for (const line of lines) if (line === "" || COMMON.test(line)) lines.delete(line);
  let weight = 0;
  for (const line of lines) weight += line.length;
  return { lines, weight };
}
