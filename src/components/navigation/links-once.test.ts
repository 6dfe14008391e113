import { expect, test } from "vitest";
import { linksOnce } from "./links-once.ts";

const link = (text: string, href: string) => ({ text, href });

test("a link that the publication lists itself is not shown a second time, and stands in the list's order", () => {
  const builtIn = [
    link("About us", "/about/"),
    link("Authors", "/authors/"),
    link("Terms", "/terms/"),
  ];
  const own = [
    link("Terms of use", "/terms/"),
    link("Shop", "https://shop.example/"),
    link("Who we are", "/about/"),
  ];
  expect(linksOnce(builtIn, own)).toEqual([link("Authors", "/authors/"), ...own]);
});

test("a part of a page and a search are other links than the page", () => {
  const builtIn = [link("About us", "/about/")];
  const own = [link("Contact", "/about/#contact"), link("Sport", "/about/?a")];
  expect(linksOnce(builtIn, own)).toEqual([...builtIn, ...own]);
});
