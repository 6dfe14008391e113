import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { HOST_WRITERS } from "../../src/deploy/hosts/host-writers.ts";
import { answersTable } from "../build/hosts/host-answers.ts";
import { ROOT } from "../structure/project-files.ts";

test("the guide's table says what the tests of hosts see", () => {
  const guide = readFileSync(join(ROOT, "docs/deploy.md"), "utf8");
  const [, table = ""] = /<!-- answers -->\n\n([^]*?)\n<!-- end of answers -->/.exec(guide) ?? [];
  expect(table).toBe(answersTable(HOST_WRITERS));
});
