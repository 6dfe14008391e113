import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { indexPath } from "../cache/index-file.ts";
import { forgetOtherPeriods, cachedTokens } from "./cached-tokens.ts";
import type { TokenWords } from "./pagefind/token-words.ts";
import { tokenBook } from "./token-book.ts";
import type { CachedTokens } from "./token-book.ts";

const cache = mkdtempSync(join(tmpdir(), "stet-tokens-"));
afterAll(() => rmSync(cache, { recursive: true }));

let asked: string[][];
let damage: string[];
beforeEach(() => {
  asked = [];
  damage = [];
});

/** Stands in for Pagefind: a token is a word in lower case, and in its halves at a hyphen. */
function ask(tokens: readonly string[], weights: readonly number[]): Promise<TokenWords[]> {
  asked.push([...tokens]);
  return Promise.resolve(
    tokens.map((token): TokenWords => {
      const parts = token.split("-");
      if (parts.length === 1) return { words: [[token.toLowerCase()]] };
      return {
        words: [[parts.join("")], ...parts.map((part): [string] => [part])],
        shares: weights.map((weight) => [weight, ...parts.map(() => weight / parts.length)]),
      };
    }),
  );
}

function cached(language = "en", content = "/content"): CachedTokens {
  return cachedTokens("2024", language, {
    content,
    cache,
    onDamage: (sentence) => damage.push(sentence),
  });
}

test("a token is asked for once in a process, whatever period has it", async () => {
  const book = tokenBook(ask);
  const [first] = await book.look(["pier", "e-mail"]);
  const again = await book.look(["e-mail", "quay", "pier"]);
  expect(first).toEqual({ words: [["pier"]] });
  expect(again[0]?.words).toEqual([["email"], ["e"], ["mail"]]);
  expect(asked).toEqual([["pier", "e-mail"], ["quay"]]);
});

test("what was asked before is kept for the next build, and only what is new is asked then", async () => {
  const tokens = ["pier", "pilot", "e-mail"];
  const before = await tokenBook(ask).look(tokens, cached("en", "/one"));
  expect(await tokenBook(ask).look(tokens, cached("en", "/one"))).toEqual(before);
  expect(asked).toEqual([tokens]);
  const more = await tokenBook(ask).look(["pint", ...tokens], cached("en", "/one"));
  expect(more.slice(1)).toEqual(before);
  expect(asked.slice(1)).toEqual([["pint"]]);
  // A token that no text has any more is forgotten with the next that begins as it does.
  await tokenBook(ask).look(["pint", "pip", "e-mail"], cached("en", "/one"));
  await tokenBook(ask).look(["pier", "pint", "e-mail"], cached("en", "/one"));
  expect(asked.slice(2)).toEqual([["pip"], ["pier"]]);
  expect(damage).toEqual([]);
});

test("what is kept holds for one language and one content folder", async () => {
  for (const one of [cached("en"), cached("de"), cached("de", "/other")])
    await tokenBook(ask).look(["pier"], one);
  expect(asked).toEqual([["pier"], ["pier"], ["pier"]]);
  expect(damage).toEqual([]);
});

test("what is kept of a period that is no more is deleted, of this content folder alone", async () => {
  for (const content of ["/a", "/b"]) await tokenBook(ask).look(["pier"], cached("en", content));
  const folders = (content: string) => ({ content, cache });
  const path = (content: string) => indexPath("search/2024", folders(content));
  forgetOtherPeriods(new Set(["2024", "2025"]), folders("/a"));
  expect(existsSync(path("/a"))).toBe(true);
  forgetOtherPeriods(new Set(["2025"]), folders("/a"));
  expect([path("/a"), path("/b")].map((one) => existsSync(one))).toEqual([false, true]);
});
