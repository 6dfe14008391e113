import type { Finding } from "../domain/finding.ts";
import { isHostsOwn, nameFault, portableName } from "../domain/portable-name.ts";
import { finding } from "./diagnostics.ts";

/**
 * Names below `public/` that cannot be published everywhere, each told once, however much lies in a folder of that
 * name. `files` are paths below the content folder.
 */
export function publishedNameFindings(files: Iterable<string>): Finding[] {
  const looked = new Set<string>();
  const findings: Finding[] = [];
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
      findings.push(
        finding({
          code: "path/bad-name",
          file: path,
          line: 1,
          column: 1,
          message: `A bundle has to lie on any system and host, and \`${name}\` ${fault}.`,
          fix: `Rename it to ${[...names.slice(0, depth), better].join("/")}.`,
        }),
      );
    }
  }
  return findings;
}

function hostFault(name: string, depth: number): string | undefined {
  return depth === 1 && isHostsOwn(name)
    ? "at the root is kept by hosts, which answer what lies below it themselves"
    : undefined;
}
