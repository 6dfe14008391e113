/** A source of chance that repeats: equal seeds draw equal things. */
export interface Chance {
  /** At least 0, below 1. */
  next: () => number;
  /** A whole number from 0, below `limit`. */
  below: (limit: number) => number;
  /** One of a list that is not empty. */
  one: <Item>(items: readonly Item[]) => Item;
  /** The same items in another order. */
  shuffled: <Item>(items: readonly Item[]) => Item[];
}

/** Chance from a whole number (mulberry32: 32 bits of state, enough to pick among a few things). */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const one = <Item>(items: readonly Item[]): Item => {
    const index = below(items.length);
    const item = items[index];
    if (item === undefined) throw new Error("There is nothing to choose from.");
    return item;
  };
  const shuffled = <Item>(items: readonly Item[]): Item[] => {
    const keyed = items.map((item) => ({ item, key: next() }));
    return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
  };
  return { next, below, one, shuffled };
}

/** The seed that a variable of the environment asks for, else the one given. */
export function seedFrom(variable: string, otherwise: number): number {
  const asked = Number(process.env[variable]);
  return Number.isSafeInteger(asked) && asked > 0 ? asked : otherwise;
}
