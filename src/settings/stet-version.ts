import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The version of Stet in a folder, as its `package.json` says; `unknown` where that says none. */
export function stetVersion(packageRoot: string): string {
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8"));
    const isObject = typeof manifest === "object" && manifest !== null && "version" in manifest;
    if (isObject && typeof manifest.version === "string") return manifest.version;
  } catch {
    // A checkout whose package.json is being edited has no version for that while.
  }
  return "unknown";
}
