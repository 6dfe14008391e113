import type { NamedLink } from "../../views/named-link.ts";

/**
 * Links that stand on a page anyway, then those that the publication lists itself, in its order: what it lists is left
 * out of the former, so that no address is linked twice.
 */
export function linksOnce<Link extends NamedLink>(
  builtIn: readonly Link[],
  own: readonly Link[],
): Link[] {
  const listed = new Set(own.map(({ href }) => href));
  return [...builtIn.filter(({ href }) => !listed.has(href)), ...own];
}
