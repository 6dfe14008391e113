import { temporaryFolder } from "../../../tests/fixtures/temporary-folder.ts";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { ArchiveError } from "../archive.ts";
import type { Archive, ArchiveBody, ArchiveText } from "../archive.ts";
import {
  cdata,
  madeExport,
  madeItem,
  MADE_SITE,
  writtenFiles,
} from "../../../tests/fixtures/made-export.ts";
import type { MadeItem } from "../../../tests/fixtures/made-export.ts";
import { readWordPress } from "./read-wordpress.ts";
import type { WordPressOptions } from "./read-wordpress.ts";

async function archiveOf(
  items: readonly (MadeItem | string)[],
  channel = "",
  options: WordPressOptions = {},
): Promise<Archive> {
  return readWordPress(writtenFiles(madeExport(items, channel)), options).read(() => {});
}

async function textOf(item: MadeItem, channel = ""): Promise<ArchiveText | undefined> {
  return (await archiveOf([item], channel)).texts[0];
}

async function bodiesOf(items: readonly (MadeItem | string)[]): Promise<ArchiveBody[]> {
  const reader = readWordPress(writtenFiles(madeExport(items)));
  await reader.read(() => {});
  return Array.fromAsync(reader.bodies());
}

test("a post becomes an article with all that the export says of it", async () => {
  const term =
    "<wp:category><wp:term_id>3</wp:term_id><wp:category_nicename>town</wp:category_nicename><wp:cat_name>Town &amp;amp; Harbour</wp:cat_name></wp:category>";
  const author =
    "<wp:author><wp:author_id>7</wp:author_id><wp:author_login>ann</wp:author_login><wp:author_email>ann@old.example</wp:author_email><wp:author_display_name>Ann Example</wp:author_display_name></wp:author>";
  const item: MadeItem = {
    id: 12,
    title: cdata("Boats &#8211; <em>many</em> &amp; &lt;large&gt;"),
    excerpt: "<p>In <b>short</b>&nbsp;words.</p>",
    slug: "boats",
    meta: { _wp_old_slug: "old-boats", _thumbnail_id: "13" },
    more: `<wp:is_sticky>1</wp:is_sticky><wp:post_modified_gmt>2020-03-02 09:00:00</wp:post_modified_gmt><category domain="category" nicename="town">x</category><category domain="post_tag" nicename="sea">Sea</category>`,
  };
  const image = madeItem({
    id: 13,
    type: "attachment",
    status: "inherit",
    more: `<wp:attachment_url>${MADE_SITE}/wp-content/uploads/2020/03/a.jpg</wp:attachment_url>`,
  });
  const archive = await archiveOf([item, image], author + term);
  expect(archive.texts).toEqual([
    {
      key: "12",
      origin: { file: expect.any(String) as string, line: expect.any(Number) as number },
      kind: "article",
      title: "Boats – many & <large>",
      slug: "boats",
      state: "public",
      date: "2020-03-01T10:00:00+01:00",
      modified: "2020-03-02T09:00:00Z",
      authors: ["ann"],
      terms: ["category:town", "tag:sea"],
      excerpt: "In short words.",
      image: { file: "13" },
      isPinned: true,
      addresses: [
        `${MADE_SITE}/boats/`,
        `${MADE_SITE}/old-boats`.concat("/"),
        `${MADE_SITE}/?p=12`,
      ],
      feedId: `${MADE_SITE}/?p=12`,
    },
  ]);
  expect(archive.site).toMatchObject({ title: "The Old Example", url: MADE_SITE });
  expect(archive.authors).toEqual([
    {
      key: "ann",
      name: "Ann Example",
      slug: "ann",
      addresses: [`${MADE_SITE}/author/ann/`, `${MADE_SITE}/?author=7`],
    },
  ]);
  expect(archive.terms[0]).toMatchObject({
    name: "Town & Harbour",
    addresses: [`${MADE_SITE}/category/town/`, `${MADE_SITE}/?cat=3`],
  });
});

test.each([
  ["publish", "", { state: "public" }],
  ["future", "", { state: "public" }],
  ["draft", "", { state: "draft", addresses: [] }],
  ["pending", "", { state: "draft", why: "waits for a review", addresses: [] }],
  ["private", "", { state: "draft", why: "private" }],
  ["pitch", "", { state: "draft", why: "has the status `pitch`" }],
  [
    "publish",
    "<wp:post_password>enter</wp:post_password>",
    { state: "draft", why: "has a password" },
  ],
])("a post with the status %s %s", async (status, more, expected) => {
  expect(await textOf({ status, more })).toMatchObject(expected);
});

