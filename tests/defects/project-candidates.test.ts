import { expect, test } from "vitest";
import { projectFiles, projectText } from "../structure/project-files.ts";
import { candidatesIn, isSeeded, parses, withDefect } from "./candidates.ts";
import { drawSample } from "./sample.ts";

const candidates = projectFiles()
  .filter(isSeeded)
  .flatMap((file) => candidatesIn(file, projectText(file) ?? ""));

test("every defect of the project has a name of its own", () => {
  expect(new Set(candidates.map(({ identity }) => identity)).size).toBe(candidates.length);
});

test("the project's code with a defect can still be parsed", () => {
  const sample = drawSample(candidates, { size: 60, seed: 1 });
  const broken = sample.filter((candidate) => {
    const text = withDefect(projectText(candidate.file) ?? "", candidate);
    return !parses(candidate.file, text);
  });
  expect(broken.map(({ identity }) => identity)).toEqual([]);
});
