import { expect, test } from "vitest";
import { anArticle, aPublication } from "../../tests/fixtures/domain-values.ts";
import { archiveMaps } from "./archive-maps.ts";

const article = anArticle({
  day: "2024-01-01",
  slug: "target",
  metadata: {
    words: 1,
    headings: [],
    ids: ["why"],
    links: [],
    images: [],
    components: [],
    excerpt: "",
  },
});

test("links of the publication's own lead where they do in texts, and those elsewhere stay as they are", () => {
  const listed = [
    { label: "By path", href: "/2024/01/target/" },
    { label: "By file", href: `./${article.file}` },
    { label: "A part", href: "/2024/01/target/#why" },
    { label: "The front", href: "/" },
    { label: "Nowhere", href: "/2024/01/targe/" },
    { label: "Elsewhere", href: "https://elsewhere.example/" },
  ];
  const publication = aPublication([article], {
    parts: { navigation: { masthead: listed, footer: [], social: [] } },
  });
  const site = { ...publication.site, base: "/news/" };
  const { shell } = archiveMaps({ ...publication, site });
  expect(shell.navigation?.masthead).toEqual([
    { text: "By path", href: "/news/2024/01/target/" },
    { text: "By file", href: "/news/2024/01/target/" },
    { text: "A part", href: "/news/2024/01/target/#why" },
    { text: "The front", href: "/news/" },
    { text: "Elsewhere", href: "https://elsewhere.example/" },
  ]);
});

test("a publication without parts has nothing of them around its pages", () => {
  const { shell } = archiveMaps(aPublication([article]));
  expect(Object.keys(shell).sort()).toEqual([
    "categories",
    "feeds",
    "front",
    "icons",
    "manifest",
    "pages",
    "site",
    "themeCss",
  ]);
});
