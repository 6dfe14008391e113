import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { EDITOR_FOLDER } from "../domain/editor.ts";
import { EDITOR_HEADERS } from "./editor-headers.ts";
import { securityHeaders, STRICT_TRANSPORT } from "./headers.ts";
import type { SecurityHeaders } from "./headers.ts";

/** Where a bundle says what headers its answers have, at its root: whoever serves it has no content folder. */
export const HEADERS_NAME = "stet-headers.json";

/** The headers of the files of a bundle. */
export interface BundledHeaders {
  /** Of every answer. */
  headers: SecurityHeaders;
  /** Of folders that have others besides or over these, by the path of the folder, without a closing slash. */
  folders: Readonly<Record<string, SecurityHeaders>>;
}

/** The text of that file. */
export function formatHeaders(
  headers: SecurityHeaders,
  folders: BundledHeaders["folders"] = {},
): string {
  const own = Object.keys(folders).length === 0 ? {} : { folders };
  return `${JSON.stringify({ stet: 1, headers, ...own }, null, 2)}\n`;
}

/** The headers that a bundle asks for; the strictest where it says nothing that can be understood. */
export async function bundledHeaders(folder: string): Promise<BundledHeaders> {
  const strictest = { headers: securityHeaders(), folders: {} };
  try {
    return parseHeaders(await readFile(join(folder, HEADERS_NAME), "utf8")) ?? strictest;
  } catch {
    return strictest;
  }
}

/** Folders whose headers follow from `site.yaml`; those of all others are the same for every publication. */
const OWN_FOLDERS: readonly string[] = [EDITOR_FOLDER];

/** What such a file says; only headers and folders that Stet itself knows, so that none can be smuggled in. */
function parseHeaders(text: string): BundledHeaders | undefined {
  const file = objectOf(JSON.parse(text));
  const given = objectOf(file?.["headers"]);
  if (given === undefined) return undefined;
  const headers = textsOf(given, [
    ...Object.keys(securityHeaders()),
    ...(STRICT_TRANSPORT in given ? [STRICT_TRANSPORT] : []),
  ]);
  const folders = Object.entries(objectOf(file?.["folders"]) ?? {})
    .filter(([folder]) => OWN_FOLDERS.includes(folder))
    .map(([folder, own]) => [folder, textsOf(objectOf(own) ?? {}, EDITOR_HEADERS)] as const);
  if (headers === undefined || folders.some(([, own]) => own === undefined)) return undefined;
  return { headers, folders: Object.fromEntries(folders) as BundledHeaders["folders"] };
}

/** These headers; undefined where one is missing or cannot be sent. */
function textsOf(
  given: Readonly<Record<string, unknown>>,
  names: readonly string[],
): SecurityHeaders | undefined {
  const headers = names.map((name) => [name, given[name]] as const);
  const areSound = headers.every(
    ([, text]) => typeof text === "string" && /^[\u0020-\u007e]+$/.test(text),
  );
  return areSound ? (Object.fromEntries(headers) as SecurityHeaders) : undefined;
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === "object" && value !== null
    ? (value as Readonly<Record<string, unknown>>)
    : undefined;
}
