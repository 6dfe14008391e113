import { expect, test } from "vitest";
import { parseBody } from "../parse-body.ts";
import { bodySections } from "../sections.ts";
import { EXAMPLE_POSTS, testTargets } from "../test-targets.ts";
import { COMPONENTS, findComponent } from "./registry.ts";

test.each(COMPONENTS)("the example of <$name> passes every check and has a text", (component) => {
  const body = parseBody(`---\ntitle: T\n---\n\n${component.example}\n`, "mdx");
  expect(body.problems).toEqual([]);
  const targets = testTargets({ posts: EXAMPLE_POSTS });
  expect(bodySections(body, targets).map(({ text }) => text)).not.toEqual([]);
});

test("the components are in alphabetical order and found by name", () => {
  const names = COMPONENTS.map(({ name }) => name);
  expect(names).toEqual([...names].sort());
  for (const name of names) expect(findComponent(name)?.name).toBe(name);
});
