import { expect, test } from "vitest";
import { helpText } from "../src/cli/command-options.ts";
import { TOOLS } from "./tools.ts";

test.each(Object.entries(TOOLS))("the help of %s fits 80 columns", (_, tool) => {
  const text = helpText(tool);
  expect(text).toMatchSnapshot();
  expect(text.split("\n").filter((line) => line.length > 80)).toEqual([]);
});

test("every script of package.json that runs a tool of ours has a help, and no other", async () => {
  const { default: project } = await import("../package.json", { with: { type: "json" } });
  const ran = Object.values(project.scripts).flatMap(
    (line) => /run\.cjs (\w+)/.exec(line)?.[1] ?? [],
  );
  expect(Object.keys(TOOLS).toSorted()).toEqual([...new Set(ran)].toSorted());
});
