import { expect, test } from "vitest";
import { aPublication } from "../../tests/fixtures/domain-values.ts";
import { aImage } from "../../tests/fixtures/image-files.ts";
import { pageForms, rasterForm } from "./page-images.ts";
import { imageAddress } from "./image-address.ts";
import { feedTarget, pageTarget } from "./image-target.ts";

const site = { ...aPublication([]).site, base: "/news/" };

test("a page offers every WebP by its width, and a JPEG with its size", () => {
  const image = aImage();
  const { sources, fallback } = pageForms(image);
  expect(pageTarget(image, site)).toEqual({
    url: `/news${fallback.path}`,
    width: 1200,
    height: 800,
    sources: [
      {
        type: "image/webp",
        srcset: sources.map(({ path, width }) => `/news${path} ${width}w`).join(", "),
      },
    ],
    sizes: "(min-width: 608px) 576px, calc(100vw - 2rem)",
  });
});

test("a picture that is narrower than the column is not stretched to it", () => {
  expect(pageTarget(aImage({ width: 500, height: 300 }), site).sizes).toBe(
    "(min-width: 532px) 500px, calc(100vw - 2rem)",
  );
});

test("an icon is one file without a choice", () => {
  const image = aImage({ width: 80, height: 80 });
  expect(pageTarget(image, site)).toEqual({
    url: `/news${rasterForm(image).path}`,
    width: 80,
    height: 80,
  });
});

test.each([
  ["a drawing in lines", aImage({ type: "svg" })],
  ["an animation", aImage({ type: "gif", animated: true })],
])("%s is its own file on pages", (_, image) => {
  expect(pageTarget(image, site)).toEqual({
    url: `/news${imageAddress(image)}`,
    width: 2400,
    height: 1600,
  });
});

test("pages are told what something shows through, as it is or in forms", () => {
  for (const type of ["svg", "png"]) {
    const image = aImage({ type, transparent: true });
    expect(pageTarget(image, site).transparent).toBe(true);
    expect(pageTarget(aImage({ type }), site)).not.toHaveProperty("transparent");
    expect(feedTarget(image, site)).not.toHaveProperty("transparent");
  }
});

test("feeds get one JPEG or PNG with its full address", () => {
  const image = aImage({ type: "svg" });
  expect(feedTarget(image, site)).toEqual({
    url: `https://paper.example/news${rasterForm(image).path}`,
    width: 1200,
    height: 800,
  });
});

test("feeds get a GIF that moves as it is, and the first frame of what their readers may not know", () => {
  const [gif, webp] = ["gif", "webp"].map((type) => aImage({ type, animated: true }));
  expect(gif && feedTarget(gif, site).url).toMatch(/\.gif$/);
  expect(webp && feedTarget(webp, site).url).toMatch(/\.jpg$/);
});
