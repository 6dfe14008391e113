import { expect, test } from "vitest";
import { inContent, withContentFolder } from "./content-path.ts";

test("each path in a message stands as it is typed in the project", () => {
  const message = `${inContent("authors/ada.yaml")} and ${inContent("tags/a.yaml")} are there.`;
  expect(withContentFolder(message, "content/")).toBe(
    "content/authors/ada.yaml and content/tags/a.yaml are there.",
  );
  expect(withContentFolder(message, "")).toBe("authors/ada.yaml and tags/a.yaml are there.");
});