test("a page that is scheduled is a draft, because pages have no date", async () => {
  expect(await textOf({ status: "future", type: "page" })).toMatchObject({
    state: "draft",
    why: "scheduled",
  });
});

test.each([
  ["trash", "post", "was in the trash"],
  ["auto-draft", "post", "is a draft that nobody ever saved"],
  ["inherit", "revision", "is an earlier version of a text"],
  ["publish", "wp_template", "belongs to the old theme, in whose place Stet has its own look"],
  [
    "publish",
    "recipe",
    "is of the type `recipe`, which a plugin or theme added: the map file can say that it becomes articles or pages",
  ],
])("an item with the status %s and the type %s is left out", async (status, type, why) => {
  const archive = await archiveOf([{ id: 5, status, type, title: "It" }]);
  expect(archive.texts).toEqual([]);
  expect(archive.leftOut).toEqual([{ kind: type, key: "5", title: "It", why }]);
});

test("types that the owner names become articles or pages", async () => {
  const types = { recipe: "article", place: "page" } as const;
  const archive = await archiveOf(
    [
      { id: 1, type: "recipe" },
      { id: 2, type: "place" },
    ],
    "",
    { types },
  );
  expect(archive.texts.map(({ kind }) => kind)).toEqual(["article", "page"]);
  expect(archive.used).toMatchObject({ recipe: 1, place: 1 });
});

test.each([
  ["2020-07-01 12:00:00", "2020-07-01 16:00:00", "2020-07-01T12:00:00-04:00"],
  ["2020-07-01 12:00:00", "2020-07-01 12:00:00", "2020-07-01T12:00:00Z"],
  ["2020-07-01 12:00:00", "2020-07-01 06:15:00", "2020-07-01T12:00:00+05:45"],
  ["2020-07-01 12:00:00", "2020-06-01 12:00:00", "2020-06-01T12:00:00Z"],
  ["0000-00-00 00:00:00", "2020-07-01 16:00:00", "2020-07-01T16:00:00Z"],
  ["2020-07-01 12:00:00", "0000-00-00 00:00:00", "2020-07-01"],
  ["0000-00-00 00:00:00", "0000-00-00 00:00:00", undefined],
  ["2020-02-30 12:00:00", "", undefined],
])("the dates %s and %s are %s", async (date, gmt, expected) => {
  expect((await textOf({ date, gmt }))?.date).toBe(expected);
});

test("a date that is only local is one of the zone that the owner names", async () => {
  const item = { date: "2020-07-01 12:00:00", gmt: "0000-00-00 00:00:00" };
  const archive = await archiveOf([item], "", { timezone: "Europe/Paris" });
  expect(archive.texts[0]?.date).toBe("2020-07-01T12:00:00+02:00");
});

test.each([
  ["", "<!-- wp:paragraph --><p>One two three.</p><!-- /wp:paragraph -->", "One two three."],
  ["", "", "post 1"],
  ["<![CDATA[<!-- -->]]>", "[caption]Words[/caption]", "Words"],
])("a post without a title gets one: %j with %j", async (title, body, expected) => {
  const text = await textOf({ title, body });
  expect(text?.title).toBe(expected);
  expect(text?.notes).toHaveLength(1);
});

test("text that is cut into several sections is one", async () => {
  const [body] = await bodiesOf([{ body: "a ]]> b ]]>]]> c" }]);
  expect(body?.body).toBe("a ]]> b ]]>]]> c");
});

