import { expect, test } from "vitest";
import { parseBody } from "../parse-body.ts";
import { bodySections } from "../sections.ts";
import { EXAMPLE_POSTS, testTargets } from "../../../tests/fixtures/body-targets.ts";
import { feedHtml } from "../render-body.ts";
import { COMPONENTS } from "./registry.ts";
import { findComponent } from "./find-component.ts";

/** What the examples ask of the publication around them. */
const targets = testTargets({
  posts: EXAMPLE_POSTS,
  corrections: [{ day: "2026-03-31", note: "It was Monday." }],
});

test.each(COMPONENTS)("the example of <$name> passes every check and has a text", (component) => {
  const body = parseBody(`---\ntitle: T\n---\n\n${component.example}\n`, "mdx");
  expect(body.diagnostics).toEqual([]);
  expect(bodySections(body, targets).map(({ text }) => text)).not.toEqual([]);
  expect(feedHtml(body, targets)).not.toBe("");
});

test("the components are in alphabetical order and found by name", () => {
  const names = COMPONENTS.map(({ name }) => name);
  expect(names).toEqual([...names].sort());
  for (const name of names) expect(findComponent(name)?.name).toBe(name);
});
