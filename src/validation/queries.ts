import { rule as noQuery } from "../checks/redirect/query.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { compareText } from "../domain/order.ts";
import type { QueryRedirect } from "../domain/publication.ts";
import { REDIRECTS_FILE } from "../loader/redirects-file.ts";
import type { QueryEntry } from "../loader/redirects-file.ts";
import { ownFolderOf } from "../urls/reserved-paths.ts";

/** Most parameters, and the longest path: all of them have to fit into a function of CloudFront. */
const MOST = 20;
const LONGEST_PATH = 100;

type Fault = Parameters<typeof noQuery.at>[1]["why"];

/**
 * The parameters of old addresses, by name, each with the path that its values lead to. They stand in rules of hosts, so
 * names and paths have no sign but those that mean themselves in all of them.
 */
export function queriesOf(entries: readonly QueryEntry[]): {
  queries: QueryRedirect[];
  diagnostics: Diagnostic[];
} {
  const queries: QueryRedirect[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [index, { name, to, placeOfName, placeOfTo }] of entries.entries()) {
    const why: Fault | undefined =
      index >= MOST ? { kind: "many", most: MOST } : (nameFault(name) ?? pathFault(to));
    if (why === undefined) {
      queries.push({ name, to });
      continue;
    }
    const place = why.kind === "name" || why.kind === "many" ? placeOfName : placeOfTo;
    diagnostics.push(noQuery.at({ file: REDIRECTS_FILE, ...place }, { name, to, why }));
  }
  return { queries: queries.sort((a, b) => compareText(a.name, b.name)), diagnostics };
}

function nameFault(name: string): Fault | undefined {
  return /^[0-9A-Za-z_-]{1,50}$/.test(name) ? undefined : { kind: "name" };
}

function pathFault(to: string): Fault | undefined {
  if (!isPath(to)) {
    const path = `/${to
      .split(/[/\s]+/)
      .filter(Boolean)
      .join("/")}/`;
    return { kind: "path", meant: isPath(path) ? { typed: path, sure: true } : undefined };
  }
  const folder = ownFolderOf(to);
  return folder === undefined ? undefined : { kind: "reserved", folder };
}

/** The root itself is none: behind it, a value that begins with a slash would name another host. */
function isPath(to: string): boolean {
  return to.length <= LONGEST_PATH && /^\/(?:[0-9A-Za-z_-]+\/)+$/.test(to);
}
