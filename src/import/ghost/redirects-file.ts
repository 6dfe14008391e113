import { parse } from "yaml";
import { siteAddress } from "./site-address.ts";
import { asRow, rowsOf, textIn } from "./row.ts";

/** What a file of redirects says. */
export interface FileRedirects {
  redirects: { from: string; to: string }[];
  notes: string[];
}

/**
 * Reads `redirects.yaml` or `redirects.json` of Ghost. A rule that is a pattern, and one that leads to another site, is
 * noted: for these the host has to have rules of its own.
 */
export function readRedirects(text: string, file: string, root: string | undefined): FileRedirects {
  const found: FileRedirects = { redirects: [], notes: [] };
  let content: unknown;
  try {
    content = parse(text);
  } catch (error) {
    const why = error instanceof Error ? (error.message.split("\n")[0] ?? "") : "";
    found.notes.push(`${file} cannot be read (${why}): its redirects are not imported.`);
    return found;
  }
  for (const [from, to] of rulesIn(content)) {
    const path = plainPath(from);
    const target = siteAddress(to, root);
    if (path === undefined)
      found.notes.push(
        `${file}: \`${from}\` to \`${to}\` is a pattern. Write a rule for it into the configuration of the host.`,
      );
    else if (/^https?:/.test(target) && (root === undefined || !target.startsWith(root)))
      found.notes.push(
        `${file}: \`${from}\` leads to another site, ${to}. Write a rule for it into the configuration of the host.`,
      );
    else found.redirects.push({ from: siteAddress(path, root), to: target });
  }
  return found;
}

function rulesIn(content: unknown): [string, string][] {
  if (Array.isArray(content))
    return rowsOf(content).map((rule) => [textIn(rule, "from"), textIn(rule, "to")]);
  return Object.entries(asRow(content))
    .filter(([status]) => /^30[12]$/.test(status))
    .flatMap(([, rules]) =>
      Object.entries(asRow(rules)).map(([from, to]): [string, string] => [from, String(to)]),
    );
}

/** The path that a rule is for; undefined where it is for several. */
function plainPath(from: string): string | undefined {
  const bare = from
    .replace(/^\^/, "")
    .replace(/\$$/, "")
    .replace(/\/\?$/, "/")
    .replaceAll("\\/", "/")
    .replaceAll("\\.", ".")
    .replaceAll("\\-", "-");
  if (/[\\^$*+?()[\]{}|]/.test(bare) || !bare.startsWith("/")) return undefined;
  return bare;
}
