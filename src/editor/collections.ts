import type { EntryCollection } from "@sveltia/cms";
import type { Site } from "../domain/publication.ts";
import { articleFiles } from "./article-files.ts";
import { dataFiles } from "./data-files.ts";
import type { EditedFiles } from "./edited-files.ts";
import { formatName } from "./file-shape.ts";
import { pageFiles } from "./page-files.ts";
import { fieldsOf } from "./schema-fields.ts";

/** Every kind of files that has a place in the editor, in the order in which authors see them. */
export function editedFiles(site: Pick<Site, "timezone" | "theme">): EditedFiles[] {
  return [...articleFiles(site.timezone), ...pageFiles(site.timezone), ...dataFiles(site)];
}

/** A collection of the editor. */
export function collectionOf(files: EditedFiles, contentFolder: string): EntryCollection {
  const { name, folder, schema, texts, shape, collection } = files;
  const fields = fieldsOf(schema, texts);
  const behind = fields.findIndex(({ name: key }) => key === LAST_BEFORE_TEXT);
  return {
    name,
    folder: contentFolder === "" ? folder : `${contentFolder}/${folder}`,
    // Its own format, which knows the ending: Sveltia's would write the front matter anew, without its comments.
    format: formatName(name),
    fields:
      shape.kind === "data"
        ? fields
        : fields.toSpliced(behind === -1 ? fields.length : behind + 1, 0, BODY),
    ...collection,
  };
}

/** The field that the text stands behind; it is the last where there is none. */
const LAST_BEFORE_TEXT = "image";

/** The text as it is written: an editor that shows it as it looks would write the components anew, as plain text. */
const BODY = {
  name: "body",
  label: "Text",
  widget: "text",
  required: true,
  hint: "In Markdown, with components.",
} as const;
