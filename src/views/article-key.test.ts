import { expect, test } from "vitest";
import { anArticle, aPublication } from "../../tests/fixtures/domain-values.ts";
import type { BodyMetadata } from "../domain/body.ts";
import type { Publication } from "../domain/publication.ts";
import { planRoutes } from "./route-plan.ts";

const image = (file: string) => ({
  file,
  digest: `digest of ${file}`,
  type: "jpeg" as const,
  width: 1600,
  height: 1200,
  bytes: 9000,
});

/** A publication in which articles show all that they can show. */
function aRichPublication(): Publication {
  const metadata = (): BodyMetadata => ({
    words: 300,
    headings: [{ depth: 2, text: "Part", id: "part" }],
    ids: ["part"],
    components: ["Figure"],
    links: [
      { href: "/2024/02/second/#part", line: 9, column: 1 },
      { href: "/old/", line: 9, column: 1 },
      { href: "#part", line: 9, column: 1 },
      { href: "../../../public/kit.pdf", line: 9, column: 1 },
      { href: "./map.jpg", line: 9, column: 1 },
    ],
    images: [{ src: "./inside.jpg", line: 9, column: 1 }],
    media: [
      { src: "/clip.mp4", use: "video", line: 9, column: 1 },
      { src: "https://vimeo.com/76979871", use: "video", line: 9, column: 1 },
    ],
    posts: [{ slug: "gates", line: 9, column: 1 }],
    drawn: [
      { name: "of a file", kind: "line", unit: "%", src: "./a.csv", line: 9, column: 1 },
      { name: "of the text", kind: "bar", unit: "", height: 200, line: 9, column: 1 },
    ],
    excerpt: "The text begins.",
  });
  const shared = () => ({ story: "flood", tags: ["Water", "Town"], metadata: metadata() });
  return aPublication(
    [
      anArticle({
        ...shared(),
        day: "2024-04-01",
        slug: "third",
        authors: ["desk", "ann"],
        image: { src: "./lead.jpg", alt: "A lead", caption: "Seen", credit: "Somebody" },
        source: { name: "Agency", url: "https://agency.example/" },
        kicker: "Flood",
        corrections: [{ instant: 1712000000000, day: "2024-04-02", note: "It was Monday." }],
        updates: [
          { instant: 1712100000000, day: "2024-04-02", timed: true, note: "More is known." },
          { instant: 1712200000000, day: "2024-04-04", timed: true },
        ],
        contents: true,
        kind: "sponsored",
        sponsor: "A bank",
      }),
      anArticle({
        ...shared(),
        day: "2024-02-01",
        slug: "second",
        kicker: "Flood",
        language: "fr",
      }),
      anArticle({
        ...shared(),
        day: "2024-01-01",
        slug: "first",
        authors: ["ann"],
        kind: "live",
        ended: 1704200000000,
        withheld: ["update-b"],
        metadata: {
          ...metadata(),
          updates: [
            {
              id: "update-a",
              instant: 1704190000000,
              title: "A",
              key: true,
              line: 9,
              column: 1,
              by: "eve",
            },
          ],
        },
      }),
      anArticle({ day: "2023-12-01", slug: "aside", tags: ["Water"], kicker: "Aside" }),
    ],
    {
      authors: {
        desk: {
          slug: "desk",
          name: "The desk",
          is: "desk",
          role: "All",
          bio: "We.",
          url: "https://a.example/",
        },
        ann: { slug: "ann", name: "Ann", role: "Reporter" },
        eve: { slug: "eve", name: "Eve", is: "person" },
      },
      categories: [{ slug: "news", title: "News", description: "What is new.", order: 1 }],
      stories: {
        flood: { slug: "flood", title: "The flood", description: "All of it.", dates: [] },
      },
      tags: {
        water: { slug: "water", name: "Water", description: "Wet." },
        town: { slug: "town", name: "Town" },
      },
      moved: [{ from: "/old/", to: "/2024/01/first/" }],
      images: {
        "articles/2024/04/lead.jpg": image("articles/2024/04/lead.jpg"),
        "articles/2024/04/inside.jpg": image("articles/2024/04/inside.jpg"),
        "posts/gates.jpg": image("posts/gates.jpg"),
      },
      linked: { "articles/2024/04/map.jpg": image("articles/2024/04/map.jpg") },
      posts: {
        gates: {
          slug: "gates",
          text: "Open.",
          author: "The keeper",
          handle: "@gates",
          network: "Ripple",
          url: "https://ripple.example/7",
          date: { instant: 1712000000000, day: "2024-04-01", timed: true },
          image: { src: "./gates.jpg", alt: "Gates" },
          language: "fr",
        },
      },
      data: {
        "articles/2024/04/a.csv": {
          columns: ["Year", "Share"],
          rows: [
            { name: "2023", values: [4] },
            { name: "2024", values: [null] },
          ],
        },
      },
      comments: {
        "/2024/04/third/": {
          file: "comments/2024/04/third.yaml",
          digest: "digest of the comments",
          count: 2,
          links: ["/2024/01/first/", "/old/"],
        },
      },
      files: { "/clip.mp4": "public/clip.mp4", "/kit.pdf": "public/kit.pdf" },
      shareImage: image("public/share.jpg"),
      logo: image("public/logo.jpg"),
    } as Partial<Publication>,
  );
}

