import { expect, test } from "vitest";
import { yamlFaults } from "./yaml-faults.ts";

test("a mistake is looked for up to three lines above the place where reading stopped", () => {
  const below = (comments: number): string =>
    ["title:A", ...Array<string>(comments).fill("# note"), "kicker: B", ""].join("\n");
  expect(yamlFaults(below(2), "YAML")).toEqual([
    {
      line: 1,
      column: 6,
      length: 2,
      fault: { is: "line", reason: { is: "no-blank" }, line: "title: A", lines: 1 },
    },
  ]);
  expect(yamlFaults(below(3), "YAML")).toEqual([
    { line: 5, column: 1, fault: { is: "other", format: "YAML" } },
  ]);
});
