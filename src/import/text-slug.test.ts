import { expect, test } from "vitest";
import { textSlug } from "./text-slug.ts";

test.each([
  ["an old slug", { slug: "the-pier", title: "The pier" }, "the-pier"],
  ["a slug of another script, percent-encoded", { slug: "%D0%BF%D0%B8%D1%80%D1%81" }, "пирс"],
  ["a slug with capitals and signs", { slug: "The Pier & Co." }, "the-pier-and-co"],
  ["no slug", { title: "Kunst & Kultur" }, "kunst-und-kultur"],
  ["neither slug nor title", {}, "article-12"],
  ["a broken escape", { slug: "100%-sure" }, "100-sure"],
  ["the name of a device", { slug: "con" }, "text-con"],
  ["a slug of 300 letters", { slug: "a".repeat(300) }, "a".repeat(200)],
])("of %s", (_, text, slug) => {
  expect(textSlug({ slug: "", title: "", kind: "article", key: "12", ...text }, "de")).toBe(slug);
});
