import { describe, expect, test } from "vitest";
import type { Image } from "../domain/publication.ts";
import { DEFAULT_SHARE_IMAGE } from "../site/default-images.ts";
import { anArticle, aPublication } from "../../tests/fixtures/domain-values.ts";
import { aImage } from "../../tests/fixtures/image-files.ts";
import {
  feedLogo,
  feedLogoForm,
  publisherLogo,
  publisherLogoForm,
  sharedImage,
  shareForms,
  shareImages,
} from "./share-images.ts";

const own = aImage({ file: "share.png", type: "png" });

describe("what share cards show of an article", () => {
  const article = anArticle({
    day: "2026-03-02",
    slug: "story",
    image: { src: "./harbour.jpg", alt: "The harbour" },
  });
  const shown = (lead: Image | undefined) =>
    sharedImage(
      article,
      aPublication([article], {
        shareImage: own,
        images: lead === undefined ? {} : { [lead.file]: lead },
      }),
    );

  test("is its lead picture with its text", () => {
    const lead = aImage({ width: 1200, height: 630 });
    expect(shown(lead)).toEqual({ image: lead, alt: "The harbour" });
  });

  test.each([
    ["too narrow", aImage({ width: 1199, height: 900 })],
    ["too low", aImage({ width: 2000, height: 629 })],
    ["not to be shown", undefined],
  ])("is the publication's if the lead picture is %s", (_, lead) => {
    expect(shown(lead)).toEqual({ image: own, alt: "The Paper" });
  });

  test("is its lead picture with its text even where that is the publication's too", () => {
    const lead = aImage();
    const publication = aPublication([article], {
      shareImage: lead,
      images: { [lead.file]: lead },
    });
    expect(sharedImage(article, publication).alt).toBe("The harbour");
  });

  test("is the publication's if it has none", () => {
    const plain = anArticle({ day: "2026-03-02", slug: "plain" });
    expect(sharedImage(plain, aPublication([plain])).image).toBe(DEFAULT_SHARE_IMAGE);
  });
});

describe("the shapes", () => {
  const sizes = (image: Image): Record<string, string> =>
    Object.fromEntries(
      Object.entries(shareForms(image)).map(([shape, { width, height }]) => [
        shape,
        `${width}x${height}`,
      ]),
    );
  const FULL = {
    wide: "1200x630",
    square: "1200x1200",
    fourThree: "1200x900",
    sixteenNine: "1200x675",
  };

  test("of a large photograph are all 1200 wide", () => {
    expect(sizes(aImage())).toEqual(FULL);
  });

  test("of the smallest photograph that is shared are what can be cut out of it", () => {
    expect(sizes(aImage({ width: 1200, height: 630 }))).toEqual({
      wide: "1200x630",
      square: "630x630",
      fourThree: "840x630",
      sixteenNine: "1120x630",
    });
  });

  test("of a drawing hold all of it", () => {
    const forms = shareForms(aImage({ width: 1200, height: 630, type: "png", bytes: 9000 }));
    expect(Object.values(forms).map(({ framing }) => framing)).toEqual(Array(4).fill("pad"));
    expect(sizes(aImage({ width: 300, height: 100, type: "svg" }))).toEqual(FULL);
  });

  test("of the press's own picture are cut around its middle", () => {
    const forms = shareForms(DEFAULT_SHARE_IMAGE);
    expect(new Set(Object.values(forms).map(({ framing }) => framing))).toEqual(
      new Set(["crop-middle"]),
    );
  });

  test("are JPEGs of at most 200,000 bytes, at the addresses that are ordered", () => {
    const forms = shareForms(aImage());
    expect(Object.values(forms).map(({ mostBytes }) => mostBytes)).toEqual(Array(4).fill(200_000));
    expect(shareImages(aImage()).wide).toEqual({
      path: forms.wide.path,
      width: 1200,
      height: 630,
      type: "image/jpeg",
    });
  });
});

describe("the mark", () => {
  const withLogo = (logo: Image) => aPublication([], { logo });
  const sizeOf = ({ width, height }: { width: number; height: number }) => [width, height];

  test.each([
    ["a wide drawing", aImage({ type: "svg", width: 60, height: 20 }), [144, 48], [600, 200]],
    ["a tall drawing", aImage({ type: "svg", width: 20, height: 80 }), [100, 400], [150, 600]],
    ["a large PNG", aImage({ type: "png", width: 2000, height: 500 }), [144, 36], [600, 150]],
    ["a small PNG", aImage({ type: "png", width: 100, height: 40 }), [100, 40], [100, 40]],
  ])("that is %s fits both frames", (_, logo, feed, publisher) => {
    expect(sizeOf(feedLogo(withLogo(logo)))).toEqual(feed);
    expect(sizeOf(publisherLogo(withLogo(logo)))).toEqual(publisher);
  });

  test("is a PNG at the address that is ordered", () => {
    const publication = withLogo(aImage());
    expect(feedLogo(publication).type).toBe("image/png");
    expect(feedLogo(publication).path).toBe(feedLogoForm(publication).path);
    expect(publisherLogo(publication).path).toBe(publisherLogoForm(publication).path);
  });

  test("is the press's where the publication has none", () => {
    expect(feedLogo(aPublication([])).path).toMatch(/^\/media\/mark\./);
  });
});
