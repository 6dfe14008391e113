import { expect, test } from "vitest";
import { moduleBeside } from "./worker-module.ts";

test.each([
  ["file:///stet/src/loader/readers.ts", "file:///stet/src/loader/reading-work.ts"],
  [
    "file:///a%20b/compiled/src/loader/readers.js",
    "file:///a%20b/compiled/src/loader/reading-work.js",
  ],
])("what lies beside %s has its ending", (url, module) => {
  expect(moduleBeside(url, "reading-work")).toBe(module);
});
