import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { z } from "astro/zod";
import type { Finding } from "../domain/finding.ts";
import { slugOf } from "./article-path.ts";
import type { ContentFile } from "./content-file.ts";
import { parseOrExplain } from "./parse-or-explain.ts";
import { readText } from "./read-text.ts";
import { parseYaml } from "./yaml-document.ts";

/** Reads one YAML file of the content folder by a schema. */
export function readCard<Shape extends z.ZodObject>(
  content: string,
  file: string,
  schema: Shape,
): { value?: z.infer<Shape>; findings: Finding[] } {
  const { text, findings } = readText(readFileSync(join(content, file)), file);
  if (text === undefined) return { findings };
  const yaml = parseYaml(text.replace(/^\uFEFF/, ""), file);
  if (yaml.document === undefined) return { findings: [...findings, ...yaml.findings] };
  const explained = parseOrExplain(schema, yaml.document, file);
  return { value: explained.value, findings: [...findings, ...explained.findings] };
}

/** Reads all cards of a kind, `authors/*.yaml` for instance: the sound ones by slug, and what is wrong with the others. */
export function readCards<Shape extends z.ZodObject>(
  content: string,
  files: readonly ContentFile[],
  schema: Shape,
  options: { reserved: boolean } = { reserved: false },
): {
  cards: Record<string, { slug: string } & z.infer<Shape>>;
  names: Set<string>;
  findings: Finding[];
} {
  const cards: Record<string, { slug: string } & z.infer<Shape>> = {};
  const names = new Set<string>();
  const findings: Finding[] = [];
  for (const { file } of files) {
    const name = slugOf(file, options.reserved);
    const card = readCard(content, file, schema);
    findings.push(...name.findings, ...card.findings);
    if (name.slug === undefined) continue;
    // A card with a fault still exists, so that nobody is told twice.
    names.add(name.slug);
    if (card.value !== undefined) cards[name.slug] = { ...card.value, slug: name.slug };
  }
  return { cards, names, findings };
}