test("approved comments are kept, without addresses of their authors", async () => {
  const comment = (id: number, approved: string, more = ""): string =>
    `<wp:comment><wp:comment_id>${id}</wp:comment_id><wp:comment_author>${cdata("Bo &amp; bo@mail.example")}</wp:comment_author><wp:comment_author_email>bo@mail.example</wp:comment_author_email><wp:comment_author_IP>10.1.2.3</wp:comment_author_IP><wp:comment_author_url>https://bo.example</wp:comment_author_url><wp:comment_date_gmt>2020-03-03 10:00:00</wp:comment_date_gmt><wp:comment_content>${cdata("One.\n\nTwo\nthree.")}</wp:comment_content><wp:comment_approved>${approved}</wp:comment_approved>${more}</wp:comment>`;
  const more = [
    comment(1, "1"),
    comment(2, "1", "<wp:comment_parent>1</wp:comment_parent>"),
    comment(3, "0"),
    comment(4, "spam"),
    comment(5, "1", "<wp:comment_type>pingback</wp:comment_type>"),
    comment(6, "1", "<wp:comment_parent>3</wp:comment_parent>"),
  ].join("");
  const files = writtenFiles(madeExport([{ more }]));
  const reader = readWordPress(files);
  const archive = await reader.read(() => {});
  const bodies = await Array.fromAsync(reader.bodies());
  const kept = {
    author: "Bo & bo",
    url: "https://bo.example/",
    date: "2020-03-03T10:00:00Z",
    text: "<p>One.</p>\n<p>Two<br>\nthree.</p>",
  };
  expect(bodies[0]?.comments).toEqual([
    { id: "1", parent: undefined, ...kept },
    { id: "2", parent: "1", ...kept },
    { id: "6", parent: undefined, ...kept },
  ]);
  expect(archive.used).toMatchObject({ comment: 3 });
  expect(archive.leftOut.map(({ kind, why, count }) => [kind, why, count])).toEqual([
    ["comment", "was not approved", 1],
    ["comment", "was marked as spam", 1],
    ["comment", "says only that another site linked to the text", 1],
  ]);
  expect(JSON.stringify([archive, bodies])).not.toMatch(/mail\.example|10\.1\.2\.3/);
});

test("an item that is in two files counts once", async () => {
  const files = writtenFiles(
    madeExport([{ id: 1 }, { id: 2 }]),
    madeExport([{ id: 2 }, { id: 3 }]),
  );
  const reader = readWordPress(files);
  const archive = await reader.read(() => {});
  expect(archive.texts.map(({ key }) => key)).toEqual(["1", "2", "3"]);
  expect(archive.leftOut).toEqual([
    { kind: "post", key: "2", title: "Post 2", why: "is in the archive twice" },
  ]);
  expect((await Array.fromAsync(reader.bodies())).map(({ key }) => key)).toEqual(["1", "2", "3"]);
  expect(await reader.count()).toEqual({ post: 4 });
});

test("two items with one number are two texts", async () => {
  const archive = await archiveOf([
    { id: 1, slug: "a" },
    { id: 1, slug: "b" },
  ]);
  expect(archive.texts.map(({ key, slug }) => [key, slug])).toEqual([
    ["1", "a"],
    ["1-2", "b"],
  ]);
});

test("a reusable block goes with the texts that use it", async () => {
  const use = '<!-- wp:block {"ref":9} /-->';
  const [body] = await bodiesOf([
    { id: 1, body: `${use}` },
    { id: 9, type: "wp_block", body: "<p>Shared</p>" },
  ]);
  expect(body?.details).toEqual({ "block:9": "<p>Shared</p>" });
});

test("the primary category of Yoast comes first", async () => {
  const category = (id: number, slug: string): string =>
    `<wp:category><wp:term_id>${id}</wp:term_id><wp:category_nicename>${slug}</wp:category_nicename><wp:cat_name>${slug}</wp:cat_name></wp:category>`;
  const more = ["a", "b"]
    .map((slug) => `<category domain="category" nicename="${slug}">${slug}</category>`)
    .join("");
  const text = await textOf(
    { more, meta: { _yoast_wpseo_primary_category: "2" } },
    category(1, "a") + category(2, "b"),
  );
  expect(text?.terms).toEqual(["category:b", "category:a"]);
});

test.each([
  [{ _yoast_wpseo_title: "%%title%% – %%sitename%%" }, undefined, undefined],
  [
    { rank_math_title: "A title", rank_math_description: "%excerpt%" },
    { title: "A title" },
    undefined,
  ],
  [{ _yoast_wpseo_canonical: "https://first.example/a" }, undefined, "https://first.example/a"],
  [{ _yoast_wpseo_canonical: `${MADE_SITE}/other/` }, undefined, undefined],
])("what SEO plugins say in %j", async (meta, seo, canonical) => {
  const text = await textOf({ meta });
  expect(text?.seo).toEqual(seo);
  expect(text?.canonical).toBe(canonical);
});

