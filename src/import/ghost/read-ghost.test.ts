import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { everyCase, ghostExport, ghostPost } from "../../../tests/fixtures/ghost-export.ts";
import type { GhostTables } from "../../../tests/fixtures/ghost-export.ts";
import { ArchiveError } from "../archive.ts";
import type { Archive, ArchiveBody } from "../archive.ts";
import { countGhost } from "./count-ghost.ts";
import { readGhost } from "./read-ghost.ts";
import type { GhostOptions } from "./read-ghost.ts";

const folder = mkdtempSync(join(tmpdir(), "stet-read-ghost-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
function written(content: string | Uint8Array, name = `export-${(files += 1)}.json`): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

function read(content: string, options: GhostOptions = {}): Promise<Archive> {
  return readGhost([written(content)], { base: "https://old.example/", ...options }).read(
    () => undefined,
  );
}

const reading = (tables: GhostTables, options?: GhostOptions): Promise<Archive> =>
  read(ghostExport(tables), options);

async function faultOf(...paths: string[]): Promise<string> {
  const reader = readGhost(paths, { base: "https://old.example/" });
  const error: unknown = await reader.read(() => undefined).catch((one: unknown) => one);
  expect(error).toBeInstanceOf(ArchiveError);
  return (error as ArchiveError).message.replaceAll(`${folder}/`, "");
}

test("a page that is scheduled is a draft, because pages have no date", async () => {
  const scheduled = { status: "scheduled", published_at: "2030-01-01T09:00:00.000Z" };
  const { texts } = await reading({
    posts: [ghostPost("1", { ...scheduled, type: "page" }), ghostPost("2", scheduled)],
  });
  expect(texts.map(({ state, why }) => [state, why])).toEqual([
    ["draft", "scheduled"],
    ["public", undefined],
  ]);
});

describe("a file that is no export is refused with its place and what to do", () => {
  const whole = ghostExport({ posts: [ghostPost("1")] });
  test.each([
    ["empty", "", "x.json:1:1: The file is empty."],
    ["blank", " \n ", "nothing but blanks"],
    ["a page", "<!DOCTYPE html><html>", "x.json:1:1: The file is an HTML page"],
    ["of WordPress", '<?xml version="1.0"?><rss></rss>', "`import wordpress`"],
    ["a zip archive", "PK\u0003\u0004 and more", "x.json:1:1: The file is a zip archive"],
    ["a table of members", "id,email,name,note\n1,a@b.example,A,\n", "Members are not imported"],
    ["a list", "[1]", "The file is a list"],
    ["text", "Hello", "x.json:1:1: The file is not JSON."],
    ["other JSON", '{"name":"x","version":1}', "there is `name`, `version`"],
    ["without posts", '{"db":[{"meta":{},"data":{"tags":[{}]}}]}', "its tables are `tags`"],
    ["without rows", '{"db":[{"meta":{},"data":{}}]}', "The file has no posts"],
    ["cut off", whole.slice(0, -40), `x.json:1:${whole.length - 39}: The file breaks off here`],
    ["not rightly written", '{"db":\n[{"data":{"posts":[1 2]}}]}', "x.json:2:22: The JSON is not"],
    [
      "with a fault in a row",
      '{"db":[{"data":{"posts":[\n{"a":"é",b}]}}]}',
      "x.json:2:10: The JSON",
    ],
  ])("%s", async (_, content, expected) => {
    expect(await faultOf(written(Buffer.from(content, "utf8"), "x.json"))).toContain(expected);
  });

  test("not UTF-8", async () => {
    const bytes = Buffer.concat([
      Buffer.from('{"data":{"posts":[{"title":"'),
      Buffer.from([0xe9]),
      Buffer.from('"}]}}'),
    ]);
    expect(await faultOf(written(bytes, "x.json"))).toContain(
      "x.json:1:19: The bytes of what begins",
    );
  });

  test("in UTF-16", async () => {
    expect(await faultOf(written(Buffer.from(whole, "utf16le"), "x.json"))).toContain("UTF-16");
  });

  test("not there, or a folder", async () => {
    expect(await faultOf(join(folder, "none.json"))).toContain("none.json: There is no such file.");
    expect(await faultOf(folder)).toContain("This is a folder.");
    expect(await faultOf()).toContain("No file is named.");
  });

  test("all of them at once", async () => {
    const faults = await faultOf(written("<html>", "a.json"), written("[]", "b.json"));
    expect(faults.split("\n").map((line) => line.slice(0, 10))).toEqual([
      "a.json:1:1",
      "b.json:1:1",
    ]);
  });

  test("of another site than the file before", async () => {
    const of = (title: string): string =>
      written(
        ghostExport({ posts: [ghostPost(title)], settings: [{ key: "title", value: title }] }),
      );
    expect(await faultOf(of("One"), of("Two"))).toContain("This export is of “Two”");
  });
});

test.each([
  ["5.82.2", undefined],
  ["1.0.0", undefined],
  ["003", undefined],
  ["6.1.0", undefined],
  ["7.0.0", "written by Ghost 7.0.0"],
  ["next", "which is none that Ghost has"],
  ["", "does not say which version"],
])("the version %s", async (version, note) => {
  const { notes = [] } = await read(ghostExport({ posts: [ghostPost("1")] }, version));
  if (note === undefined) expect(notes).toEqual([]);
  else expect(notes.join()).toContain(note);
});

test("an export without `db`, and pages as version 1 has them", async () => {
  const posts = [
    { ...ghostPost("1"), type: undefined, page: 1, image: "/content/images/a.jpg" },
    { ...ghostPost("2"), type: undefined, page: false, author_id: "7" },
  ];
  const users = [{ id: 7, name: "ann@private.example", slug: "ann" }];
  const text = JSON.stringify({ meta: { version: "003" }, data: { posts, users } });
  const archive = await read(text);
  expect(archive.texts.map(({ kind, authors }) => [kind, authors])).toEqual([
    ["page", []],
    ["article", ["7"]],
  ]);
  expect(archive.authors[0]).toMatchObject({ name: "ann", slug: "ann" });
  expect(archive.texts[0]?.image?.file).toBe("content/images/a.jpg");
});

test.each([
  [
    "its number, as feeds since version 1 have it",
    "5951f5fca366002ebd5dbf01",
    /^5951f5fca366002ebd5dbf01$/,
  ],
  ["its UUID, as feeds before that had it", "12", /^3f1b2c4d-/],
])("the feed id of a post is %s", async (_, id, expected) => {
  expect((await reading({ posts: [ghostPost(id)] })).texts[0]?.feedId).toMatch(expected);
});

test.each([
  ["de_DE", "de-DE", 0],
  ["pt-br", "pt-BR", 0],
  ["no language", undefined, 1],
  [null, undefined, 0],
])("the language %s of a post", async (locale, language, notes) => {
  const [text] = (await reading({ posts: [ghostPost("1", { locale })] })).texts;
  expect([text?.language, text?.notes?.length ?? 0]).toEqual([language, notes]);
});

describe("addresses", () => {
  const tables = (settings: GhostTables["settings"] = []): GhostTables => ({
    posts: [
      ghostPost("p1", { published_at: "2020-01-31T23:30:00.000Z", featured: 1 }),
      ghostPost("p2", { type: "page" }),
    ],
    posts_tags: [{ post_id: "p1", tag_id: "t1", sort_order: 0 }],
    posts_authors: [{ post_id: "p1", author_id: "u1", sort_order: 0 }],
    tags: [{ id: "t1", name: "News", slug: "news" }],
    users: [{ id: "u1", name: "Ann", slug: "ann" }],
    settings: [{ key: "active_timezone", value: "Europe/Berlin" }, ...settings],
  });
  const addressesWith = async (routes?: string, settings?: GhostTables["settings"]) => {
    const uploads = mkdtempSync(join(folder, "content-"));
    mkdirSync(join(uploads, "settings"));
    if (routes !== undefined) writeFileSync(join(uploads, "settings/routes.yaml"), routes);
    const archive = await reading(tables(settings), { uploads });
    const of = [...archive.texts, ...archive.terms, ...archive.authors];
    return [...of.map((one) => one.addresses.join()), ...(archive.notes ?? []).slice(0, -1)];
  };
  const collection = (permalink: string, filter = ""): string =>
    `collections:\n  /:\n    permalink: ${permalink}\n${filter === "" ? "" : `    filter: '${filter}'\n`}taxonomies:\n  tag: /topic/{slug}/\n`;

  test("are by slug where nothing else is said", async () => {
    expect(await addressesWith()).toEqual([
      "https://old.example/post-p1/",
      "https://old.example/post-p2/",
      "https://old.example/tag/news/",
      "https://old.example/author/ann/",
    ]);
  });

  test("are by the day in the site's time zone where settings say so", async () => {
    const settings = [{ key: "permalinks", value: "/:year/:month/:day/:slug/" }];
    expect((await addressesWith(undefined, settings))[0]).toBe(
      "https://old.example/2020/02/01/post-p1/",
    );
  });

  test.each([
    [
      "/{primary_tag}/{primary_author}/{id}/{slug}/",
      "",
      "https://old.example/news/ann/p1/post-p1/",
    ],
    ["/{year}/{slug}", "tag:news", "https://old.example/2020/post-p1/"],
    ["/{slug}/", "tag:-news", ""],
    ["/{slug}/", "primary_tag:[a,news]+featured:true", "https://old.example/post-p1/"],
    ["/{slug}/", "author:bob,author:ann", "https://old.example/post-p1/"],
    ["/{slug}/", "published_at:>2020", ""],
  ])("are by routes.yaml: %s %s", async (permalink, filter, expected) => {
    const [post, page, tag, author] = await addressesWith(collection(permalink, filter));
    expect([post, page, tag, author]).toEqual([
      expected,
      "https://old.example/post-p2/",
      "https://old.example/topic/news/",
      "",
    ]);
  });

  test("of a filter that is not understood are missing, with a note", async () => {
    expect((await addressesWith(collection("/{slug}/", "id:>1"))).join()).toContain(
      "The filter `id:>1` of `routes.yaml` is not understood",
    );
  });

  test("routes.yaml that cannot be read is noted", async () => {
    expect((await addressesWith("a: [")).join()).toContain("cannot be read");
  });
});

test("files are found in Ghost's folder, by the original where only that is left", async () => {
  const uploads = mkdtempSync(join(folder, "content-"));
  mkdirSync(join(uploads, "images/2020/01"), { recursive: true });
  for (const name of ["a.jpg", "b_o.jpg", "only_o.jpg"])
    writeFileSync(join(uploads, "images/2020/01", name), "");
  const html = [
    "__GHOST_URL__/content/images/2020/01/a.jpg",
    "/content/images/size/w600/2020/01/a.jpg",
    "/content/images/size/w600/format/webp/2020/01/b.jpg",
    "http://www.old.example/content/images/2020/01/only.jpg",
    "https://storage.ghost.io/c/1/2/3/content/images/2020/01/far.jpg",
    "https://another.example/content/images/2020/01/no.jpg",
    "__GHOST_URL__/content/images/../../etc/passwd",
  ]
    .map((src) => `<img src="${src}">`)
    .join("");
  const { files: found } = await reading({ posts: [ghostPost("1", { html })] }, { uploads });
  expect(
    found.map(({ key, addresses, source, target }) => [
      key,
      addresses,
      source?.slice(uploads.length),
      target,
    ]),
  ).toMatchSnapshot();
});

test("bodies are those of the texts, in their most finished form", async () => {
  const posts = [
    ghostPost("1", { html: "<p>a</p>", lexical: "{}" }),
    ghostPost("1", { html: "<p>twice</p>" }),
    ghostPost("2", { html: "", lexical: "{}", mobiledoc: "{}" }),
    ghostPost("3", { html: null, mobiledoc: "{}" }),
    ghostPost("4", { html: null, markdown: "# a" }),
    ghostPost("5", { html: null }),
  ];
  const reader = readGhost([written(ghostExport({ posts }))], { base: "https://old.example" });
  expect(() => reader.bodies()).toThrow("after the archive");
  await reader.read(() => undefined);
  const bodies: ArchiveBody[] = [];
  for await (const body of reader.bodies()) bodies.push(body);
  expect(bodies.map(({ key, body, details }) => [key, body, details?.["form"]])).toEqual([
    ["1", "<p>a</p>", "html"],
    ["2", "{}", "lexical"],
    ["3", "{}", "mobiledoc"],
    ["4", "# a", "markdown"],
    ["5", "", "html"],
  ]);
});

test("both ways to count give the same", async () => {
  const tricky = ghostPost("9", {
    title: '"posts":[{"\\',
    html: '<p>{"db":[{"data":{"x":[{}]}}]}</p>',
  });
  const tables = { ...everyCase(), extra: [tricky, tricky], nested: [{ a: [{}, [{}]], data: {} }] };
  for (const text of [
    ghostExport(tables),
    JSON.stringify({ meta: {}, data: tables }, null, 2),
    `{"other":[{"a":{}}],"db":[{"meta":{},"data":{"posts":[{}]}},{"data":{"posts":[{}]}}]}`,
  ]) {
    const file = written(text);
    const counted = await countGhost([file]);
    expect(counted["posts"]).toBeGreaterThan(0);
    expect(await countGhost([file], 0)).toEqual(counted);
  }
});
