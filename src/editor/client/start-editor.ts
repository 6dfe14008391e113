import CMS from "@sveltia/cms";
import type { EditorConfig } from "../cms-config.ts";
import { parseFile, formatFile } from "../file-format.ts";
import { formatName } from "../file-shape.ts";
import type { Values } from "../file-shape.ts";
import { guardedFetch } from "./guarded-fetch.ts";

const response = await fetch(new URL("config.json", document.baseURI));
const { cms, shapes, api } = (await response.json()) as EditorConfig;

globalThis.fetch = guardedFetch(globalThis.fetch, [location.origin, api]);

for (const [collection, shape] of Object.entries(shapes)) {
  CMS.registerCustomFormat(formatName(collection), shape.ending, {
    fromFile: (text: string) => parseFile(text, shape),
    toFile: (values: Values) => formatFile(values, shape),
  });
}

await CMS.init({ config: cms });
