import { spawnSync } from "node:child_process";
import { ROOT } from "../structure/project-files.ts";

/**
 * How much is tried: before each commit, before a change lands, and each night. Files say where they belong by their
 * names: `NAME.test.ts`, `NAME.long.test.ts`, `NAME.nightly.test.ts`; each tier has what the ones before it have.
 */
export const TIERS = ["commit", "all", "nightly"] as const;

export type Tier = (typeof TIERS)[number];

/** The variable that tells test files their tier. */
export const TIER_VARIABLE = "TESTS_TIER";

/** The tier of this run; a test file that is run by itself is run as before a change lands. */
export function currentTier(): Tier {
  return TIERS.find((tier) => tier === process.env[TIER_VARIABLE]) ?? "all";
}

/** Why what takes long is skipped by day; false at night. */
export const leftToNight: string | false =
  currentTier() !== "nightly" && "some tests of this file are left to npm run test:nightly";

/**
 * What of a long series is tried: all of it each night, else so many in a row, in their order, from where `seed` (a
 * whole number) leads.
 */
export function pickedFrom<Item>(items: readonly Item[], count: number, seed: number): Item[] {
  if (currentTier() === "nightly" || items.length <= count) return [...items];
  const start = seed % items.length;
  return [...items, ...items].slice(start, start + count);
}

/**
 * A whole number of the commit that is checked out, so that each one tries another part of the long series, and the
 * same part when a file is run again; 1 outside a repository.
 */
export function commitNumber(): number {
  const { stdout } = spawnSync("git", ["rev-parse", "HEAD"], { cwd: ROOT, encoding: "utf8" });
  return Number.parseInt((stdout ?? "").slice(0, 8), 16) || 1;
}
