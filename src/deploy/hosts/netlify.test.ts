import { expect, test } from "vitest";
import { aPublication } from "../../../tests/fixtures/domain-values.ts";
import { hostingOf } from "../hosting.ts";
import type { Redirect } from "../hosting.ts";
import { NETLIFY } from "./netlify.ts";

function notes(redirects: Redirect[]): string {
  const queries = [{ name: "p", to: "/p/" }];
  return NETLIFY.notes({ ...hostingOf(aPublication([])), queries, redirects }).join("\n");
}

test("an address with and without its slash is one rule, and none is left to a page", () => {
  const redirects = ["/story.php", "/story.php/"].map((from) => ({ from, to: "/2026/03/a/" }));
  expect(notes(redirects)).not.toContain("answered by pages");
});

test("an address of a parameter that leads to the front page is left to its page", () => {
  expect(notes([{ from: "/p/5/", to: "/#top" }])).toContain("One old address is answered by pages");
});
