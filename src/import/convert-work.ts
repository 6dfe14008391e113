// Converts bodies of an archive; the work of processes that `convert-texts.ts` asks.
import { readFileSync } from "node:fs";
import { bodyContext } from "./address-tables.ts";
import type { AddressTables } from "./address-tables.ts";
import type { ArchiveSystem } from "./archive.ts";
import type { BodyContext, ConvertBody, ConvertedBody } from "./converted-body.ts";

/** A body, and where its text goes. */
export interface BodyTask {
  key: string;
  stem: string;
  /** Address of the text in the old system, absolute. */
  base: string;
  body: string;
  details?: Record<string, string>;
}

/** Bodies of one system, with the file that holds what every old address is now. */
export interface ConvertOrder {
  system: ArchiveSystem;
  tables: string;
  tasks: readonly BodyTask[];
}

/** A body in Stet's form, by the key of its text. */
export interface ConvertedText extends ConvertedBody {
  key: string;
}

const CONVERTERS: Record<ArchiveSystem, () => Promise<ConvertBody>> = {
  wordpress: async () => (await import("./wordpress/convert-wordpress.ts")).convertWordPress,
  ghost: async () => (await import("./ghost/convert-ghost.ts")).convertGhost,
  markdown: async () => (await import("./markdown/convert-markdown.ts")).convertMarkdown,
};

let loaded: { file: string; tables: AddressTables } | undefined;

/** Converts bodies, in their order. */
export async function work(
  { system, tables: file, tasks }: ConvertOrder,
  _tell: unknown,
  sign: () => void,
): Promise<ConvertedText[]> {
  const convert = await CONVERTERS[system]();
  if (loaded?.file !== file)
    loaded = { file, tables: JSON.parse(readFileSync(file, "utf8")) as AddressTables };
  const { tables } = loaded;
  return tasks.map(({ key, stem, base, body, details }) => {
    const context: BodyContext = {
      base,
      language: tables.language,
      ...bodyContext(tables, { stem, base }),
    };
    const converted = convert({ body, ...(details === undefined ? {} : { details }) }, context);
    sign();
    return { ...converted, key };
  });
}
