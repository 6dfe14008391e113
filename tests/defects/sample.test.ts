import { describe, expect, test } from "vitest";
import { candidatesIn } from "./candidates.ts";
import type { Candidate } from "./candidates.ts";
import { drawSample, findAgain } from "./sample.ts";

const BODY = "f(a === b && c < d, !e, g.trim());\n";

/** Four defects a line, in files of one to five lines. */
const candidates = [1, 2, 3, 4, 5].flatMap((lines) =>
  candidatesIn(`src/file-${lines}.ts`, `export function f() {\n${BODY.repeat(lines)}}\n`),
);

const names = (sample: readonly Candidate[]): string[] => sample.map(({ identity }) => identity);

describe("drawing", () => {
  test("gives the same for the same seed, whatever the order of the places", () => {
    const sample = drawSample(candidates, { size: 10, seed: 1 });
    expect(names(drawSample(candidates.toReversed(), { size: 10, seed: 1 }))).toEqual(
      names(sample),
    );
    expect(names(drawSample(candidates, { size: 10, seed: 2 }))).not.toEqual(names(sample));
  });

  test("takes no file twice before every file had its turn", () => {
    const files = drawSample(candidates, { size: 8, seed: 1 }).map(({ file }) => file);
    expect(new Set(files.slice(0, 5)).size).toBe(5);
    expect(new Set(files.slice(5)).size).toBe(3);
  });

  test("begins a larger sample with the smaller one", () => {
    const small = drawSample(candidates, { size: 4, seed: 3 });
    expect(names(drawSample(candidates, { size: 12, seed: 3 })).slice(0, 4)).toEqual(names(small));
  });

  test("ends where there is no place left", () => {
    expect(drawSample(candidates, { size: 10_000, seed: 1 })).toHaveLength(candidates.length);
  });

  test("favours files with many places", () => {
    const first = Array.from({ length: 300 }, (_, seed) =>
      drawSample(candidates, { size: 1, seed }),
    );
    const times = (file: string): number => first.filter(([one]) => one?.file === file).length;
    // A fifteenth and a third of the places.
    expect(times("src/file-1.ts")).toBeLessThan(45);
    expect(times("src/file-5.ts")).toBeGreaterThan(70);
  });
});

describe("a sample of another revision", () => {
  const code = "export function f() {\n  f(a === b);\n  f(c === d);\n}\n";
  const sample = drawSample(candidatesIn("src/a.ts", code), { size: 2, seed: 1 });

  const again = (text: string): ReturnType<typeof findAgain> =>
    findAgain(sample, candidatesIn("src/a.ts", text), 1);

  test("is found again where lines have moved", () => {
    const { sample: found, replaced } = again(`// Above.\n${code}`);
    expect(names(found)).toEqual(names(sample));
    expect(replaced).toEqual([]);
  });

  test("is found by its text where others of its kind came before it", () => {
    const { sample: found } = again(code.replace("{\n", "{\n  f(x === y);\n"));
    expect(found.map(({ before }) => before)).toEqual(sample.map(({ before }) => before));
  });

  test("is found by its name where its text has changed", () => {
    const { sample: found } = again(code.replaceAll("  f(", "  g("));
    expect(names(found)).toEqual(names(sample));
  });

  test("is never found in the same place twice", () => {
    const { sample: found, replaced } = again(
      `${code.replace("  f(a === b);\n", "")}export const other = !x;\n`,
    );
    expect(new Set(names(found)).size).toBe(2);
    expect(replaced).toHaveLength(1);
  });

  test("has another defect in place of one that is gone", () => {
    const renamed = `${code.replace("  f(c === d);\n", "")}export const other = !x;\n`;
    const { sample: found, replaced } = again(renamed);
    expect(found).toHaveLength(2);
    expect(replaced).toHaveLength(1);
    expect(names(found)).toContain(replaced[0]?.by);
    expect(again(renamed)).toEqual({ sample: found, replaced });
  });

  test("is shorter where nothing is left to draw", () => {
    const { sample: found, replaced } = again("");
    expect(found).toEqual([]);
    expect(replaced.map(({ by }) => by)).toEqual([undefined, undefined]);
  });
});
