import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { FRENCH } from "./french.ts";

/** High punctuation without a no-break space before it, and guillemets without one inside. */
const BREAKABLE = /[^\u00A0\u202F][;!?»]|[^\u00A0\u202F]:(?!\/\/|\d)|«[^\u00A0\u202F]/gu;

test.each([
  ["Vraiment ?", [" ?"]],
  ["Vraiment\u202F? « Oui\u00A0»", ["« "]],
  ["Page : {name}", [" :"]],
  ["https://a.example/ à 9:30", []],
])("in %j it is seen where a line can break", (text, breaks) => {
  expect(breaksIn(text)).toEqual(breaks);
});

test("no French message can break before high punctuation or inside guillemets", () => {
  expect(textsOf(FRENCH).length).toBeGreaterThan(100);
  const breakable = textsOf(FRENCH)
    .map((text) => text.replaceAll(/\{\w+\}/g, "mot"))
    .filter((text) => breaksIn(text).length > 0);
  expect(breakable).toEqual([]);
});

const TEXTS = join(import.meta.dirname, "../starter/texts/fr");

test.each(readdirSync(TEXTS))("nor can %s, with which a French publication begins", (file) => {
  // Keys, tags, code and marks of footnotes are the same in every language.
  const prose = readFileSync(join(TEXTS, file), "utf8")
    .replaceAll(/```[^]*?```|`[^`]*`|<[^<>]*>/g, "")
    .replaceAll(/^[ -]*\w+:|^\[\^\w+\]:/gm, "");
  expect(breaksIn(prose)).toEqual([]);
});

function breaksIn(text: string): string[] {
  return Array.from(text.matchAll(BREAKABLE), ([found]) => found);
}

/** Every text in a catalogue of messages. */
function textsOf(part: unknown): string[] {
  if (typeof part === "string") return [part];
  return typeof part === "object" && part !== null ? Object.values(part).flatMap(textsOf) : [];
}
