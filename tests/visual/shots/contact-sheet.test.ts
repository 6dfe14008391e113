import { expect, test } from "vitest";
import { contactSheet } from "./contact-sheet.ts";

test("pictures stand in rows under their titles, and names do no harm", () => {
  const sheet = contactSheet("All <templates>", [{ title: "front", files: ["a b.png", "c.png"] }]);
  expect(sheet).toContain("<h1>All &lt;templates></h1>");
  expect(sheet).toContain('<h2>front</h2>\n<p><figure><a href="a%20b.png">');
  expect(sheet.match(/<img /g)).toHaveLength(2);
});
