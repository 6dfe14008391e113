import { rule } from "../checks/path/bad-name.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import type { FreePath } from "../loader/free-paths.ts";
import { isHostsOwn, nameFault, portableName } from "../domain/portable-name.ts";

/**
 * Names below `public/` that cannot be published everywhere, each told once, however much lies in a folder of that
 * name. `files` are paths below the content folder, and `free` gives those that files can be moved to.
 */
export function publishedNameDiagnostics(files: Iterable<string>, free: FreePath): Diagnostic[] {
  const looked = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  for (const file of files) {
    const names = file.split("/");
    for (let depth = 1; depth < names.length; depth += 1) {
      const path = names.slice(0, depth + 1).join("/");
      if (looked.has(path)) continue;
      looked.add(path);
      const name = names[depth] ?? "";
      const fault = nameFault(name) ?? hostFault(name, depth);
      if (fault === undefined) continue;
      const better =
        depth === 1 && isHostsOwn(name) ? `own-${name.replace(/^_+/, "")}` : portableName(name);
      const renamed = free([...names.slice(0, depth), better].join("/"), path);
      diagnostics.push(
        rule.at(
          { file: path, line: 1, column: 1 },
          { is: "published", name, fault, better: renamed },
        ),
      );
    }
  }
  return diagnostics;
}

function hostFault(name: string, depth: number): string | undefined {
  return depth === 1 && isHostsOwn(name)
    ? "at the root is reserved by hosts, which answer everything below it themselves"
    : undefined;
}
