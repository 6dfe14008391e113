import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Element } from "hast";
import { beforeAll, expect, test } from "vitest";
import { elementsOf, property } from "./pages/elements.ts";
import { printedDemo } from "./printed.ts";

let out: string;
beforeAll(async () => {
  ({ out } = await printedDemo());
});

function elementsAt(path: string): Element[] {
  return elementsOf(readFileSync(join(out, path, "index.html"), "utf8"));
}

function withClass(elements: readonly Element[], name: string): Element[] {
  return elements.filter((one) => property(one, "className")?.split(" ").includes(name) === true);
}

function within(holders: readonly Element[]): Element[] {
  return holders.flatMap((holder) =>
    holder.children.flatMap((child) =>
      child.type === "element" ? [child, ...within([child])] : [],
    ),
  );
}

test("the list of an author names only those of pieces that others wrote too", () => {
  const elements = elementsAt("authors/press-desk");
  const named = withClass(elements, "names").map(({ children }) =>
    children.flatMap((child) =>
      child.type === "element" && child.children[0]?.type === "text"
        ? [child.children[0].value]
        : [],
    ),
  );
  expect(named).toContainEqual(["Marketing desk", "Press desk"]);
  for (const names of named) {
    expect(names.length).toBeGreaterThan(1);
    expect(names).toContain("Press desk");
  }
  expect(withClass(elements, "headline").length).toBeGreaterThan(named.length);
});

test("lists in brief name nobody, and the others of a front do", () => {
  const elements = elementsAt("");
  const brief = within(withClass(elements, "brief"));
  expect(withClass(brief, "headline")).not.toEqual([]);
  expect(withClass(brief, "names")).toEqual([]);
  expect(withClass(elements, "names")).not.toEqual([]);
});

test("pictures that let nothing through stand on no ground of their own", () => {
  const images = ["", "2026/11/questions-to-the-press"].flatMap((path) =>
    elementsAt(path).filter((one) => property(one, "fetchPriority") === "high"),
  );
  expect(images).toHaveLength(2);
  for (const image of images) expect(property(image, "className")).toBeUndefined();
});
