import { isMap, parseDocument } from "yaml";
import type { Document } from "yaml";
import { splitFrontMatter } from "../loader/yaml/front-matter.ts";
import { YAML_OPTIONS } from "../loader/yaml/yaml-faults.ts";

/** A file whose YAML cannot be edited, with a sentence that says why. */
export class EditRefused extends Error {
  override name = "EditRefused";
}

/** Keys from the outermost mapping inwards: `["image", "credit"]`. */
export type YamlPath = readonly string[];

/** The YAML of a file: where it lies in the text, and what it says. */
export interface EditableYaml {
  file: string;
  text: string;
  /** Where the YAML begins and ends in the text. */
  start: number;
  end: number;
  document: Document.Parsed;
}

/** The YAML of a file; throws `EditRefused` where it cannot be read or is no mapping. */
export function readYaml(file: string, text: string): EditableYaml {
  const { start, end } = /\.mdx?$/.test(file) ? frontMatterOf(file, text) : wholeOf(text);
  const document = parseDocument(text.slice(start, end), YAML_OPTIONS);
  if (document.errors.length > 0)
    throw new EditRefused("Its YAML cannot be read; `npm run check` says where.");
  if (document.contents !== null && !isMap(document.contents))
    throw new EditRefused("Its YAML has no keys; `npm run check` says what is expected.");
  return { file, text, start, end, document };
}

function wholeOf(text: string): { start: number; end: number } {
  return { start: text.startsWith("\uFEFF") ? 1 : 0, end: text.length };
}

function frontMatterOf(file: string, text: string): { start: number; end: number } {
  const { yaml } = splitFrontMatter(text, file);
  if (yaml === undefined)
    throw new EditRefused(
      "It has no front matter between two lines `---`; `npm run check` says what is expected.",
    );
  const start = text.indexOf("\n") + 1;
  return { start, end: start + yaml.length };
}
