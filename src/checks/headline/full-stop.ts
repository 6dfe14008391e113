import type { SourceLocation } from "../../domain/source-location.ts";
import { defineArticleRule } from "../article-rule.ts";
import { exampleFrontMatter } from "../example.ts";

/** Full stops of Latin and other scripts, of Chinese and Japanese, of Hindi and of Urdu. */
const ENDS_IN_STOP = /(?<![\p{L}\p{M}])(?<word>[\p{L}\p{M}]+)[.。｡।۔]$/u;

/** What ends a sentence within a headline: several sentences keep all their stops. */
const SENTENCE_END = /[.!?…。！？।۔](?=[\s\p{L}])/u;

/** Shorter words before a full stop may be abbreviations, as these are. */
const SHORTEST = 4;
const ABBREVIATIONS = /^(?:blvd|bros|capt|corp|dept|gebr|prof|supt|univ)$/i;

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

export const rule = defineArticleRule<{ isMarked: boolean }>({
  code: "headline/full-stop",
  severity: "hint",
  summary: "A headline of one sentence has no full stop at its end.",
  switchable: {},
  test: ({ article: { title }, locationOf, sourceOf }) => {
    const word = ENDS_IN_STOP.exec(title)?.groups?.["word"];
    if (word === undefined || SENTENCE_END.test(title.slice(0, -1))) return [];
    const isShort = Array.from(word).length < SHORTEST && !UNSPACED.test(word);
    if (isShort || ABBREVIATIONS.test(word)) return [];
    const whole = locationOf(["title"]);
    const stop = stopIn(sourceOf(["title"]), whole);
    return [{ location: stop ?? whole, details: { isMarked: stop !== undefined } }];
  },
  explain: ({ isMarked }) => ({
    message: "The headline ends with a full stop, which slows readers down where they choose.",
    fix: "Remove the full stop.",
    replacement: isMarked ? "" : undefined,
  }),
  example: exampleFrontMatter({ title: "The harbour council meets again." }),
});

/** Where the full stop stands in the headline as it is written, on one line. */
function stopIn(source: string | undefined, whole: SourceLocation): SourceLocation | undefined {
  if (source === undefined || source.includes("\n")) return undefined;
  const at = source.search(/[.。｡।۔](?:["']\s*)?$/u);
  return at === -1 ? undefined : { line: whole.line, column: whole.column + at, length: 1 };
}
