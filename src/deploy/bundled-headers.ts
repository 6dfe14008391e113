import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { securityHeaders, STRICT_TRANSPORT } from "./headers.ts";
import type { SecurityHeaders } from "./headers.ts";

/** Where a bundle says what headers its answers have, at its root: whoever serves it has no content folder. */
export const HEADERS_NAME = "stet-headers.json";

/** The text of that file. */
export function formatHeaders(headers: SecurityHeaders): string {
  return `${JSON.stringify({ stet: 1, headers }, null, 2)}\n`;
}

/** The headers that a bundle asks for; the strictest where it says nothing that can be understood. */
export async function bundledHeaders(folder: string): Promise<SecurityHeaders> {
  try {
    return parseHeaders(await readFile(join(folder, HEADERS_NAME), "utf8")) ?? securityHeaders();
  } catch {
    return securityHeaders();
  }
}

/** What such a file says; only headers that the press itself knows, so that none can be smuggled in. */
function parseHeaders(text: string): SecurityHeaders | undefined {
  const value: unknown = JSON.parse(text);
  const given =
    typeof value === "object" && value !== null && "headers" in value ? value.headers : undefined;
  if (typeof given !== "object" || given === null) return undefined;
  const said = new Map<string, unknown>(Object.entries(given));
  const known = [
    ...Object.keys(securityHeaders()),
    ...(said.has(STRICT_TRANSPORT) ? [STRICT_TRANSPORT] : []),
  ];
  const headers = known.map((name) => [name, said.get(name)] as const);
  const isSound = headers.every(
    ([, text]) => typeof text === "string" && /^[\u0020-\u007e]+$/.test(text),
  );
  return isSound ? (Object.fromEntries(headers) as SecurityHeaders) : undefined;
}
