import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { rule } from "../checks/site/editor.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import type { Site } from "../domain/publication.ts";
import type { SourceLocation } from "../domain/source-location.ts";
import { neededPackages, versionsWith } from "../settings/optional-packages.ts";

/** The package that the editor in the browser is made from. */
const PACKAGE = "@sveltia/cms";

/** What keeps a publication from having the editor that it asks for, told where it does so. `project` is absolute. */
export function editorDiagnostics(
  { editor }: Pick<Site, "editor">,
  project: string,
  location: SourceLocation,
): Diagnostic[] {
  if (editor === undefined) return [];
  const needed = neededPackages([PACKAGE], project);
  return "packages" in needed ? [] : [rule.at({ file: "site.yaml", ...location }, needed)];
}

/** The module of the package as a project has it: its file, absolute. Undefined where it is absent or another version. */
export function editorModule(project: string): string | undefined {
  const needed = neededPackages([PACKAGE], project);
  if (!("packages" in needed)) return undefined;
  const [found] = needed.packages;
  return found && realpathSync(fileURLToPath(found.module));
}

/** All packages that the editor is made from in a project, with their versions; empty where it has none. */
export function editorPackages(project: string): string {
  return versionsWith(PACKAGE, project).join(", ");
}
