import { expect, test } from "vitest";
import { pageTitle } from "./page-title.ts";

test("a title has the publication's name, unless that would make it too long to be shown", () => {
  expect(pageTitle(undefined, "The Harbour Ledger")).toBe("The Harbour Ledger");
  expect(pageTitle("Shipping", "The Harbour Ledger")).toBe("Shipping – The Harbour Ledger");
  expect(pageTitle("T".repeat(49), "The Harbour Ledger")).toHaveLength(70);
  expect(pageTitle("T".repeat(50), "The Harbour Ledger")).toBe("T".repeat(50));
});
