import type { Tier } from "./tier.ts";

/** One thing `npm test` does: an npm script that passes or fails, or a Vitest project, or one file of its tests. */
export type Step =
  | { kind: "script"; name: string }
  | { kind: "tests"; name: string; file?: string };

/** What is run side by side, and what is run after that by whichever lane is free. */
export interface Plan {
  lanes: readonly (readonly Step[])[];
  rest: readonly Step[];
}

/**
 * What a tier runs. Two lanes side by side, each in order: builds take all cores now and then, browsers and type
 * checkers wait or use one. Long tests follow file by file, so that no lane waits for the other one at the end.
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
      [tests("unit"), tests("build")],
    ],
    rest: [
      ...(tier === "nightly" ? files("build-nightly", "tests/build/**/*.nightly.test.ts") : []),
      ...(tier === "commit"
        ? []
        : [
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
