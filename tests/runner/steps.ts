import type { Tier } from "./tier.ts";

/** One thing `npm test` does: an npm script that passes or fails, or a Vitest project, or one file of its tests. */
export type Step =
  | { kind: "script"; name: string }
  | { kind: "tests"; name: string; file?: string };

/** What is run side by side, and what is run after that by whichever of so many lanes is free. */
export interface Plan {
  lanes: readonly (readonly Step[])[];
  rest: readonly Step[];
  restLanes: number;
}

/**
 * What a tier runs. Three lanes side by side, each in order: what builds and browsers leave of the cores while they
 * wait, the others take. Long tests follow in two, those with builds file by file, so that no lane waits for the other
 * one at the end.
 * `filesOf` gives the paths below the root that match a glob pattern.
 */
export function planOf(tier: Tier, filesOf: (pattern: string) => string[]): Plan {
  const files = (name: string, pattern: string): Step[] =>
    filesOf(pattern)
      .sort()
      .map((file) => ({ kind: "tests", name, file: file.replaceAll("\\", "/") }));
  return {
    lanes: [
      [...["types", "lint", "format:check", "dead-code"].map(script), tests("e2e")],
      [tests("build")],
      [tests("unit")],
    ],
    restLanes: 2,
    rest: [
      ...(tier === "nightly"
        ? [
            ...files("build-nightly", "tests/build/**/*.nightly.test.ts"),
            ...files("e2e-nightly", "tests/e2e/**/*.nightly.test.ts"),
          ]
        : []),
      ...(tier === "commit"
        ? []
        : [
            tests("unit-long"),
            ...files("build-long", "tests/build/**/*.long.test.ts"),
            ...files("e2e-long", "tests/e2e/**/*.long.test.ts"),
          ]),
    ],
  };
}

/** The command of a step; a Vitest project leaves its counts in `report`. */
export function commandOf(step: Step, report: string): string[] {
  if (step.kind === "script") return ["npm", "run", "--silent", step.name];
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const file = step.file === undefined ? [] : [step.file];
  return ["vitest", "run", "--project", step.name, ...file, ...reporters];
}

function script(name: string): Step {
  return { kind: "script", name };
}

function tests(name: string): Step {
  return { kind: "tests", name };
}
