import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The version of Stet in a folder, as its `package.json` says; `unknown` where that says none. */
export function stetVersion(packageRoot: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8"));
  const isObject = typeof manifest === "object" && manifest !== null && "version" in manifest;
  return isObject && typeof manifest.version === "string" ? manifest.version : "unknown";
}
