import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/**
 * The folder that holds the packages Stet depends on, absolute: below Stet's own, or above it where npm has put them
 * beside it. Throws where Astro is not installed.
 */
export function packagesFolder(packageRoot: string): string {
  const astro = createRequire(join(packageRoot, "package.json")).resolve("astro/package.json");
  return dirname(dirname(astro));
}
