import { expect, test } from "vitest";
import { chanceFrom } from "../../../tests/build/random.ts";
import { JsonFault, JsonScanner } from "./json-scanner.ts";
import type { Choice } from "./json-scanner.ts";

const itemsOfPosts = (path: readonly string[]): Choice =>
  path.join("/") === "posts/*" ? "bytes" : path.length < 2 ? "enter" : "skip";

function scanned(text: string | Buffer, size: number, choose = itemsOfPosts): unknown[] {
  const bytes = Buffer.from(text);
  const found: unknown[] = [];
  const scanner = new JsonScanner(choose, ({ path, bytes: own, offset }) =>
    found.push([path.join("/"), own === undefined ? offset : JSON.parse(String(Buffer.from(own)))]),
  );
  for (let at = 0; at < bytes.length; at += size) {
    // The same memory is filled again by the next chunk, as streams do.
    const chunk = Uint8Array.from(bytes.subarray(at, at + size));
    scanner.write(chunk);
    chunk.fill(0);
  }
  scanner.end();
  return found;
}

const POSTS = [
  { title: "Plain" },
  { title: 'Quotes " and \\ and \\\\" at the end \\' },
  { title: "{[}],:\n\tÄ 😀 \u2028", list: [[], {}, [1, [2]]] },
  "text",
  -1.5e10,
  true,
  null,
  [],
  {},
];

test("items are found whole, at every split of the bytes", () => {
  const text = JSON.stringify({ a: { deep: [1, "]}"] }, 'k"\\é': 1, posts: POSTS, z: [] });
  const expected = scanned(text, text.length * 2);
  expect(expected.filter((one) => String(one).startsWith("posts/"))).toEqual(
    POSTS.map((post) => ["posts/*", post]),
  );
  for (let size = 1; size < 12; size += 1) expect(scanned(text, size)).toEqual(expected);
});

test("whatever the items are, they are those that JSON.parse finds", () => {
  const { below, one } = chanceFrom(7);
  const signs = [
    '"',
    "\\",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "é",
    "😀",
    "\n",
    "a",
    " ",
    "\u2028",
    "\ud800",
  ];
  const text = (): string => Array.from({ length: below(8) }, () => one(signs)).join("");
  const value = (depth: number): unknown => {
    const kind = below(depth > 3 ? 5 : 8);
    if (kind < 2) return text();
    if (kind < 5) return one([null, true, -below(9) / 7, 1e21]);
    if (kind < 7) return Array.from({ length: below(4) }, () => value(depth + 1));
    return Object.fromEntries(Array.from({ length: below(4) }, () => [text(), value(depth + 1)]));
  };
  for (let round = 0; round < 300; round += 1) {
    const posts = Array.from({ length: below(5) }, () => value(0));
    const whole = { [`x${text()}`]: value(0), posts, [`y${text()}`]: value(0) };
    const written = JSON.stringify(whole, null, below(2));
    const found = scanned(written, 1 + below(40)).filter((item) =>
      String(item).startsWith("posts/"),
    );
    expect(found).toEqual(posts.map((post) => ["posts/*", JSON.parse(JSON.stringify(post))]));
  }
});

test("blanks, line ends and a byte order mark do not matter", () => {
  const text = `\ufeff \r\n{ "posts" : [ { "a" : 1 } , 2 ]\t}\n `;
  for (const size of [1, 3, 100])
    expect(scanned(text, size)).toEqual([
      ["posts/*", { a: 1 }],
      ["posts/*", 2],
    ]);
});

test("what is skipped is not kept", () => {
  expect(scanned(`{"members":[{"email":"a@b.example"}],"posts":[1]}`, 5)).toEqual([
    ["members/*", 12],
    ["posts/*", 1],
  ]);
});

test.each([
  [`{"posts":[1,`, 12, "breaks off"],
  [`{"posts":[{"a":"b`, 17, "breaks off"],
  [`{"posts":[1] "b":2}`, 13, "does not belong"],
  [`{"posts":[1,]}`, 12, "does not belong"],
  [`{"posts":[,1]}`, 10, "does not belong"],
  [`{posts:[]}`, 1, "does not belong"],
  [`{"posts" []}`, 9, "does not belong"],
  [`{"posts":}`, 9, "does not belong"],
  [`{"posts":[]]`, 11, "does not belong"],
  [`{} {}`, 3, "More text"],
  [``, 0, "no value"],
  [`<html>`, 0, "does not belong"],
])("%s is refused with its place", (text, offset, message) => {
  for (const size of [1, 2, 100]) {
    let fault: unknown;
    try {
      scanned(text, size);
    } catch (error) {
      fault = error;
    }
    expect(fault).toBeInstanceOf(JsonFault);
    expect(fault).toMatchObject({ offset, message: expect.stringContaining(message) });
  }
});
