import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { basename, join } from "node:path";
import { ROOT } from "../structure/project-files.ts";
import { ToolMissing } from "./need.ts";

/** Emptied by `npm ci`. */
const CACHE = join(ROOT, "node_modules/.cache");

/** Longest that npm may take: it has been seen to wait for ever, with no connection open. */
const LONGEST_MS = 240_000;

/**
 * The absolute path of a folder with the packages of a lock file, installed once for all runs until `npm ci`. `folder`
 * has the lock file and its package.json. No script of a package runs.
 *
 * @throws ToolMissing when npm cannot install them.
 */
export function installedPackages(folder: string, cache = CACHE): string {
  const lock = readFileSync(join(folder, "package-lock.json"));
  const version = createHash("sha256").update(lock).digest("hex").slice(0, 12);
  const installed = join(cache, `${basename(folder)}-${version}`);
  if (existsSync(installed)) return installed;
  mkdirSync(cache, { recursive: true });
  const own = mkdtempSync(`${installed}-`);
  try {
    for (const name of ["package.json", "package-lock.json"])
      cpSync(join(folder, name), join(own, name));
    const { status, stderr, error } = spawnSync(
      "npm",
      [
        "ci",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--prefer-offline",
        "--fetch-retries=1",
      ],
      { cwd: own, encoding: "utf8", timeout: LONGEST_MS, killSignal: "SIGKILL" },
    );
    if (status !== 0) {
      const why = error?.message ?? stderr.trim().split("\n")[0] ?? "";
      throw new ToolMissing(
        `${basename(folder)} is missing, and npm could not install it (${why}): let npm reach its registry.`,
      );
    }
    // In one step, for tests that run side by side.
    if (!existsSync(installed)) renameSync(own, installed);
    return installed;
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}
