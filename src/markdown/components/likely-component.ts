import { editDistance } from "../../domain/nearest-name.ts";
import { COMPONENTS } from "./registry.ts";

/** Fewest letters of a name that is looked for by likeness: shorter ones are like too many. */
const SHORTEST = 5;

/**
 * The component that a misspelt name means; `undefined` rather than a guess. Capitals and what parts words do not count;
 * else the first letter is the same, and one edit is taken for four letters.
 */
export function likelyComponent(name: string): string | undefined {
  const wanted = lettersOf(name);
  const likely = COMPONENTS.map((component) => ({
    name: component.name,
    distance: editDistance(wanted, lettersOf(component.name)),
  })).filter(
    (one) =>
      one.distance === 0 ||
      (wanted.length >= SHORTEST &&
        wanted.charAt(0) === lettersOf(one.name).charAt(0) &&
        one.distance <= wanted.length / 4),
  );
  const least = Math.min(...likely.map(({ distance }) => distance));
  const nearest = likely.filter(({ distance }) => distance === least);
  return nearest.length === 1 ? nearest[0]?.name : undefined;
}

function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[-_]/g, "");
}
