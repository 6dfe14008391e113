import { expect, test } from "vitest";
import { inMarks, markedPart, withMarkedPart } from "./marked-part.ts";

test("a part is replaced between its marks, and nothing else is", () => {
  const page = "Before.\n<!-- scores -->old<!-- end of scores -->\nAfter.\n";
  const changed = withMarkedPart(page, "scores", "new\n");
  expect(changed).toBe("Before.\n<!-- scores -->\n\nnew\n\n<!-- end of scores -->\nAfter.\n");
  expect(markedPart(changed, "scores")).toBe("new");
  expect(withMarkedPart(changed, "scores", "new")).toBe(changed);
});

test("parts with other names are let be", () => {
  const page = [inMarks("a", "one"), inMarks("b", "two")].join("\n");
  expect(markedPart(withMarkedPart(page, "b", "three"), "a")).toBe("one");
});

test("a page without marks, or with only one, is refused", () => {
  expect(() => withMarkedPart("No marks.", "scores", "")).toThrow("<!-- end of scores -->");
  expect(() => markedPart("<!-- scores -->", "scores")).toThrow("no place");
});
