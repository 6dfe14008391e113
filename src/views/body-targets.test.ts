import { describe, expect, test } from "vitest";
import { anArticle, aPublication } from "../../tests/fixtures/domain-values.ts";
import { archiveMaps } from "./archive-maps.ts";
import { resolveTargets } from "./body-targets.ts";

const target = anArticle({
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

function targetsOf(hrefs: string[], form: "page" | "feed", base = "/") {
  const text = anArticle({
    day: "2024-02-01",
    slug: "text",
    metadata: {
      words: 1,
      headings: [],
      ids: ["own", "größe"],
      links: hrefs.map((href) => ({ href, line: 1, column: 1 })),
      components: [],
      images: [
        { src: "./a.jpg", line: 1, column: 1 },
        { src: "https://elsewhere.example/b.jpg", line: 1, column: 1 },
      ],
      excerpt: "",
    },
  });
  const publication = aPublication([target, text], {
    files: { "/2024/02/two.pdf": "articles/2024/02/two.pdf" },
    linked: {
      "articles/2024/02/map.svg": {
        file: "articles/2024/02/map.svg",
        digest: "0123456789abcdef0123",
        bytes: 10,
        width: 4,
        height: 3,
        type: "svg",
      },
    },
    images: {
      "articles/2024/02/a.jpg": {
        file: "articles/2024/02/a.jpg",
        digest: "0123456789abcdef0123",
        bytes: 10,
        width: 4,
        height: 3,
        type: "jpg",
      },
    },
  });
  publication.site.base = base;
  return resolveTargets(text, publication, archiveMaps(publication).published, form);
}

describe("the links of a body", () => {
  test("to files beside it lead to their addresses, with what their programs are told", () => {
    const links = ["two.pdf", "./two.pdf#page=3&zoom=50 %", "../02/two.pdf?a", "map.svg", "no.pdf"];
    expect(targetsOf(links, "page", "/paper/").links).toEqual({
      "two.pdf": "/paper/2024/02/two.pdf",
      "./two.pdf#page=3&zoom=50 %": "/paper/2024/02/two.pdf#page=3&zoom=50%20%25",
      "../02/two.pdf?a": "/paper/2024/02/two.pdf?a",
      "map.svg": "/paper/media/map.0123456789abcdef.svg",
      "no.pdf": null,
    });
    expect(targetsOf(["two.pdf"], "feed").links).toEqual({
      "two.pdf": "https://paper.example/2024/02/two.pdf",
    });
  });

  test("lead below the base on pages, and to full addresses in feeds", () => {
    const link = "../01/target.mdx#why";
    expect(targetsOf([link], "page", "/paper/").links).toEqual({
      [link]: "/paper/2024/01/target/#why",
    });
    expect(targetsOf([link], "feed", "/paper/").links).toEqual({
      [link]: "https://paper.example/paper/2024/01/target/#why",
    });
  });

  test("lose a dead fragment but not the page, and a dead page wholly", () => {
    const { links } = targetsOf(
      ["/2024/01/target/#gone", "/2024/01/gone/", "#gone", "#own"],
      "page",
    );
    expect(links).toEqual({
      "/2024/01/target/#gone": "/2024/01/target/",
      "/2024/01/gone/": null,
      "#gone": null,
      "#own": "#own",
    });
  });

  test("to a heading of the same page are as an address has them", () => {
    const written = ["#größe", "#gr%C3%B6%C3%9Fe", "/2024/02/text/#größe"];
    expect(Object.values(targetsOf(written, "page").links)).toEqual(
      written.map(() => "#gr%C3%B6%C3%9Fe"),
    );
  });

  test("are left alone where they lead elsewhere", () => {
    expect(targetsOf(["https://other.example/", "mailto:a@b.example"], "page").links).toEqual({});
  });
});

test("a post is shown with its picture, which lies beside the post and not beside the text", () => {
  const text = anArticle({ day: "2024-02-01", slug: "text" });
  text.metadata.posts = [
    { slug: "gates", line: 1, column: 1 },
    { slug: "lost", line: 2, column: 1 },
  ];
  const publication = aPublication([text], {
    posts: {
      gates: {
        slug: "gates",
        text: "Open.",
        author: "The keeper",
        url: "https://ripple.example/7",
        date: { instant: Date.UTC(2024, 0, 31, 9), day: "2024-01-31", timed: true },
        picture: { src: "./a.gif", alt: "Gates" },
        language: "en",
      },
    },
    images: {
      "posts/a.gif": {
        file: "posts/a.gif",
        digest: "0123456789abcdef0123",
        bytes: 10,
        width: 4,
        height: 3,
        type: "gif",
        animated: true,
      },
    },
  });
  const { published } = archiveMaps(publication);
  const { posts, images } = resolveTargets(text, publication, published, "feed");
  expect(posts).toEqual({
    gates: {
      text: "Open.",
      author: "The keeper",
      url: "https://ripple.example/7",
      day: "2024-01-31",
      iso: "2024-01-31T09:00:00+00:00",
      image: { src: "post:gates", alt: "Gates" },
    },
  });
  expect(images).toEqual({
    "post:gates": {
      url: "https://paper.example/media/a.0123456789abcdef.gif",
      width: 4,
      height: 3,
    },
  });
  const inFrench = resolveTargets({ ...text, language: "fr" }, publication, published, "page");
  expect(inFrench.posts["gates"]?.language).toBe("en");
});

test("a picture has its address and size; one on another host is not shown", () => {
  expect(targetsOf([], "page").images).toEqual({
    "./a.jpg": {
      url: expect.stringMatching(/^\/media\/a\.[0-9a-f]{16}-4\.jpg$/),
      width: 4,
      height: 3,
    },
    "https://elsewhere.example/b.jpg": null,
  });
});

test("figures of a file are handed to pages and feeds, and feeds are given a picture of the drawing", () => {
  const text = anArticle({ day: "2024-02-01", slug: "text" });
  text.metadata.drawn = [
    { name: "one", kind: "line", unit: "", src: "./a.csv", line: 1, column: 1 },
    { name: "gone", kind: "line", unit: "", src: "./gone.csv", line: 1, column: 1 },
  ];
  const table = { columns: ["Year", "Share"], rows: [{ name: "2023", values: [4] }] };
  const publication = aPublication([text], { data: { "articles/2024/02/a.csv": table } });
  const { published } = archiveMaps(publication);
  expect(resolveTargets(text, publication, published, "page")).toMatchObject({
    links: {},
    media: {},
    images: {},
    posts: {},
    data: { "./a.csv": table },
    corrections: [],
  });
  expect(resolveTargets(text, publication, published, "feed").images).toEqual({
    "drawing:one": {
      url: expect.stringMatching(/^https:\/\/paper\.example\/media\/text\.[0-9a-f]{16}-1200\.png$/),
      width: 1200,
      height: expect.any(Number),
    },
  });
});
