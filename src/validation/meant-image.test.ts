import { describe, expect, test } from "vitest";
import { ImageOffers } from "./meant-image.ts";
import type { References } from "../loader/references.ts";
import { imageSource } from "../urls/image-source.ts";

const STORY = "articles/2026/03/story.mdx";

const FILES = [
  "articles/2026/03/Photo.JPG",
  "articles/2026/03/My Photo 1.jpg",
  "articles/2026/03/50% off (draft).png",
  "articles/2026/03/own.jpg",
  "articles/2026/03/images/map.png",
  "articles/2026/03/story/lead.jpg",
  "articles/2026/03/other/plan.jpg",
  "articles/2026/03/theirs.jpg",
  "articles/2026/02/harbour-map.png",
  "articles/2026/02/lead.jpg",
  "articles/2026/02/notes.pdf",
  "public/img/logo.svg",
  "public/banner.png",
  "public/ads/banner.png",
  "pages/team.jpg",
];

function text(file: string, ...images: string[]): References {
  const metadata = {
    words: 1,
    headings: [],
    ids: [],
    links: [],
    components: [],
    excerpt: "",
    images: images.map((src) => ({ src, line: 1, column: 1 })),
  };
  return { file, path: "/", metadata };
}

const offers = new ImageOffers({
  files: FILES,
  texts: [
    text(STORY, "./own.jpg"),
    text("articles/2026/03/other.mdx", "./theirs.jpg"),
    text("articles/2026/02/older.md", "lead.jpg"),
  ],
  site: { origin: "https://paper.example", base: "/news/" },
});

describe("what is offered leads to the picture:", () => {
  test.each([
    // Capitals, and what parts words.
    ["./photo.jpg", "./Photo.JPG", true],
    ["photo.JPG", "./Photo.JPG", true],
    ["./Images/Map.png", "./images/map.png", true],
    ["./my-photo-1.jpg", "./My%20Photo%201.jpg", true],
    ["My_Photo_1.jpg", "./My%20Photo%201.jpg", true],
    ["./My%2520Photo%25201.jpg", "./My%20Photo%201.jpg", true],
    ["./50% off (Draft).png", "./50%25%20off%20%28draft%29.png", true],
    // From the root of the repository, of the content folder and of a disk.
    ["content/articles/2026/03/own.jpg", "./own.jpg", true],
    ["/content/articles/2026/03/own.jpg", "./own.jpg", true],
    ["articles/2026/02/harbour-map.png", "../02/harbour-map.png", true],
    ["/articles/2026/02/lead.jpg", "../02/lead.jpg", true],
    ["C:\\Users\\jo\\paper\\content\\articles\\2026\\03\\own.jpg", "./own.jpg", true],
    ["file:///home/jo/paper/content/articles/2026/03/own.jpg", "./own.jpg", true],
    ["public/img/logo.svg", "/img/logo.svg", true],
    ["./public/img/logo.svg", "/img/logo.svg", true],
    ["/public/img/logo.svg", "/img/logo.svg", true],
    ["images\\Map.PNG", "./images/map.png", true],
    // With the address of the publication.
    ["https://paper.example/news/img/logo.svg", "/img/logo.svg", true],
    // From other folders, and in others.
    ["2026/02/harbour-map.png", "../02/harbour-map.png", false],
    ["img/logo.svg", "/img/logo.svg", false],
    ["/static/img/logo.svg", "/img/logo.svg", false],
    ["images/own.jpg", "./own.jpg", false],
    ["../../own.jpg", "./own.jpg", false],
    ["/own.jpg", "./own.jpg", false],
    ["map.png", "./images/map.png", false],
    ["./harbour-map.png", "../02/harbour-map.png", false],
    ["./lead.jpg", "./story/lead.jpg", false],
    ["/logo.svg", "/img/logo.svg", false],
    ["./team.jpg", "../../../pages/team.jpg", false],
    // Misspelt, or of another format.
    ["./Phto.JPG", "./Photo.JPG", false],
    ["./images/map.jpg", "./images/map.png", false],
    ["./images/map", "./images/map.png", false],
  ])("%s as %s", (src, typed, sure) => {
    const meant = offers.meant(src, STORY);
    expect(meant).toEqual(sure ? { typed, sure } : { typed });
    const source = imageSource(typed, STORY);
    expect(source.kind === "file" && FILES).toContain(source.kind === "file" && source.file);
  });
});

describe("nothing is offered rather than another picture:", () => {
  test.each([
    ["./nope.jpg", "own.jpg is as long"],
    ["./theirs.png", "another article shows theirs.jpg"],
    ["images/theirs.jpg", "another article shows it"],
    ["../../theirs.jpg", "another article shows it"],
    ["./plan.jpg", "it lies in the folder of another article"],
    ["./older-lead.jpg", "it only ends so"],
    ["./banner.png", "there are two of that name"],
    ["./notes.pdf", "it is no picture"],
    ["https://far.example/own.jpg", "it lies on another host"],
    ["data:image/png;base64,AAAA", "it has no name"],
  ])("%s: %s", (src) => {
    expect(offers.meant(src, STORY)).toBeUndefined();
  });

  test("in another article the same name may be another picture", () => {
    expect(offers.meant("./lead.jpg", "articles/2026/01/third.mdx")).toBeUndefined();
    expect(offers.meant("./own.jpg", "articles/2026/01/third.mdx")).toBeUndefined();
  });
});

test("paths are written as seen from site.yaml and from standing pages too", () => {
  expect(offers.meant("Pages/team.jpg", "site.yaml")?.typed).toBe("./pages/team.jpg");
  expect(offers.meant("./Team.jpg", "pages/about.md")?.typed).toBe("./team.jpg");
  expect(offers.meant("img/Logo.svg", "site.yaml")?.typed).toBe("/img/logo.svg");
});
