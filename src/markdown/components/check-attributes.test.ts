import { expect, test } from "vitest";
import type { Literal } from "../body.ts";
import type { AttributeType } from "./attribute-types.ts";
import { checkAttributes } from "./check-attributes.ts";
import { defineComponent } from "./component.ts";

/** The messages about one attribute of a type with a value. */
function faults(type: AttributeType, value: Literal): string[] {
  const component = defineComponent({
    name: "Thing",
    description: "A thing.",
    example: "<Thing />",
    attributes: { of: { type, description: "What.", maxItems: 3 } },
    children: "none",
    page: () => [],
    feed: () => [],
  });
  const location = { line: 1, column: 1 };
  const { diagnostics, values } = checkAttributes(
    component,
    [
      {
        name: "of",
        value,
        location,
        valueLocation: location,
        written: `of={${JSON.stringify(value)}}`,
      },
    ],
    [],
  );
  expect(Object.hasOwn(values, "of")).toBe(diagnostics.length === 0);
  return diagnostics.map(({ message, fix }) => `${message} ${fix}`);
}

test.each<[AttributeType, Literal[]]>([
  ["string", ["", "a"]],
  ["number", [0, -1.5]],
  ["boolean", [true, false]],
  ["link", ["https://a.example/", "./a.mdx"]],
  ["period", ["2023", "2023-12", "2024-02-29"]],
  ["date", ["2024-02-29", "2024-02-29T10:00Z", "2024-02-29T10:00:00+02:00"]],
  ["instant", ["2024-02-29T10:00Z", "2024-02-29T10:00:00+02:00"]],
  ["texts", [[], ["a", "b"]]],
  ["numbers", [[], [1, -2.5]]],
  ["rows", [[], [["a", 1]], [["a", 1], ["b", 2]]]], // oxfmt-ignore
])("an attribute of type %s takes what it says", (type, values) => {
  expect(values.flatMap((value) => faults(type, value))).toEqual([]);
});

test.each<[AttributeType, Literal[]]>([
  ["period", ["", "23", "2023-13", "2023-02-29", "2023-1", "2023-12-01T10:00Z", "0999", 2023]],
  ["date", ["2023-02-29", "2023-12", "2023-12-01T10:00", "2023-12-01T25:00Z", "yesterday"]],
  ["instant", ["2023-12-01", "2023-12-01T10:00", 3]],
  ["texts", ["a", [1], [["a"]]]],
  ["numbers", [1, ["1"], [true]]],
  ["rows", [["a"], [["a"], ["a", "b"]], [[true]], { a: 1 }]], // oxfmt-ignore
])("an attribute of type %s takes nothing else", (type, values) => {
  for (const value of values) expect(faults(type, value)).toHaveLength(1);
});

test("what is wrong is said with what would be right", () => {
  expect([
    ...faults("period", "2023-02-29"),
    ...faults("instant", "2023-12-01T10:00"),
    ...faults("numbers", ["1"]),
    ...faults("boolean", "yes"),
    ...faults("texts", ["a", "b", "c", "d"]),
  ]).toMatchInlineSnapshot(`
    [
      "<Thing> takes a calendar day such as 2026-03-31, a month such as 2026-03 or a year such as 2026 for \`of\`, not \`of={"2023-02-29"}\`. Write it in the form of \`of="YYYY-MM-DD"\`, or remove it.",
      "<Thing> takes a valid instant with an offset such as 2026-03-31T09:30:00+02:00 for \`of\`, not \`of={"2023-12-01T10:00"}\`. Write it in the form of \`of="YYYY-MM-DDThh:mm:ss+hh:mm"\`, or remove it.",
      "<Thing> takes a list of numbers for \`of\`, not \`of={["1"]}\`. Write it in the form of \`of={["WRITE A NUMBER HERE", "WRITE A NUMBER HERE"]}\`, or remove it.",
      "<Thing> takes true or false for \`of\`, not \`of={"yes"}\`. Write \`of\`.",
      "<Thing> has 4 entries in \`of\`; the limit is 3. Remove 1, or split it in two.",
    ]
  `);
});
