import { expect, test } from "vitest";
import type { Image, Publication } from "../domain/publication.ts";
import { anArticle, aPublication } from "../../tests/fixtures/domain-values.ts";
import { aImage } from "../../tests/fixtures/image-files.ts";
import { icons } from "./icon-images.ts";
import { mediaFiles } from "./media-files.ts";
import { pageForms, rasterForm } from "./page-images.ts";
import { imageAddress } from "./image-address.ts";
import { feedTarget, linkedAddress, listTarget, pageTarget } from "./image-target.ts";
import { feedLogo, publisherLogo, shareImages } from "./share-images.ts";

const withImages = (...images: Image[]): Publication =>
  aPublication([], { images: Object.fromEntries(images.map((one) => [one.file, one])) });

test("a publication without pictures has the forms of the press's own", () => {
  const { derivatives, originals } = mediaFiles(withImages());
  expect([...derivatives.keys()].map((path) => path.replace(/\.[^.]*-/, "-"))).toEqual([
    "/media/share-1200x630.jpg",
    "/media/share-1200x1200.jpg",
    "/media/share-1200x900.jpg",
    "/media/share-1200x675.jpg",
    "/media/mark-144.png",
    "/media/mark-600.png",
    "/media/mark-180.png",
    "/media/mark-192.png",
    "/media/mark-512.png",
    "/favicon.ico",
  ]);
  expect(originals.size).toBe(0);
});

test("a photograph is there in all its forms, and never as it is", () => {
  const image = aImage();
  const { derivatives, originals } = mediaFiles(withImages(image));
  const { sources, fallback } = pageForms(image);
  for (const { path } of [...sources, fallback]) expect(derivatives.get(path)?.image).toBe(image);
  expect(originals.size).toBe(0);
});

test.each([
  ["a drawing in lines", aImage({ file: "articles/2026/03/plan.svg", type: "svg" })],
  ["an animation", aImage({ file: "articles/2026/03/tide.webp", type: "webp", animated: true })],
])("%s is there as it is, and in one form for those who cannot show it", (_, image) => {
  const { derivatives, originals } = mediaFiles(withImages(image));
  expect([...originals]).toEqual([[imageAddress(image), image]]);
  expect(derivatives.has(rasterForm(image).path)).toBe(true);
});

test("a GIF that moves is there as it is and in no other form, since feeds show it too", () => {
  const gif = aImage({ file: "articles/2026/03/tide.gif", type: "gif", animated: true });
  const { derivatives, originals } = mediaFiles(withImages(gif));
  expect([...originals.values()]).toEqual([gif]);
  expect([...derivatives.values()].filter(({ image }) => image === gif)).toEqual([]);
});

test.each([
  ["a photograph", aImage()],
  ["a drawing in lines", aImage({ file: "articles/2026/03/plan.svg", type: "svg" })],
  ["an animation", aImage({ file: "articles/2026/03/tide.gif", type: "gif", animated: true })],
])("%s at the head of an article is there in the forms for lists", (_, image) => {
  const lead = { src: `./${image.file.slice("articles/2026/03/".length)}`, alt: "" };
  const article = anArticle({ day: "2026-03-02", slug: "story", image: lead });
  const publication = { ...withImages(image), articles: [article] };
  const { derivatives } = mediaFiles(publication);
  const { url, srcset } = listTarget(image, publication.site);
  const addresses = [url, ...(srcset ?? "").split(", ").map((one) => one.replace(/ \d+w$/, ""))];
  expect(addresses.filter((path) => !derivatives.has(path))).toEqual([]);
  expect(addresses.length).toBe(3);
});

test("a picture that is only linked to is there in the one form that the link leads to", () => {
  const photo = aImage({ file: "articles/2026/03/a.jpg" });
  const plan = aImage({ file: "articles/2026/03/plan.svg", type: "svg" });
  const publication = aPublication([], { linked: { [photo.file]: photo, [plan.file]: plan } });
  const { derivatives, originals } = mediaFiles(publication);
  const made = [...derivatives.values()].filter(({ image }) => image === photo);
  expect(made.map(({ path }) => path)).toEqual([linkedAddress(photo)]);
  expect([...originals]).toEqual([[linkedAddress(plan), plan]]);
});

