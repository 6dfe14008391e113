import { expect, test } from "vitest";
import { proseDiagnostics } from "./prose-diagnostics.ts";
import type { ProseNote } from "./prose-note.ts";

const word = (text: string, more: Partial<ProseNote> = {}): ProseNote =>
  ({
    ...{ line: 1, column: 1, length: text.length, is: "word", word: text },
    ...{ count: 1, isCapitalised: /^\p{Lu}/u.test(text), meant: [] },
    ...more,
  }) as ProseNote;

const told = (notes: Record<string, ProseNote[]>, known: string[] = []) =>
  proseDiagnostics(new Map(Object.entries(notes)), {
    options: {},
    switches: {},
    known: new Set(known),
    list: "dictionary.txt",
  }).map(({ file, message }) => `${file}: ${message}`);

test("a word with a capital that stands in a publication three times is told once, as a name", () => {
  expect(
    told({
      "a.mdx": [word("Wexenbar", { count: 2 }), word("Qwertlin"), word("wrold", { count: 3 })],
      "b.mdx": [word("Wexenbar"), word("wrold")],
    }),
  ).toEqual([
    "a.mdx: `Wexenbar` is in no dictionary, and is probably a name: it stands here and in 2 other places, in 2 files.",
    "a.mdx: `Qwertlin` is in no dictionary.",
    "a.mdx: `wrold` is in no dictionary. It stands in this text 3 times.",
    "b.mdx: `wrold` is in no dictionary.",
  ]);
});

test("a known word is known with capitals, and with an s behind it", () => {
  const notes = { "a.mdx": [word("Wexenbar"), word("Wexenbars"), word("wexenbart")] };
  expect(told(notes, ["wexenbar"])).toEqual(["a.mdx: `wexenbart` is in no dictionary."]);
});
