import { expect, test } from "vitest";
import { CHANGES_OF_CODE } from "../build/incremental-changes-of-code.ts";
import { projectText } from "./project-files.ts";

// A series draws some of the changes only, so one that changes nothing any more would be found late.
test("what changes of the code replace is there to be replaced", () => {
  const replaced = CHANGES_OF_CODE.flatMap(({ replaces }) => replaces ?? []);
  expect(replaced.length).toBeGreaterThan(5);
  expect(replaced.filter(({ file, text }) => projectText(file)?.includes(text) !== true)).toEqual(
    [],
  );
});
