import type { Tier } from "./tier.ts";

/** One thing `npm test` does: an npm script that passes or fails, or a Vitest project full of tests. */
export type Step = { kind: "script"; name: string } | { kind: "tests"; name: string };

/**
 * What a tier runs, in two lanes side by side, each in order: builds take all cores now and then, browsers and type
 * checkers wait or use one.
 */
export function lanesOf(tier: Tier): readonly (readonly Step[])[] {
  const long = tier !== "commit";
  return [
    [
      ...["types", "lint", "format:check", "dead-code"].map(script),
      ...["e2e", ...(long ? ["e2e-long"] : [])].map(tests),
    ],
    [
      "unit",
      "build",
      ...(long ? ["build-long"] : []),
      ...(tier === "nightly" ? ["build-nightly"] : []),
    ].map(tests),
  ];
}

/** The command of a step; a Vitest project leaves its counts in `report`. */
export function commandOf(step: Step, report: string): string[] {
  if (step.kind === "script") return ["npm", "run", "--silent", step.name];
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  return ["vitest", "run", "--project", step.name, ...reporters];
}

function script(name: string): Step {
  return { kind: "script", name };
}

function tests(name: string): Step {
  return { kind: "tests", name };
}