test("files are found in the folder of uploads, by any of their names, and none outside it", async () => {
  const folder = temporaryFolder("uploads");
  const put = (path: string): string => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, path);
    return file;
  };
  const inMay = put("wp-content/uploads/2020/05/a.jpg");
  const inJune = put("wp-content/uploads/2020/06/a.jpg");
  const large = put("wp-content/uploads/2020/06/Large-scaled.jpg");
  put("secret.txt");
  const file = (id: number, path: string, meta: Record<string, string> = {}): MadeItem => ({
    id,
    type: "attachment",
    status: "inherit",
    meta,
    more: `<wp:attachment_url>${MADE_SITE}/wp-content/uploads/${path}</wp:attachment_url>`,
  });
  const metadata = 'a:1:{s:5:"sizes";a:1:{s:5:"thumb";a:1:{s:4:"file";s:13:"a-150x150.jpg";}}}';
  const archive = await archiveOf(
    [
      file(1, "2020/05/a.jpg", {
        _wp_attachment_metadata: metadata,
        _wp_attachment_image_alt: "A boat",
        _media_credit: "Bo",
      }),
      file(2, "2020/06/a.jpg"),
      file(3, "2020/06/large.jpg"),
      file(4, "2020/06/none.jpg", { _wp_attached_file: "../../secret.txt" }),
    ],
    "",
    { uploads: folder },
  );
  expect(archive.files.map(({ source }) => source)).toEqual([inMay, inJune, large, undefined]);
  expect(archive.files.map(({ target }) => target)).toEqual([
    { public: "wp-content/uploads/2020/05/a.jpg" },
    { public: "wp-content/uploads/2020/06/a.jpg" },
    { public: "wp-content/uploads/2020/06/large.jpg" },
    { public: "wp-content/uploads/2020/06/none.jpg" },
  ]);
  expect(archive.files[0]).toMatchObject({ alt: "A boat", credit: "Bo" });
  expect(archive.files[0]?.addresses).toContain(
    `${MADE_SITE}/wp-content/uploads/2020/05/a-150x150.jpg`,
  );
});

test("symbolic links that lead out of the folder of uploads, or in a circle, are not followed", async () => {
  const folder = temporaryFolder("uploads");
  const other = temporaryFolder("elsewhere");
  writeFileSync(join(other, "secret.jpg"), "secret");
  writeFileSync(join(folder, "own.jpg"), "own");
  symlinkSync(join(other, "secret.jpg"), join(folder, "file.jpg"));
  symlinkSync(other, join(folder, "folder"));
  symlinkSync("circle.jpg", join(folder, "circle.jpg"));
  symlinkSync("own.jpg", join(folder, "inside.jpg"));
  const paths = ["file.jpg", "folder/secret.jpg", "circle.jpg", "inside.jpg"];
  const items = paths.map((path, at) => ({
    id: at + 1,
    type: "attachment",
    status: "inherit",
    more: `<wp:attachment_url>${MADE_SITE}/wp-content/uploads/${path}</wp:attachment_url>`,
  }));
  const { files } = await archiveOf(items, "", { uploads: folder });
  const inside = join(folder, "inside.jpg");
  expect(files.map(({ source }) => source)).toEqual([undefined, undefined, undefined, inside]);
});

test("uploads that only bodies name are found in the folder, with each of their addresses", async () => {
  const folder = temporaryFolder("uploads");
  mkdirSync(join(folder, "2020"));
  for (const name of ["a.jpg", "A.jpg", "b-9x9.png"])
    writeFileSync(join(folder, "2020", name), name);
  const at = `${MADE_SITE}/wp-content/uploads/2020`;
  const body = `<img src="${at}/a-30x20.jpg" srcset="${at}/a.jpg 2x, /wp-content/uploads/2020/A.jpg 3x"> <a href='${at}/b-9x9.png'>b</a> (${at}/none.jpg) ${at}/../../c.jpg`;
  const { files } = await archiveOf([{ body }], "", { uploads: folder });
  expect(files).toEqual([
    {
      key: "upload:2020/a-30x20.jpg",
      addresses: [`${at}/a-30x20.jpg`, `${at}/a.jpg`],
      source: join(folder, "2020/a.jpg"),
      target: { public: "wp-content/uploads/2020/a.jpg" },
    },
    {
      key: "upload:2020/A.jpg",
      addresses: [`${at}/A.jpg`],
      source: join(folder, "2020/A.jpg"),
      target: { public: "wp-content/uploads/2020/A-2.jpg" },
    },
    {
      key: "upload:2020/b-9x9.png",
      addresses: [`${at}/b-9x9.png`],
      source: join(folder, "2020/b-9x9.png"),
      target: { public: "wp-content/uploads/2020/b-9x9.png" },
    },
  ]);
});

