import { temporaryFolder } from "../../../tests/fixtures/temporary-folder.ts";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ArchiveError } from "../archive.ts";
import {
  EXPORT_HEAD,
  madeExport,
  madeItem,
  writtenFiles,
} from "../../../tests/fixtures/made-export.ts";
import { readWordPress } from "./read-wordpress.ts";

const GOOD = madeExport([{ body: "Words" }]);

async function failure(...files: string[]): Promise<string> {
  const error: unknown = await readWordPress(files)
    .read(() => {})
    .catch((one: unknown) => one);
  expect(error).toBeInstanceOf(ArchiveError);
  return files.reduce(
    (text, file, at) => text.replaceAll(file, `F${at + 1}`),
    (error as Error).message,
  );
}

test.each<[what: string, content: string | Uint8Array, expected: RegExp]>([
  ["an empty file", "", /^F1:1:1: The file is empty\. .*Tools, Export/],
  ["a file of blanks", "  \n ", /^F1:1:1: The file has nothing but blanks in it\. /],
  ["JSON", '{"db":[]}', /^F1:1:1: The file is JSON, not a WordPress export\. /],
  ["a page", "<!DOCTYPE html><html><body>", /^F1:1:1: The file is an HTML page/],
  [
    "a zip archive",
    new Uint8Array([0x50, 0x4b, 3, 4, 9, 9]),
    /^F1:1:1: The file is a zip archive\. Unpack it/,
  ],
  [
    "a gzip file",
    new Uint8Array([0x1f, 0x8b, 8, 0, 0]),
    /^F1:1:1: The file is packed with gzip\. Unpack it/,
  ],
  ["UTF-16", Buffer.from(`\uFEFF${GOOD}`, "utf16le"), /^F1:1:1: The file is in UTF-16\. .*iconv/],
  ["UTF-16 without its mark", Buffer.from(GOOD, "utf16le"), /^F1:1:1: The file is in UTF-16\. /],
  [
    "another encoding",
    GOOD.replace('"UTF-8"', '"ISO-8859-1"'),
    /^F1:1:1: The file says that its encoding is ISO-8859-1\. .*iconv -f ISO-8859-1/,
  ],
  [
    "bytes of another encoding",
    Buffer.from(GOOD.replace("Words", "W\u00f6rter"), "latin1"),
    /^F1:19:28: The bytes from here are not UTF-8/,
  ],
  [
    "a feed",
    "<rss version='2.0'><channel><title>News</title></channel></rss>",
    /^F1:1:1: The file is an RSS feed, not a WordPress export/,
  ],
  [
    "other XML",
    "<?xml version='1.0'?><urlset/>",
    /^F1:1:1: The file is XML, but not a WordPress export: its root is `<urlset>`/,
  ],
  [
    "an unknown version",
    GOOD.replace(">1.2<", ">2.0<"),
    /^F1:10:1: The version of the export is `2\.0`; Stet reads 1\.0, 1\.1 and 1\.2/,
  ],
  [
    "a file that was cut off",
    GOOD.slice(0, -60),
    /^F1:\d+:\d+: The file ends inside `<[a-z:_]+>`: it was cut short\./,
  ],
  [
    "a file that was cut off in a body",
    GOOD.slice(0, GOOD.indexOf("Words")),
    /^F1:\d+:\d+: The file ends /,
  ],
  [
    "entities of its own",
    GOOD.replace("<rss", '<!DOCTYPE rss [<!ENTITY a "b"><!ENTITY c "&a;&a;&a;">]>\n<rss'),
    /^F1:2:\d+: The file declares entities of its own/,
  ],
  [
    "an entity that is none",
    GOOD.replace("The Old Example", "A &wrong; B"),
    /^F1:8:\d+: An entity is not one of XML or HTML\. Write `&amp;`/,
  ],
  [
    "a closing tag alone",
    GOOD.replace("<wp:wxr", "</b><wp:wxr"),
    /^F1:10:\d+: .*the file is damaged\. Do not edit an export by hand/,
  ],
])("%s is refused with what to do", async (_, content, expected) => {
  expect(await failure(...writtenFiles(content))).toMatch(expected);
});

test("a folder, a missing file and a broken one are reported at once", async () => {
  const folder = temporaryFolder("folder");
  const [broken = ""] = writtenFiles("");
  const lines = (await failure(folder, join(folder, "none.xml"), broken)).split("\n");
  expect(lines).toEqual([
    "F1: This is a folder. Name the `.xml` files in it.",
    "F1/none.xml: There is no such file. Check its path.",
    expect.stringMatching(/^F3:1:1: The file is empty\./),
  ]);
});

test("control characters and entities of HTML are mended, and the former noted", async () => {
  const [file = ""] = writtenFiles(
    madeExport([{ title: "A&nbsp;&mdash;\u0008 B", body: "One\u0000\u000B two" }]),
  );
  const reader = readWordPress([file]);
  const archive = await reader.read(() => {});
  expect(archive.texts[0]?.title).toBe("A — B");
  expect(archive.notes).toEqual([
    `${file}: 3 control characters that XML does not allow, left out of the texts`,
  ]);
  const [body] = await Array.fromAsync(reader.bodies());
  expect(body?.body).toBe("One two");
});

test("10,000 elements in each other are refused, and 900 are read", async () => {
  const nested = (count: number): string => "<x>".repeat(count) + "</x>".repeat(count);
  expect(await failure(...writtenFiles(madeExport([nested(10_000)])))).toMatch(
    /^F1:14:\d+: More than 1000 elements are in each other/,
  );
  const files = writtenFiles(madeExport([{ more: nested(900) }, nested(900), { id: 2 }]));
  expect((await readWordPress(files).read(() => {})).texts).toHaveLength(2);
});

test("100,000 terms are read", async () => {
  const terms = Array.from(
    { length: 100_000 },
    (_, at) =>
      `<wp:tag><wp:term_id>${at}</wp:term_id><wp:tag_slug>t${at}</wp:tag_slug><wp:tag_name>T ${at}</wp:tag_name></wp:tag>`,
  );
  const reader = readWordPress(writtenFiles(madeExport([], terms.join(""))));
  const archive = await reader.read(() => {});
  expect(archive.terms).toHaveLength(100_000);
  expect(await reader.count()).toEqual({ tag: 100_000 });
});

test("a file is read the same in whatever chunks its counter gets it", async () => {
  const large = madeItem({ body: `<item> <!-- ${"<wp:comment>".repeat(20_000)}` });
  const reader = readWordPress(
    writtenFiles(`${EXPORT_HEAD}${large}<!-- <item></item> --></channel></rss>`),
  );
  await reader.read(() => {});
  expect(await reader.count()).toEqual({ post: 1 });
});
