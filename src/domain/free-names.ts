/** Names that nothing has yet. However many are asked for, none is tried twice. */
export class FreeNames {
  readonly #taken: Set<string>;
  /** The number that is tried next, by what names are made of. */
  readonly #next = new Map<string, number>();

  constructor(taken: Iterable<string>) {
    this.#taken = new Set(taken);
  }

  /**
   * A name made of another, which is taken from then on: the first that is free of those that `numbered` makes of the
   * numbers from `first` on. Without it they are `name`, `name-2`, `name-3`.
   */
  like(
    name: string,
    { first = 1, numbered = (number: number) => (number === 1 ? name : `${name}-${number}`) } = {},
  ): string {
    let number = this.#next.get(name) ?? first;
    let free = numbered(number);
    while (this.#taken.has(free)) free = numbered((number += 1));
    this.#next.set(name, number + 1);
    this.#taken.add(free);
    return free;
  }
}
