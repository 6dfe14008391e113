import type { Chance } from "./random.ts";
import type { World } from "./incremental-world.ts";

/** Something that happens to a paper between two builds. */
export interface Change {
  name: string;
  /** A build follows each step, and is compared with a clean one. */
  steps: readonly ((world: World) => void | Promise<void>)[];
  /**
   * Changes that touch every page would hide a fault in how another change is noticed, so they come alone. The
   * others may happen together.
   */
  alone?: true;
  /** Text of a file of the press that it replaces, which has to be there. */
  replaces?: { file: string; text: string };
  /** Left to the long series: what it tries is much like what another change tries. */
  rare?: true;
  /** It is done to the entry that runs code, or to what that imports. */
  toEntry?: true;
}

/** What happens before one build. */
export interface Round {
  title: string;
  apply: (world: World) => Promise<void>;
}

/** A change of one step. */
export function one(name: string, step: Change["steps"][number]): Change {
  return { name, steps: [step] };
}

/** A change, and after another build what it gives back: a change after it. */
export function twice(name: string, step: (world: World) => () => void): Change {
  let then = (): void => undefined;
  return { name, steps: [(world) => void (then = step(world)), () => then()] };
}

/**
 * Orders changes by chance and makes rounds of them, at most `together` changes in one. The steps of a change
 * follow each other; those that share rounds begin in the same one.
 */
export function roundsOf(changes: readonly Change[], chance: Chance, together: number): Round[] {
  const shared = chance.shuffled(changes.filter(({ alone }) => alone === undefined));
  const groups: Change[][] = changes
    .filter(({ alone }) => alone === true)
    .map((change) => [change]);
  for (let at = 0; at < shared.length; at += together) groups.push(shared.slice(at, at + together));
  return chance.shuffled(groups).flatMap((group) => {
    const length = Math.max(...group.map(({ steps }) => steps.length));
    return Array.from({ length }, (_, step) => roundOf(group, step));
  });
}

/** As many of these changes, from the first, as have at most `most` rounds together when each comes alone. */
export function firstRounds(changes: readonly Change[], most: number): Change[] {
  let rounds = 0;
  return changes.filter(({ steps }) => {
    rounds += steps.length;
    return rounds <= most;
  });
}

function roundOf(group: readonly Change[], step: number): Round {
  const changes = group.filter(({ steps }) => step < steps.length);
  return {
    title: changes
      .map(({ name, steps }) => (steps.length > 1 ? `${name} (${step + 1})` : name))
      .join("; "),
    apply: async (world) => {
      for (const { steps } of changes) await steps[step]?.(world);
    },
  };
}
