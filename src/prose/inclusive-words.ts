import { unified } from "unified";
import type { Plugin } from "unified";
import type { Node } from "unist";
import { VFile } from "vfile";
import { OBJECT } from "../markdown/prose-blocks.ts";
import type { ProseBlock } from "../markdown/prose-blocks.ts";
import type { ProseNote } from "./prose-note.ts";
import { primary } from "./primary-language.ts";

/** The addresses of the packages that know the words. */
export interface InclusivePackages {
  english: string;
  equality: string;
}

/**
 * Words that news says of persons and means as it says, by the ids of retext-equality: pronouns, relatives, the nobility,
 * and some that mostly mean something else.
 */
const OF_PERSONS = new Set(
  [
    "he-she her-him herself-himself gals-man gal-guy boy-girl females-males mrs-",
    "boyfriend-girlfriend boyfriends-girlfriends bride-groom husband-wife husbands-wives widow-widower",
    "aunt-uncle aunts-uncles brother-sister brothers-sisters dad-mom dads-moms daughter-son daughters-sons",
    "gramps-granny granddaughter-grandson granddaughters-grandsons grandfathers-grandmothers godfather-godmother",
    "nephew-niece nephews-nieces maternal-paternal maternity-paternity",
    "stepbrother-stepsister stepbrothers-stepsisters stepdad-stepmom stepfathers-stepmothers",
    "dame-lord dames-lords king-queen kings-queens prince-princess princes-princesses",
    "actor-actress actors-actresses alumna-alumnus alumnae-alumni hero-heroine heroes-heroines",
    "host-hostess hostesses-hosts steward-stewardess stewardesses-stewards",
    "fellowship hang invalid master master-of-ceremonies special",
  ].flatMap((ids) => ids.split(" ")),
);

/** Words of lists that hold others too, which mostly mean something else: mental models, mental health. */
const OTHERWISE = new Set(["mental"]);

/** What people are quoted with in running text, within a paragraph. */
const QUOTED = /“[^“”]{0,2000}”|"[^"]{0,2000}"|«[^«»]{0,2000}»/g;

/**
 * Words of English blocks that leave readers out or hurt them, as retext-equality knows them. Those of quotations are
 * others' own, and a capital within a sentence makes a name of a word.
 */
export async function excludingWords(
  blocks: readonly ProseBlock[],
  language: string,
  packages: InclusivePackages,
): Promise<ProseNote[]> {
  const found: ProseNote[] = [];
  const reader = await readerOf(packages);
  for (const { text, isQuotation, placeAt, language: own } of blocks) {
    if (isQuotation || primary(own ?? language) !== "en") continue;
    const plain = text.replace(QUOTED, (quotation) => OBJECT.repeat(quotation.length));
    const file = new VFile(plain);
    await reader.run(reader.parse(file), file);
    for (const { place, actual, expected, ruleId = "" } of file.messages) {
      const start = place !== undefined && "start" in place ? place.start.offset : undefined;
      if (start === undefined || typeof actual !== "string") continue;
      // Without another word, it is about tone: easy, just, of course.
      if (!Array.isArray(expected) || expected.length === 0 || OF_PERSONS.has(ruleId)) continue;
      if (OTHERWISE.has(actual.toLowerCase()) || isName(plain, start)) continue;
      found.push({
        ...placeAt(start, actual.length),
        is: "inclusive",
        written: actual,
        instead: expected.map(String),
      });
    }
  }
  return found;
}

/** Whether a word has a capital within a sentence. */
function isName(text: string, start: number): boolean {
  return (
    /^\p{Lu}/u.test(text.slice(start, start + 2)) &&
    !/(?:^|[.!?:…]["”’)]*)\s*$/.test(before(text, start))
  );
}

/** So much of the text before a word tells whether a sentence begins with it. */
function before(text: string, start: number): string {
  return text.slice(Math.max(0, start - 12), start);
}

/** What reads English text; the messages of its run stand in the file. */
interface Reader {
  parse: (file: VFile) => Node;
  run: (tree: Node, file: VFile) => Promise<unknown>;
}

const readers = new Map<string, Promise<Reader>>();

function readerOf({ english, equality }: InclusivePackages): Promise<Reader> {
  const key = `${english} ${equality}`;
  const known = readers.get(key) ?? load(english, equality);
  readers.set(key, known);
  return known;
}

async function load(english: string, equality: string): Promise<Reader> {
  const [parser, rules] = (await Promise.all([import(english), import(equality)])) as {
    default: Plugin;
  }[];
  if (parser === undefined || rules === undefined) throw new Error("retext has no plugins");
  return unified().use(parser.default).use(rules.default) as unknown as Reader;
}
