import { describe, expect, test } from "vitest";
import { idFromPath } from "./identity.ts";

const ROOT = { base: "/" };
const BELOW = { base: "/paper/" };

const idOf = (file: string, aliases: string[] = [], site = ROOT): string =>
  idFromPath(`articles/${file}`, aliases, site);

test("the id of a path never changes, or every feed's items come back as unread", () => {
  // UUIDv5 of "articles/2023/12/slug" and of "/old/slug.html", by Python's `uuid.uuid5`.
  expect(idOf("2023/12/slug.mdx")).toBe("48878cbd-b101-5f84-9601-1ae995c21cd1");
  expect(idOf("2023/12/slug.mdx", ["/old/slug.html"])).toBe("d1e6983a-5900-558e-8d22-b72c5aa2b8f0");
});

test("the id is a UUID of version 5 and of the variant of RFC 9562", () => {
  for (const file of ["2023/12/a.md", "2023/12/é.mdx", ""])
    expect(idOf(file)).toMatch(/^[\da-f]{8}-[\da-f]{4}-5[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
});

describe("Rule 6: an article without an id keeps its identity", () => {
  const first = idOf("2023/12/déjà-vu.md");

  test("when Markdown becomes MDX, and when a disk decomposes its name", () => {
    expect(idOf("2023/12/déjà-vu.mdx")).toBe(first);
    expect(idOf("2023/12/déjà-vu.mdx".normalize("NFD"))).toBe(first);
  });

  test.each([
    "/2023/12/déjà-vu/",
    "/2023/12/déjà-vu",
    "/2023/12/déjà-vu/index.html",
    "/2023/12/d%C3%A9j%C3%A0-vu/",
    "/2023/12/déjà-vu/".normalize("NFD"),
    "https://paper.example/2023/12/déjà-vu/",
    "http://an.older.example:8080/2023/12/d%C3%A9j%C3%A0-vu/",
  ])("when it moves and leaves its old address %s", (alias) => {
    expect(idOf("2024/01/seen-again.md", [alias])).toBe(first);
    // The second move puts another old address below the first.
    expect(idOf("2025/05/seen.mdx", [alias, "/2024/01/seen-again/"])).toBe(first);
  });

  test("when the publication moves to another domain or below another path", () => {
    for (const alias of [
      "/2023/12/déjà-vu/",
      "/paper/2023/12/déjà-vu/",
      "https://paper.example/paper/2023/12/déjà-vu/",
    ])
      expect(idOf("2024/01/seen-again.md", [alias], BELOW)).toBe(first);
  });
});

test("addresses that other systems gave are no paths of articles, and stand for themselves", () => {
  const ids = [
    "/2023/12/slug/",
    "/2023/12/slug.html",
    "/blog/2023/12/slug/",
    "/2023/13/slug/",
    "/articles/2023/12/slug/",
    "/slug/",
  ].map((alias) => idOf("2024/01/moved.md", [alias]));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids[0]).toBe(idOf("2023/12/slug.md"));
});

test("what is no old address, and is told as an error, leaves the path to count", () => {
  expect(idOf("2024/01/moved.md", ["/?p=12"])).toBe(idOf("2024/01/moved.md"));
});
