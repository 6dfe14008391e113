import { expect, test } from "vitest";
import type { Picture, Publication } from "../domain/publication.ts";
import { anArticle, aPublication } from "../../tests/fixtures/domain-values.ts";
import { aPicture } from "../../tests/fixtures/picture-files.ts";
import { icons } from "./icon-pictures.ts";
import { mediaFiles } from "./media-files.ts";
import { pageForms, rasterForm } from "./page-pictures.ts";
import { pictureAddress } from "./picture-address.ts";
import { feedTarget, linkedAddress, listTarget, pageTarget } from "./picture-target.ts";
import { feedLogo, publisherLogo, sharePictures } from "./share-pictures.ts";

const withPictures = (...pictures: Picture[]): Publication =>
  aPublication([], { pictures: Object.fromEntries(pictures.map((one) => [one.file, one])) });

test("a publication without pictures has the forms of the press's own", () => {
  const { derivatives, originals } = mediaFiles(withPictures());
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
  const picture = aPicture();
  const { derivatives, originals } = mediaFiles(withPictures(picture));
  const { sources, fallback } = pageForms(picture);
  for (const { path } of [...sources, fallback])
    expect(derivatives.get(path)?.picture).toBe(picture);
  expect(originals.size).toBe(0);
});

test.each([
  ["a drawing in lines", aPicture({ file: "articles/2026/03/plan.svg", type: "svg" })],
  ["an animation", aPicture({ file: "articles/2026/03/tide.webp", type: "webp", animated: true })],
])("%s is there as it is, and in one form for those who cannot show it", (_, picture) => {
  const { derivatives, originals } = mediaFiles(withPictures(picture));
  expect([...originals]).toEqual([[pictureAddress(picture), picture]]);
  expect(derivatives.has(rasterForm(picture).path)).toBe(true);
});

test("a GIF that moves is there as it is and in no other form, since feeds show it too", () => {
  const gif = aPicture({ file: "articles/2026/03/tide.gif", type: "gif", animated: true });
  const { derivatives, originals } = mediaFiles(withPictures(gif));
  expect([...originals.values()]).toEqual([gif]);
  expect([...derivatives.values()].filter(({ picture }) => picture === gif)).toEqual([]);
});

test.each([
  ["a photograph", aPicture()],
  ["a drawing in lines", aPicture({ file: "articles/2026/03/plan.svg", type: "svg" })],
  ["an animation", aPicture({ file: "articles/2026/03/tide.gif", type: "gif", animated: true })],
])("%s at the head of an article is there in the forms for lists", (_, picture) => {
  const image = { src: `./${picture.file.slice("articles/2026/03/".length)}`, alt: "" };
  const article = anArticle({ day: "2026-03-02", slug: "story", image });
  const publication = { ...withPictures(picture), articles: [article] };
  const { derivatives } = mediaFiles(publication);
  const { url, srcset } = listTarget(picture, publication.site);
  const addresses = [url, ...(srcset ?? "").split(", ").map((one) => one.replace(/ \d+w$/, ""))];
  expect(addresses.filter((path) => !derivatives.has(path))).toEqual([]);
  expect(addresses.length).toBe(3);
});

test("a picture that is only linked to is there in the one form that the link leads to", () => {
  const photo = aPicture({ file: "articles/2026/03/a.jpg" });
  const plan = aPicture({ file: "articles/2026/03/plan.svg", type: "svg" });
  const publication = aPublication([], { linked: { [photo.file]: photo, [plan.file]: plan } });
  const { derivatives, originals } = mediaFiles(publication);
  const made = [...derivatives.values()].filter(({ picture }) => picture === photo);
  expect(made.map(({ path }) => path)).toEqual([linkedAddress(photo)]);
  expect([...originals]).toEqual([[linkedAddress(plan), plan]]);
});

test("a drawing of the public folder is not there a second time", () => {
  const { originals } = mediaFiles(withPictures(aPicture({ file: "public/a.svg", type: "svg" })));
  expect(originals.size).toBe(0);
});

test("the lead pictures of articles are there in the shapes of share cards, others are not", () => {
  const lead = aPicture();
  const other = aPicture({ file: "articles/2026/03/other.jpg" });
  const image = { src: "./harbour.jpg", alt: "" };
  const article = anArticle({ day: "2026-03-02", slug: "story", image });
  const { derivatives } = mediaFiles({ ...withPictures(lead, other), articles: [article] });
  for (const { path } of Object.values(sharePictures(lead)))
    expect(derivatives.has(path)).toBe(true);
  for (const { path } of Object.values(sharePictures(other)))
    expect(derivatives.has(path)).toBe(false);
});

test("the publication's own share picture and logo are there in their forms, and not as they are", () => {
  const sharePicture = aPicture({ file: "share.svg", type: "svg" });
  const logo = aPicture({ file: "logo.svg", type: "svg" });
  const publication = aPublication([], { sharePicture, logo });
  const { derivatives, originals } = mediaFiles(publication);
  expect([...derivatives.keys()].sort()).toEqual(
    [
      ...Object.values(sharePictures(sharePicture)),
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
  const icon = aPicture({ file: "icon.svg", type: "svg", width: 64, height: 64 });
  const publication = aPublication([], { icon });
  const { derivatives, originals } = mediaFiles(publication);
  expect([...originals.values()]).toEqual([icon]);
  expect(icons(publication).drawing).toBe(pictureAddress(icon));
  for (const { path } of iconPaths(publication)) expect(derivatives.get(path)?.picture).toBe(icon);
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
        aPicture({
          file: `articles/2026/03/${type}-${width}-${index}.${type}`,
          type,
          width,
          ...more,
        }),
      ),
    ),
  );
  const publication = withPictures(...kinds);
  const { derivatives, originals } = mediaFiles(publication);
  const { site } = publication;
  for (const picture of kinds) {
    const page = pageTarget(picture, site);
    const offered = (page.sources ?? []).flatMap(({ srcset }) =>
      srcset.split(", ").map((one) => one.replace(/ \d+w$/, "")),
    );
    const feed = feedTarget(picture, site).url.slice(site.origin.length);
    const missing = [page.url, ...offered, feed].filter(
      (url) => !derivatives.has(url) && !originals.has(url),
    );
    expect(missing).toEqual([]);
  }
});
