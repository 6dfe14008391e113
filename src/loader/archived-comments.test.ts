import { withContentFolder } from "../domain/content-path.ts";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { anArticle } from "../../tests/fixtures/domain-values.ts";
import { commentsOf, commentsReadings, placeComments } from "./archived-comments.ts";
import { READERS_HERE } from "./readers.ts";
import type { Comment, ParsedComments } from "./comments-file.ts";

const NOW = Date.UTC(2025, 0, 1);
const ID = "6f0d6c0e-8d0a-4c55-9d39-0a4a3d3c7b01";

function reading(changes: Partial<ParsedComments> = {}): ParsedComments {
  return { digest: "d", count: 1, links: [], diagnostics: [], ...changes };
}

const articles = [
  anArticle({ day: "2024-05-02", slug: "x" }),
  anArticle({ day: "2024-06-01", slug: "named", id: ID }),
];

function placed(
  files: Record<string, ParsedComments>,
  invalid: { file: string; path: string }[] = [],
) {
  const { comments, due, diagnostics } = placeComments(new Map(Object.entries(files)), {
    articles,
    invalid,
    now: NOW,
    read: () => THREAD,
  });
  return {
    comments,
    due: due.map(({ instant, article }) => [instant, article.file]),
    told: diagnostics.map(({ code, file, fix }) => ({
      code,
      file,
      fix: withContentFolder(fix, "content/"),
    })),
  };
}

const comment = (id: string, day: string, parent?: string): Comment => ({
  id,
  author: "A reader",
  date: { day, instant: Date.parse(`${day}T00:00:00Z`), timed: false },
  text: "Words.",
  ...(parent === undefined ? {} : { parent }),
});

/** Two that are out, one that is to come, and an answer to that which claims to be older. */
const THREAD = [
  comment("1", "2024-06-01"),
  comment("2", "2024-06-02", "1"),
  comment("3", "2025-02-01", "1"),
  comment("4", "2024-06-03", "3"),
  comment("5", "2024-06-04", "4"),
];

test("comments that are dated later than now wait, with what answers them", () => {
  const last = { ...comment("3", "2025-02-01").date, location: { line: 9, column: 5 } };
  const { comments, due, told } = placed({
    "comments/2024/05/x.yaml": reading({ count: 5, last }),
  });
  expect(comments["/2024/05/x/"]).toMatchObject({ count: 2, withheld: ["3", "4", "5"] });
  expect(due).toEqual([[Date.UTC(2025, 1, 1), "articles/2024/05/x.mdx"]]);
  expect(told).toMatchObject([{ code: "date/future", file: "comments/2024/05/x.yaml" }]);
});

test("a file of which nothing is shown yet has no comments", () => {
  const last = { ...comment("3", "2025-02-01").date, location: { line: 9, column: 5 } };
  const { comments } = placed({ "comments/2024/05/x.yaml": reading({ count: 3, last }) });
  expect(comments).toEqual({});
});

test("comments come to their article by its path, or by its id", () => {
  const { comments, told } = placed({
    "comments/2024/05/x.yaml": reading(),
    [`comments/${ID}.yaml`]: reading({ count: 3 }),
  });
  expect(told).toEqual([]);
  expect(comments).toMatchObject({
    "/2024/05/x/": { count: 1 },
    "/2024/06/named/": { count: 3, file: `comments/${ID}.yaml` },
  });
  expect(commentsOf(articles.slice(0, 1), comments)).toEqual({
    "/2024/05/x/": comments["/2024/05/x/"],
  });
});

test("comments of no article are told, with the one that is near", () => {
  expect(placed({ "comments/2024/04/x.yaml": reading() }).told).toEqual([
    {
      code: "comments/article",
      file: "comments/2024/04/x.yaml",
      fix: "Rename it to `content/comments/2024/05/x.yaml` if that is what you mean. Otherwise give it the name of its article.",
    },
  ]);
  const invalid = { file: "articles/2024/04/x.md", path: "/2024/04/x/" };
  expect(placed({ "comments/2024/04/x.yaml": reading() }, [invalid]).told).toEqual([]);
});

test("two files for one article are one too many", () => {
  const { told } = placed({
    "comments/2024/06/named.yaml": reading(),
    [`comments/${ID}.yaml`]: reading(),
  });
  expect(told).toMatchObject([{ code: "comments/twice", file: `comments/${ID}.yaml` }]);
});

test("comments before the article or after now are told; those of its day are not", () => {
  const at = (day: string) => ({
    instant: Date.parse(`${day}T00:00:00Z`),
    day,
    timed: false,
    location: { line: 4, column: 1 },
  });
  const dated = (first: string, last: string) =>
    placed({ "comments/2024/05/x.yaml": reading({ first: at(first), last: at(last) }) }).told;
  expect(dated("2024-05-02", "2024-05-03")).toEqual([]);
  expect(dated("2024-05-01", "2025-01-02")).toMatchObject([
    { code: "comments/date" },
    { code: "date/future" },
  ]);
});

describe("a file that is as it was", () => {
  const folder = mkdtempSync(join(tmpdir(), "stet-comments-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const file = "comments/2024/05/x.yaml";
  const path = join(folder, "content", file);
  const read = async (stamp: string) => {
    const folders = {
      content: join(folder, "content"),
      cache: join(folder, "cache"),
      codeVersion: "1",
      timezone: "UTC",
    };
    return (await commentsReadings([{ file, stamp, bytes: 1 }], folders, READERS_HERE)).get(file);
  };
  const write = (text: string) => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `comments:\n  - { id: 1, author: A, date: 2024-05-02, text: ${text} }\n`);
  };

  test("is not opened again", async () => {
    write("One");
    const before = await read("stamp 1");
    expect(before).toMatchObject({ count: 1, diagnostics: [] });
    rmSync(path);
    expect(await read("stamp 1")).toEqual(before);
    expect((await read("stamp 2"))?.diagnostics).toMatchObject([{ code: "path/unreadable" }]);
    write("Two");
    expect((await read("stamp 3"))?.digest).not.toBe(before?.digest);
  });
});
