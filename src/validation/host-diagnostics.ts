import { rule } from "../checks/site/host.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { AT_ROOT_ONLY, FILES_IN_BUNDLE } from "../domain/host-names.ts";
import type { Site } from "../domain/publication.ts";
import type { SourceLocation } from "../domain/source-location.ts";

/** What keeps a build from writing what the host reads that `site.yaml` names. `publicFiles` are composed paths. */
export function hostDiagnostics(
  { host, base }: Pick<Site, "host" | "base">,
  publicFiles: ReadonlyMap<string, unknown>,
  location: SourceLocation,
): Diagnostic[] {
  if (host === undefined) return [];
  const at = { file: "site.yaml", ...location };
  if (base !== "/" && AT_ROOT_ONLY.includes(host))
    return [rule.at(at, { is: "below", host, path: base })];
  return FILES_IN_BUNDLE[host]
    .map((name) => `public/${name}`)
    .filter((file) => publicFiles.has(file))
    .map((file) => rule.at(at, { is: "taken", host, file }));
}
