import { createHash } from "node:crypto";
import type { Candidate } from "./candidates.ts";
import type { Kind } from "./edits.ts";

/** A defect as recorded in a sample file or a result file. */
export interface RecordedDefect {
  identity: string;
  /** The lines it touched; absent where only the identity is known. */
  before?: string;
  after?: string;
}

/** A recorded sample, matched with the code of this revision. */
export interface FoundAgain {
  sample: Candidate[];
  /** Identities of defects that no longer exist, each with that of its replacement. */
  replaced: { gone: string; by: string | undefined }[];
}

/** Nearly half of all candidates are properties, most of them protected by types. Other kinds have weight 1. */
const WEIGHTS: Partial<Record<Kind, number>> = { key: 0.2 };

/**
 * Draws defects at random: a file is as likely as the number of its candidates, and is not drawn twice before every
 * file has been drawn once. A larger sample with the same seed begins with the smaller one, and a change of the code
 * changes little of the sample.
 */
export function drawSample(
  candidates: readonly Candidate[],
  { size, seed }: { size: number; seed: number },
): Candidate[] {
  let rest = inDrawnOrder(candidates, seed);
  const sample: Candidate[] = [];
  while (sample.length < size && rest.length > 0) {
    const later: Candidate[] = [];
    const files = new Set<string>();
    for (const candidate of rest) {
      if (files.has(candidate.file)) later.push(candidate);
      else if (sample.length < size) sample.push(candidate);
      files.add(candidate.file);
    }
    rest = later;
  }
  return sample;
}

/**
 * Finds recorded defects in the code of this revision: by the same edit in the same function, else by identity. For
 * those that no longer exist, others are drawn with the seed.
 */
export function findAgain(
  recorded: readonly RecordedDefect[],
  candidates: readonly Candidate[],
  seed: number,
): FoundAgain {
  const found = findEach(recorded, candidates);
  const taken = new Set(found.map((one) => one?.identity));
  const others = drawSample(
    candidates.filter(({ identity }) => !taken.has(identity)),
    { size: found.filter((one) => one === undefined).length, seed },
  );
  const replaced: FoundAgain["replaced"] = [];
  const sample = found.flatMap((one, at) => {
    if (one !== undefined) return [one];
    const other = others.shift();
    replaced.push({ gone: recorded[at]?.identity ?? "", by: other?.identity });
    return other === undefined ? [] : [other];
  });
  return { sample, replaced };
}

/** Matches by text first, so that an identity that now means another defect is not taken for the old one. */
function findEach(
  recorded: readonly RecordedDefect[],
  candidates: readonly Candidate[],
): (Candidate | undefined)[] {
  const taken = new Set<Candidate>();
  const take = (one: Candidate | undefined): Candidate | undefined => {
    if (one !== undefined) taken.add(one);
    return one;
  };
  const equal = recorded.map(({ identity, before, after }) => {
    const within = identity.slice(0, identity.lastIndexOf(":") + 1);
    const same = candidates.filter(
      (one) =>
        one.identity.startsWith(within) &&
        one.before === before &&
        one.after === after &&
        !taken.has(one),
    );
    return take(same.find((one) => one.identity === identity) ?? same[0]);
  });
  return recorded.map(({ identity }, at) => {
    const named = candidates.find((one) => one.identity === identity && !taken.has(one));
    return equal[at] ?? take(named);
  });
}

function inDrawnOrder(candidates: readonly Candidate[], seed: number): Candidate[] {
  return candidates
    .map((candidate) => ({ candidate, turn: turnOf(candidate, seed) }))
    .sort((a, b) => a.turn - b.turn)
    .map(({ candidate }) => candidate);
}

/** The position in the draw. It depends on the identity alone, not on the other candidates. */
function turnOf({ identity, kind }: Candidate, seed: number): number {
  const digest = createHash("sha256").update(`${seed} ${identity}`).digest();
  const chance = (digest.readUIntBE(0, 6) + 1) / (2 ** 48 + 1);
  return -Math.log(chance) / (WEIGHTS[kind] ?? 1);
}