test("menus have the names and addresses of what they lead to, those below behind those above", async () => {
  const entry = (
    id: number,
    order: number,
    meta: Record<string, string>,
    title = "",
  ): MadeItem => ({
    id,
    type: "nav_menu_item",
    title,
    meta,
    more: `<wp:menu_order>${order}</wp:menu_order><category domain="nav_menu" nicename="top">Top</category>`,
  });
  const archive = await archiveOf([
    { id: 1, slug: "a" },
    entry(10, 1, {
      _menu_item_type: "post_type",
      _menu_item_object: "post",
      _menu_item_object_id: "1",
    }),
    entry(11, 3, { _menu_item_type: "custom", _menu_item_url: "https://b.example/" }, "B"),
    entry(
      12,
      2,
      { _menu_item_type: "custom", _menu_item_url: "/c/", _menu_item_menu_item_parent: "11" },
      "C",
    ),
    entry(
      13,
      4,
      { _menu_item_type: "post_type", _menu_item_object: "page", _menu_item_object_id: "99" },
      "Gone",
    ),
  ]);
  expect(archive.menus).toEqual([
    {
      name: "Top",
      items: [
        { label: "Post 1", href: `${MADE_SITE}/a/` },
        { label: "B", href: "https://b.example/" },
        { label: "C", href: "/c/" },
      ],
    },
  ]);
  expect(archive.leftOut).toContainEqual({
    kind: "nav_menu_item",
    key: "13",
    title: "Gone",
    why: "leads to page 99, which is not in the archive",
  });
});

test("a menu of one item is one, and a menu without items is left out", async () => {
  const term = (slug: string): string =>
    `<wp:term><wp:term_taxonomy>nav_menu</wp:term_taxonomy><wp:term_slug>${slug}</wp:term_slug><wp:term_name>${slug}</wp:term_name></wp:term>`;
  const item: MadeItem = {
    type: "nav_menu_item",
    title: "B",
    meta: { _menu_item_type: "custom", _menu_item_url: "/b/" },
    more: '<category domain="nav_menu" nicename="foot">foot</category>',
  };
  const archive = await archiveOf([item], term("foot") + term("none"));
  expect(archive.menus).toEqual([{ name: "foot", items: [{ label: "B", href: "/b/" }] }]);
  expect(archive.used).toMatchObject({ term: 1, nav_menu_item: 1 });
  expect(archive.leftOut).toEqual([
    { kind: "term", key: "none", title: "none", why: "is a menu without items", count: 1 },
  ]);
});

test("guest authors have their names, and no address of theirs is kept", async () => {
  const more = '<category domain="author" nicename="cap-cy">cy</category>';
  const archive = await archiveOf([
    { id: 1, creator: "ann@old.example", more },
    { id: 2, creator: "ann@old.example" },
    {
      id: 3,
      type: "guest-author",
      slug: "cap-cy",
      title: "Cy",
      meta: {
        "cap-display_name": "Cy Example",
        "cap-description": "Writes.",
        "cap-user_email": "cy@mail.example",
      },
    },
  ]);
  expect(archive.texts.map(({ authors }) => authors)).toEqual([["cy"], ["ann"]]);
  expect(archive.authors).toEqual([
    expect.objectContaining({ key: "cy", name: "Cy Example", bio: "Writes." }),
    expect.objectContaining({ key: "ann", name: "ann" }),
  ]);
  expect(JSON.stringify(archive)).not.toMatch(/@(?:old|mail)\.example/);
});

test("parents of terms are found, and a circle of them is not followed", async () => {
  const category = (slug: string, parent: string): string =>
    `<wp:category><wp:category_nicename>${slug}</wp:category_nicename><wp:category_parent>${parent}</wp:category_parent><wp:cat_name>${slug}</wp:cat_name></wp:category>`;
  const archive = await archiveOf([], category("a", "b") + category("b", "a") + category("c", "b"));
  expect(archive.terms.map(({ parent }) => parent)).toEqual([
    "category:b",
    undefined,
    "category:b",
  ]);
  expect(archive.terms[2]?.addresses[0]).toBe(`${MADE_SITE}/category/b/c/`);
});

test("a file that is named twice is read once", async () => {
  const [file = ""] = writtenFiles(madeExport([{ id: 1 }]));
  const reader = readWordPress([file, file]);
  expect((await reader.read(() => {})).texts).toHaveLength(1);
  expect(await Array.fromAsync(reader.bodies())).toHaveLength(1);
});

