/** One thing `npm test` does: an npm script that passes or fails, or a Vitest project full of tests. */
export type Step = { kind: "script"; name: string } | { kind: "tests"; name: string };

const QUICK: readonly Step[] = [
  { kind: "script", name: "types" },
  { kind: "script", name: "lint" },
  { kind: "script", name: "format:check" },
  { kind: "script", name: "dead-code" },
  { kind: "tests", name: "unit" },
  { kind: "tests", name: "build" },
  { kind: "tests", name: "e2e" },
];

/** The steps of `npm test`, in order; with `all`, those of `npm run test:all`. */
export function steps(all: boolean): readonly Step[] {
  return all ? [...QUICK, { kind: "tests", name: "long" }] : QUICK;
}

/** The command of a step; a Vitest project leaves its counts in `report`. */
export function commandOf(step: Step, report: string): string[] {
  if (step.kind === "script") return ["npm", "run", "--silent", step.name];
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  return ["vitest", "run", "--project", step.name, ...reporters];
}