test("a drawing of the public folder is not there a second time", () => {
  const { originals } = mediaFiles(withImages(aImage({ file: "public/a.svg", type: "svg" })));
  expect(originals.size).toBe(0);
});

test("the lead pictures of articles are there in the shapes of share cards, others are not", () => {
  const lead = aImage();
  const other = aImage({ file: "articles/2026/03/other.jpg" });
  const image = { src: "./harbour.jpg", alt: "" };
  const article = anArticle({ day: "2026-03-02", slug: "story", image });
  const { derivatives } = mediaFiles({ ...withImages(lead, other), articles: [article] });
  for (const { path } of Object.values(shareImages(lead))) expect(derivatives.has(path)).toBe(true);
  for (const { path } of Object.values(shareImages(other)))
    expect(derivatives.has(path)).toBe(false);
});

test("the publication's own share picture and logo are there in their forms, and not as they are", () => {
  const shareImage = aImage({ file: "share.svg", type: "svg" });
  const logo = aImage({ file: "logo.svg", type: "svg" });
  const publication = aPublication([], { shareImage, logo });
  const { derivatives, originals } = mediaFiles(publication);
  expect([...derivatives.keys()].sort()).toEqual(
    [
      ...Object.values(shareImages(shareImage)),
      feedLogo(publication),
      publisherLogo(publication),
      ...iconPaths(publication),
    ]
      .map(({ path }) => path)
      .sort(),
  );
  expect(originals.size).toBe(0);
});

function iconPaths(publication: Publication): { path: string }[] {
  const { favicon, touch, large } = icons(publication);
  return [{ path: favicon }, touch, ...large];
}

test("the publication's own icon is there as it is and in its sizes", () => {
  const icon = aImage({ file: "icon.svg", type: "svg", width: 64, height: 64 });
  const publication = aPublication([], { icon });
  const { derivatives, originals } = mediaFiles(publication);
  expect([...originals.values()]).toEqual([icon]);
  expect(icons(publication).drawing).toBe(imageAddress(icon));
  for (const { path } of iconPaths(publication)) expect(derivatives.get(path)?.image).toBe(icon);
});

test("an icon of public/ takes the place of the one that is made", () => {
  const publication = aPublication([], {
    files: { "/favicon.ico": "public/favicon.ico" },
  });
  expect(mediaFiles(publication).derivatives.has("/favicon.ico")).toBe(false);
  expect(icons(publication)).toMatchObject({ favicon: "/favicon.ico" });
  expect(icons(publication).drawing).toBeUndefined();
});

test("every address that a page or a feed is given is one of these files", () => {
  const kinds = ["jpg", "png", "gif", "webp", "avif", "svg"].flatMap((type) =>
    [40, 300, 900, 3000].flatMap((width) =>
      [{}, { transparent: true as const }, { animated: true as const }].map((more, index) =>
        aImage({
          file: `articles/2026/03/${type}-${width}-${index}.${type}`,
          type,
          width,
          ...more,
        }),
      ),
    ),
  );
  const publication = withImages(...kinds);
  const { derivatives, originals } = mediaFiles(publication);
  const { site } = publication;
  for (const image of kinds) {
    const page = pageTarget(image, site);
    const offered = (page.sources ?? []).flatMap(({ srcset }) =>
      srcset.split(", ").map((one) => one.replace(/ \d+w$/, "")),
    );
    const feed = feedTarget(image, site).url.slice(site.origin.length);
    const missing = [page.url, ...offered, feed].filter(
      (url) => !derivatives.has(url) && !originals.has(url),
    );
    expect(missing).toEqual([]);
  }
});
