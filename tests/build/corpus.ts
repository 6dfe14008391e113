import { existsSync } from "node:fs";
import { join } from "node:path";
import { currentTier } from "../runner/tier.ts";
import { ROOT } from "../structure/project-files.ts";

/** A real archive of 507 articles, kept beside the checkout where it is at hand. */
export const CORPUS = join(ROOT, "../shared/corpora/18f");

/** Why tests of the archive, which take minutes, are skipped; false where it is there and wanted. */
export const corpusIsMissing: string | false = whyNot();

function whyNot(): string | false {
  if (currentTier() !== "nightly") return "the archive is left to npm run test:nightly";
  return existsSync(join(CORPUS, "site.yaml")) ? false : `there is no archive at ${CORPUS}`;
}

/** A moment after the newest article of the archive. */
export const CORPUS_NOW = "2025-06-15T12:00:00Z";
