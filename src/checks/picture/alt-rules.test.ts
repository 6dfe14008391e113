import { expect, test } from "vitest";
import { checkedTitle } from "../../../tests/fixtures/checked-title.ts";
import type { BodyImage, CheckedArticle } from "../article-rule.ts";
import { rule as opening } from "./alt-opening.ts";
import { rule as repeats } from "./alt-repeats.ts";

const AT = { line: 9, column: 1 };

function showing(image: Partial<BodyImage>): CheckedArticle {
  const whole = { src: "./lock.svg", alt: "", location: AT, altLocation: AT, takesCredit: true };
  return { ...checkedTitle("The new lock"), images: () => [{ ...whole, ...image }] };
}

test.each([
  "Image of a lock",
  "A photo of a lock",
  "the picture of a lock",
  "Foto der Schleuse",
  "Ein Bild von der Schleuse",
  "Photo de l’écluse",
  "Une photo d’une écluse",
  "Foto de la esclusa",
  "Una foto di una chiusa",
  "Foto van een sluis",
  "photo",
  "Bild",
  "Imagen",
])("screen readers say themselves that it is an image: %s", (alt) => {
  expect(opening.diagnosticsIn(showing({ alt }))).toHaveLength(1);
});

test.each([
  "",
  "A lock",
  "Illustration for “Coming soon”",
  "Image processing in three steps",
  "Photograph albums on a shelf",
  "Picture frames",
  "Foto Meier, a shop at the quay",
  "Bildschirm mit Zahlen",
])("an alt text that says what there is to see is left: %s", (alt) => {
  expect(opening.diagnosticsIn(showing({ alt }))).toEqual([]);
});

test.each<[string, Partial<BodyImage>]>([
  ["the caption", { alt: "The gates.", caption: "the gates" }],
  ["the headline", { alt: "The new lock" }],
  ["the name of the file", { alt: "harbour-lock", src: "./harbour-lock.jpg" }],
  ["the name of the file", { alt: "IMG_2041" }],
  ["the name of the file", { alt: "Screenshot 2026-03-02" }],
  ["the name of the file", { alt: "lock.jpg" }],
])("an alt text does not repeat %s", (what, image) => {
  const [found] = repeats.diagnosticsIn(showing(image));
  expect(found?.message).toContain(`repeats ${what}`);
});

test.each<[string, Partial<BodyImage>]>([
  ["one word that is the name of the file", { alt: "lock", src: "./lock.svg" }],
  ["the caption with more", { alt: "The gates at night", caption: "The gates" }],
  ["nothing", { alt: "", caption: "" }],
  ["no letters", { alt: "…", caption: "!" }],
  ["an image of something", { alt: "Image 4 of the series" }],
])("an alt text is left that is %s", (_, image) => {
  expect(repeats.diagnosticsIn(showing(image))).toEqual([]);
});
