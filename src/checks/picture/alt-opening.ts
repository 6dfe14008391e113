import { defineArticleRule } from "../article-rule.ts";
import { EXAMPLE_DRAWING, exampleBody } from "../example.ts";
import { quoted } from "../quoted.ts";

/** That it is a picture, in the languages that Stet speaks in Latin letters: screen readers say so themselves. */
const OPENING =
  /^(?:(?:an? |the )?(?:image|photo|photograph|pic|picture) of |(?:ein )?(?:bild|foto|fotografie) (?:von|des|der|einer|eines) |(?:une? |la )?(?:image|photo|photographie) (?:de |d['’]|du |des )|(?:una? |la )?(?:imagen|foto|fotografía|immagine|fotografia|imagem) (?:de |del |della |di |da |do )|(?:een )?(?:afbeelding|foto) van )/i;

/** The same, and nothing else. */
const NOTHING_ELSE =
  /^(?:afbeelding|bild|foto|fotografie|fotografia|fotografía|image|imagem|imagen|immagine|photo|photograph|photographie|pic|picture|zdjęcie)\.?$/i;

export const rule = defineArticleRule<{ opening: string; isAll: boolean }>({
  code: "picture/alt-opening",
  severity: "hint",
  summary:
    "An alt text does not begin with “image of” or “photo of”: screen readers say that it is an image.",
  switchable: {},
  test: ({ article: { image }, images, locationOf }) =>
    [
      ...(image === undefined
        ? []
        : [{ alt: image.alt, altLocation: locationOf(["image", "alt"]) }]),
      ...images(),
    ].flatMap(({ alt, altLocation }) => {
      const words = alt.trim();
      const isAll = NOTHING_ELSE.test(words);
      const opening = isAll ? words : OPENING.exec(words)?.[0].trim();
      return opening === undefined ? [] : [{ location: altLocation, details: { opening, isAll } }];
    }),
  explain: ({ opening, isAll }) => ({
    message: `The alt text ${isAll ? "is" : "begins with"} ${quoted(opening)}, which screen readers say themselves.`,
    fix: isAll ? "Say what the image shows." : "Begin with what the image shows.",
  }),
  example: exampleBody("![Photo of a lock](./lock.svg)", {
    "articles/2026/03/lock.svg": EXAMPLE_DRAWING,
  }),
});
