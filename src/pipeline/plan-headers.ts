import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { formatHeaders, HEADERS_NAME } from "../deploy/bundled-headers.ts";
import { allowedOrigins, securityHeaders } from "../deploy/headers.ts";
import type { Site } from "../domain/publication.ts";
import { digestOf } from "../cache/file-digest.ts";
import type { OutputRecord } from "../output/output-state.ts";
import type { PlannedFile } from "../output/publish-plan.ts";

/** Plans the file in which the bundle says what headers its answers have. */
export function planHeaders(
  site: Site,
  staging: string,
  intact: ReadonlyMap<string, OutputRecord>,
): Map<string, PlannedFile> {
  const text = formatHeaders(securityHeaders(allowedOrigins(site)));
  const key = digestOf(text);
  const record = intact.get(HEADERS_NAME);
  if (record?.key === key) return new Map([[HEADERS_NAME, { from: "kept", record }]]);
  const file = join(staging, HEADERS_NAME);
  mkdirSync(staging, { recursive: true });
  writeFileSync(file, text);
  return new Map([[HEADERS_NAME, { from: "staged", file, key }]]);
}
