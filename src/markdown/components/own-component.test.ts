import { expect, test } from "vitest";
import { NO_TARGETS } from "../body.ts";
import { ownComponent } from "./own-component.ts";
import type { OwnComponent } from "./own-component.ts";

const POLL: OwnComponent = {
  description: "What readers say.",
  attributes: { answer: { type: "string", required: true, description: "It." } },
  children: "none",
  page: ({ values }, { element, text }) => [element("p", {}, [text(String(values["answer"]))])],
  feed: (_, { text, language }) => [text(language)],
};

function made(own: OwnComponent) {
  const result = ownComponent("Poll", own);
  if (!("component" in result)) throw new Error(result.faults.join());
  return result.component;
}

test("a component has the contract of a built-in one, and its forms are given what they need", () => {
  const poll = made(POLL);
  const use = { values: { answer: "yes" }, children: [] };
  expect(poll).toMatchObject({ name: "Poll", children: "none", attributes: POLL.attributes });
  expect(poll.page(use, NO_TARGETS)).toEqual([
    {
      type: "element",
      tagName: "p",
      properties: {},
      children: [{ type: "text", value: "yes" }],
    },
  ]);
  expect(poll.feed(use, { ...NO_TARGETS, language: "fr" })).toEqual([
    { type: "text", value: "fr" },
  ]);
  expect(poll.tryForms?.(use, NO_TARGETS)).toBeUndefined();
});

test.each([
  ["nothing", undefined, 1],
  ["a function", () => [], 1],
  ["a key that there is not", { ...POLL, style: "red" }, 1],
  ["no forms", { ...POLL, page: undefined, feed: "text" }, 2],
  ["an attribute of an unknown type", { ...POLL, attributes: { a: { type: "colour" } } }, 2],
  ["a name of an attribute that no author would write", { ...POLL, attributes: { A: {} } }, 1],
])("%s is no component", (_, exported, faults) => {
  const result = ownComponent("Poll", exported);
  expect("faults" in result && result.faults.length).toBeGreaterThanOrEqual(faults);
});

test.each<[string, OwnComponent["page"], RegExp]>([
  [
    "throws",
    () => {
      throw new Error("no ballot");
    },
    /`page` of <Poll> fails: no ballot/,
  ],
  ["gives a text", () => "words" as never, /no list/],
  ["gives a list of texts", () => ["words"] as never, /something else/],
])(
  "a form that %s is told when a text is checked, and ends the build that renders it",
  (_, page, said) => {
    const poll = made({ ...POLL, page });
    const use = { values: {}, children: [] };
    expect(poll.tryForms?.(use, NO_TARGETS)?.message).toMatch(said);
    expect(() => poll.page(use, NO_TARGETS)).toThrow(said);
  },
);
