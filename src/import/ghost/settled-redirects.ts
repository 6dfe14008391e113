import type { Archive, ArchiveText } from "../archive.ts";
import { urlOf } from "../web-address.ts";

/**
 * Redirects of the old site, of which those that lead to a text become addresses of it. What leads to nothing in the archive
 * is noted. Those that are left lead to other addresses of the site, such as lists.
 */
export function settledRedirects(
  redirects: Archive["redirects"],
  { texts, lists }: { texts: readonly ArchiveText[]; lists: readonly string[] },
): { redirects: Archive["redirects"]; notes: string[] } {
  if (redirects.length === 0) return { redirects: [], notes: [] };
  const byAddress = new Map<string, ArchiveText>();
  for (const text of texts)
    for (const address of text.addresses)
      if (!byAddress.has(comparable(address))) byAddress.set(comparable(address), text);
  const known = new Set(["/", ...lists.map(comparable)]);
  const rest: Archive["redirects"] = [];
  const notes: string[] = [];
  const targets = new Map(redirects.map(({ from, to }) => [comparable(from), to]));
  for (const { from, to } of redirects) {
    let [target, steps] = [comparable(to), 0];
    // One redirect may lead to the next.
    for (; targets.has(target) && !byAddress.has(target) && steps < 20; steps += 1)
      target = comparable(targets.get(target) ?? "");
    const text = byAddress.get(target);
    if (text !== undefined) text.addresses.push(from);
    else if (known.has(target)) rest.push({ from, to });
    else
      notes.push(
        `The redirect from ${from} to ${to} is left out: its target is not in the archive.`,
      );
  }
  return { redirects: rest, notes };
}

/** An address of the old site as its path without a slash at its end; absolute ones are below its root. */
function comparable(address: string): string {
  const url = urlOf(address, "https://old-site.invalid/");
  return url === undefined ? address : url.pathname.replace(/(.)\/$/, "$1");
}
