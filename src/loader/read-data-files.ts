import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { z } from "astro/zod";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { slugOf } from "./article-path.ts";
import type { ContentFile } from "../cache/content-file.ts";
import { plainTextDiagnostics } from "./yaml/plain-text-diagnostics.ts";
import type { FreePath } from "./free-paths.ts";
import { missingKeyDiagnostics } from "./yaml/missing-keys.ts";
import { parseOrExplain } from "./yaml/parse-or-explain.ts";
import { readText } from "./read-text.ts";
import { unreadableDiagnostic } from "./unreadable.ts";
import { parseYaml } from "./yaml/yaml-document.ts";
import type { YamlDocument } from "./yaml/yaml-document.ts";

/** What one data file gives. */
interface ParsedDataFile<Shape extends z.ZodObject> {
  value?: z.infer<Shape>;
  /** The mapping as it was written, where it is one. */
  document?: YamlDocument;
  diagnostics: Diagnostic[];
}

/** Reads one YAML file of the content folder; `longest` is in bytes, where it may be long. */
export function readYamlFile(
  content: string,
  file: string,
  { longest }: { longest?: number } = {},
): { document?: YamlDocument; diagnostics: Diagnostic[] } {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(join(content, file));
  } catch (error) {
    return { diagnostics: [unreadableDiagnostic(file, error)] };
  }
  const { text, diagnostics } = readText(bytes, file, longest);
  if (text === undefined) return { diagnostics };
  const yaml = parseYaml(text, file, 1, longest);
  return { ...yaml, diagnostics: [...diagnostics, ...yaml.diagnostics] };
}

/** Reads one YAML file of the content folder by a schema; `longest` is in bytes, where it may be long. */
export function readDataFile<Shape extends z.ZodObject>(
  content: string,
  file: string,
  schema: Shape,
  options: { longest?: number } = {},
): ParsedDataFile<Shape> {
  const { document, diagnostics } = readYamlFile(content, file, options);
  if (document === undefined) return { diagnostics };
  const explained = parseOrExplain(schema, document, file);
  diagnostics.push(
    ...explained.diagnostics,
    ...missingKeyDiagnostics(file, explained.missing),
    ...plainTextDiagnostics(document, file),
  );
  return { ...explained, diagnostics };
}

/** The data files of one kind. */
export interface DataFiles<Shape extends z.ZodObject> {
  /** The sound ones, by slug. */
  values: Record<string, { slug: string } & z.infer<Shape>>;
  /**
   * All that exist, faulty ones too, so that who refers to one is not told that there is none: by slug, the
   * name that readers see, or the slug where there is none.
   */
  names: Map<string, string>;
  /** As they were written, by slug, where they are mappings. */
  documents: Map<string, YamlDocument>;
  diagnostics: Diagnostic[];
}

/** Reads all data files of a kind, `authors/*.yaml` for instance; `topLevel` where their slugs are first parts of addresses. */
export function readDataFiles<Shape extends z.ZodObject>(
  content: string,
  files: readonly ContentFile[],
  schema: Shape,
  { topLevel = false, free }: { topLevel?: boolean; free?: FreePath } = {},
): DataFiles<Shape> {
  const result: DataFiles<Shape> = {
    values: {},
    names: new Map(),
    documents: new Map(),
    diagnostics: [],
  };
  for (const { file } of files) {
    const { slug, diagnostics } = slugOf(file, topLevel, free);
    const dataFile = readDataFile(content, file, schema);
    result.diagnostics.push(...diagnostics, ...dataFile.diagnostics);
    const { name, title } = dataFile.document?.value ?? {};
    const shown = [name, title].find((written): written is string => typeof written === "string");
    result.names.set(slug, shown ?? slug);
    if (dataFile.document !== undefined) result.documents.set(slug, dataFile.document);
    if (dataFile.value !== undefined) result.values[slug] = { ...dataFile.value, slug };
  }
  return result;
}