type SourceLocation = (string | number)[];

/** Where texts, numbers and truth values stand in plain data. */
function leaves(value: unknown, location: SourceLocation = []): SourceLocation[] {
  if (typeof value !== "object" || value === null) return [location];
  return Object.entries(value).flatMap(([name, inner]) => leaves(inner, [...location, name]));
}

function changed(publication: Publication, location: SourceLocation): Publication {
  const copy = structuredClone(publication);
  let at = copy as unknown as Record<string, unknown>;
  for (const name of location.slice(0, -1)) at = at[name] as Record<string, unknown>;
  const last = String(location.at(-1));
  const value = at[last];
  at[last] =
    typeof value === "number"
      ? value + 1
      : typeof value === "boolean"
        ? !value
        : `${String(value)}x`;
  // What an article says of itself follows from its file.
  const own = location[0] === "articles" ? copy.articles[Number(location[1])] : undefined;
  if (own !== undefined) own.digest += " changed";
  return copy;
}

function articlePages(publication: Publication): { view: string; key: string | undefined }[] {
  return planRoutes(publication, "", Date.UTC(2025, 0, 1)).routes.article.map(({ view, key }) => ({
    view: JSON.stringify(view),
    key,
  }));
}

test("whatever changes what an article's page shows changes its key", () => {
  const publication = aRichPublication();
  const before = articlePages(publication);
  const moved = new Set<string>();
  const missed: string[] = [];
  for (const location of leaves(publication)) {
    let after: ReturnType<typeof articlePages>;
    try {
      after = articlePages(changed(publication, location));
    } catch {
      // No time zone, no colour: a publication like that is never printed.
      continue;
    }
    for (const [at, page] of after.entries()) {
      if (page.view === before[at]?.view) continue;
      moved.add(String(location[0]));
      if (page.key === before[at]?.key) missed.push(`${location.join(".")} on page ${at}`);
    }
  }
  expect(missed).toEqual([]);
  for (const name of [
    "articles",
    "authors",
    "categories",
    "stories",
    "tags",
    "images",
    "posts",
    "data",
    "moved",
    "comments",
    "files",
    "linked",
    "shareImage",
    "logo",
    "site",
  ])
    expect([...moved]).toContain(name);
});

test("an author's home page and a section's description leave the keys of articles as they are", () => {
  const publication = aRichPublication();
  const keys = articlePages(publication).map(({ key }) => key);
  for (const path of [
    ["authors", "desk", "url"],
    ["stories", "flood", "description"],
    ["tags", "water", "description"],
  ])
    expect(articlePages(changed(publication, path)).map(({ key }) => key)).toEqual(keys);
});