test("an export that is cut off anywhere is refused", async () => {
  const whole = madeExport(
    [{ id: 1, body: "One <b>two</b> ä" }],
    "<wp:tag><wp:tag_slug>a</wp:tag_slug></wp:tag>",
  );
  const bytes = Buffer.from(whole);
  for (let length = 0; length < bytes.length - 1; length += 7) {
    const [file = ""] = writtenFiles(bytes.subarray(0, length));
    await expect(
      readWordPress([file]).read(() => {}),
      String(length),
    ).rejects.toThrow(ArchiveError);
  }
});

test("authors of PublishPress have what their terms say", async () => {
  const meta = (key: string, value: string): string =>
    `<wp:termmeta><wp:meta_key>${key}</wp:meta_key><wp:meta_value>${value}</wp:meta_value></wp:termmeta>`;
  const term = `<wp:term><wp:term_id>4</wp:term_id><wp:term_taxonomy>author</wp:term_taxonomy><wp:term_slug>cy</wp:term_slug><wp:term_name>Cy Example</wp:term_name>${meta("description", "Writes.")}${meta("user_email", "cy@mail.example")}</wp:term>`;
  const archive = await archiveOf(
    [{ more: '<category domain="author" nicename="cy">Cy</category>' }],
    term,
  );
  expect(archive.texts[0]?.authors).toEqual(["cy"]);
  expect(archive.authors).toEqual([
    expect.objectContaining({ name: "Cy Example", bio: "Writes." }),
  ]);
  expect(archive.used).toMatchObject({ term: 1 });
  expect(JSON.stringify(archive)).not.toContain("cy@");
});

test("series, other taxonomies, languages and formats of posts", async () => {
  const more = ["series:flood", "mood:glad", "language:fr", "post_format:post-format-quote"]
    .map((pair) => pair.split(":"))
    .map(
      ([domain, nicename]) =>
        `<category domain="${domain}" nicename="${nicename}">${nicename}</category>`,
    )
    .join("");
  const archive = await archiveOf([{ more }]);
  expect(archive.terms.map(({ key }) => key)).toEqual(["series:flood"]);
  expect(archive.texts[0]).toMatchObject({
    language: "fr",
    terms: ["series:flood"],
    notes: ["Its post format was `quote`, for which Stet has no look of its own."],
  });
  expect(archive.leftOut).toEqual([expect.objectContaining({ kind: "taxonomy", key: "mood" })]);
  const mapped = await archiveOf([{ more }], "", { taxonomies: { mood: "tag" } });
  expect(mapped.terms.map(({ key }) => key)).toEqual(["series:flood", "tag:glad"]);
});

test.each([
  [
    {
      link: `${MADE_SITE}/2020/03/02/a/`,
      slug: "a",
      date: "2020-03-02 10:00:00",
      meta: { _wp_old_date: "2020-03-01", _wp_old_slug: "b c" },
    },
    [
      `${MADE_SITE}/2020/03/02/a/`,
      `${MADE_SITE}/2020/03/02/b%20c/`,
      `${MADE_SITE}/2020/03/01/a/`,
      `${MADE_SITE}/?p=1`,
    ],
  ],
  [{ link: `${MADE_SITE}/?p=1` }, [`${MADE_SITE}/?p=1`]],
  [
    {
      type: "page",
      link: `${MADE_SITE}/a/%d0%b0/`,
      slug: "%d0%b0",
      meta: { _wp_old_slug: "%d0%b0" },
    },
    [`${MADE_SITE}/a/%d0%b0/`, `${MADE_SITE}/?page_id=1`],
  ],
])("the addresses of %j", async (item, expected) => {
  expect((await textOf(item))?.addresses).toEqual(expected);
});

test("what leads to another site is a redirect", async () => {
  const archive = await archiveOf([{ slug: "a", meta: { _links_to: "https://b.example/c" } }]);
  expect(archive.redirects).toEqual([{ from: `${MADE_SITE}/a/`, to: "https://b.example/c" }]);
});

test("prefixes of namespaces are whatever the file says", async () => {
  const text = madeExport([{ title: "It", body: "Words" }])
    .replaceAll("wp:", "w:")
    .replaceAll("content:", "body:")
    .replace("xmlns:w:=", "xmlns:w=");
  const [file = ""] = writtenFiles(
    text.replaceAll("xmlns:wp=", "xmlns:w=").replace("xmlns:content=", "xmlns:body="),
  );
  const reader = readWordPress([file]);
  expect((await reader.read(() => {})).texts).toHaveLength(1);
  expect((await Array.fromAsync(reader.bodies()))[0]?.body).toBe("Words");
  expect(await reader.count()).toEqual({ post: 1 });
});
