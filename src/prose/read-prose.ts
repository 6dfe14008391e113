import { readChecked } from "../loader/read-body.ts";
import type { BodyFormat } from "../domain/body.ts";
import { lineBlock, proseBlocks } from "../markdown/prose-blocks.ts";
import type { ProseBlock } from "../markdown/prose-blocks.ts";
import { parseBody } from "../markdown/parse-body.ts";
import { splitFrontMatter } from "../loader/yaml/front-matter.ts";
import { parseYaml } from "../loader/yaml/yaml-document.ts";
import { loadOwnComponents } from "../loader/own-components.ts";
import type { ComponentFiles } from "../loader/own-components.ts";
// Texts are read with all components.
import "../markdown/components/registry.ts";
import { cspellWords } from "./cspell-words.ts";
import { excludingWords } from "./inclusive-words.ts";
import type { ProseNote } from "./prose-note.ts";
import type { ProseOptions } from "./prose-options.ts";
import { longParagraphs, longSentences } from "./sentence-length.ts";
import { unknownWords } from "./spelling.ts";
import { unattributedQuotations } from "./unattributed-quotations.ts";

/** A text whose prose is read; plain data. */
export interface ProseText {
  /** Path below the content folder. */
  file: string;
  format: BodyFormat;
  digest: string;
  language: string;
}

/** Where texts are, and what they are read by; plain data. */
export interface ProseReading {
  /** Absolute path of the content folder. */
  content: string;
  components: ComponentFiles | undefined;
  options: ProseOptions;
}

/** What is to be marked in a text, in order. Throws where it is no longer the one that was checked. */
export async function readProse(
  text: ProseText,
  { content, components, options }: ProseReading,
): Promise<ProseNote[]> {
  await loadOwnComponents(components);
  const source = readChecked(content, text).toString("utf8");
  const { tree } = parseBody(source, text.format, { isChecked: true });
  const blocks = [...frontBlocks(source, text.file), ...proseBlocks(tree, source)];
  const { language } = text;
  const { sentence, paragraph, quotations, spelling, inclusive } = options;
  const dictionary =
    spelling && (await cspellWords(spelling.module, spelling.dictionaries, language));
  const found = [
    ...(sentence === undefined ? [] : longSentences(blocks, { most: sentence, language })),
    ...(paragraph === undefined ? [] : longParagraphs(blocks, { most: paragraph, language })),
    ...(quotations === true ? unattributedQuotations(tree, source) : []),
    ...(dictionary === undefined ? [] : unknownWords(blocks, language, dictionary)),
    ...(inclusive === undefined ? [] : await excludingWords(blocks, language, inclusive)),
  ];
  return found.sort((a, b) => a.line - b.line || a.column - b.column);
}

/** Values of front matter that readers read. */
const VALUES: readonly (readonly string[])[] = [
  ["title"],
  ["kicker"],
  ["description"],
  ["image", "alt"],
  ["image", "caption"],
];

function frontBlocks(source: string, file: string): ProseBlock[] {
  const { yaml, firstLine } = splitFrontMatter(source, file);
  const document = yaml === undefined ? undefined : parseYaml(yaml, file, firstLine).document;
  if (document === undefined) return [];
  return VALUES.flatMap((path) => {
    const value = path.reduce<unknown>(
      (at, key) => (typeof at === "object" && at !== null ? Reflect.get(at, key) : undefined),
      document.value,
    );
    if (typeof value !== "string") return [];
    const written = document.sourceOf(path) ?? "";
    const isOneLine = !written.includes("\n");
    const kind = path[0] === "title" ? "heading" : "caption";
    const location = document.locationOf(path);
    return lineBlock(kind, value.trim(), location, isOneLine ? written : "") ?? [];
  });
}
