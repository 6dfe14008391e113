import type { EntryCollection } from "@sveltia/cms";
import type { z } from "astro/zod";
import type { FileShape } from "./file-shape.ts";
import type { FieldTexts } from "./schema-fields.ts";

/** A kind of files that authors edit. */
export interface EditedFiles {
  /** Name of the collection: also what its format is called, and a part of the names of branches. */
  name: string;
  /** Folder below the content folder. */
  folder: string;
  schema: z.ZodObject;
  texts: FieldTexts;
  /** Keys of the schema without a field, and why. */
  left: Readonly<Record<string, string>>;
  shape: FileShape;
  /** All else that Sveltia CMS is told of the collection. */
  collection: Omit<EntryCollection, "name" | "folder" | "fields" | "format" | "extension">;
}
