import { isSelected, NAMED_TYPES, OTHER_FILES } from "../hosting.ts";
import type { Headers, Hosting, Redirect, Selection } from "../hosting.ts";
import { TYPES } from "../content-type.ts";

/** Headers for the addresses that a pattern fits. */
export interface PathRule {
  /** A path, percent-encoded, with at most one `*` for any text. */
  pattern: string;
  headers: Headers;
}

/** Endings that the lists of hosts lack, or tell otherwise. */
const UNUSUAL_ENDINGS = [
  ...["apng", "avif", "geojson", "ics", "mjs", "opml", "opus", "srt", "vtt", "webmanifest"],
  ...["asp", "aspx", "cfm", "htm", "jsp", "php", "shtml", "xhtml"],
];

/**
 * The table as rules by path, for hosts that read a list of these: from the general to the special, and of those that fit
 * an address a later one counts.
 */
export function pathRules({ base: decoded, headers, classes: table }: Hosting): PathRule[] {
  const base = encodeURI(decoded);
  const classes = table.toReversed().flatMap(({ files, headers: own }) =>
    patterns(files, base).map(({ pattern, sample }) => ({
      pattern,
      headers: { ...own, ...namedType(sample) },
    })),
  );
  const rules = [
    { pattern: `${base}*`, headers: { ...headers, ...OTHER_FILES } },
    ...UNUSUAL_ENDINGS.map((ending) => ({
      pattern: `${base}*.${ending}`,
      headers: { "content-type": TYPES[ending] ?? "" },
    })),
    ...classes,
  ];
  // Of two blocks for one pattern some hosts read the second alone.
  return [...Map.groupBy(rules, ({ pattern }) => pattern)].map(([pattern, same]) => ({
    pattern,
    headers: Object.assign({}, ...same.map((rule) => rule.headers)) as Headers,
  }));
}

/** The type of a file whose ending does not tell it. */
function namedType(sample: string): Headers {
  const named = NAMED_TYPES.findLast(({ files }) => isSelected(files, sample));
  return named === undefined ? {} : { "content-type": named.type };
}

/** The patterns of a selection, each with the bundle path of a file that it fits. */
function patterns(
  { names = [], folders = [], endings = [] }: Selection,
  base: string,
): { pattern: string; sample: string }[] {
  return [
    ...names.flatMap((name) => [
      { pattern: `${base}${name}`, sample: name },
      { pattern: `${base}*/${name}`, sample: `a/${name}` },
    ]),
    ...folders.map((folder) => ({ pattern: `${base}${folder}/*`, sample: `${folder}/a` })),
    ...endings.map((ending) => ({ pattern: `${base}*.${ending}`, sample: `a.${ending}` })),
  ];
}

/**
 * Redirects that a host can take, from the first: without those whose addresses have signs that its lists give a meaning,
 * at most so many, in lines that are not too long. The pages at the other old addresses lead on by themselves.
 */
export function takenRedirects(
  { redirects }: Pick<Hosting, "redirects">,
  { most, longest }: { most: number; longest: number },
): { taken: Redirect[]; left: number } {
  const taken = redirects
    .map(({ from, to }) => ({ from: encodeURI(from).replaceAll("?", "%3F"), to }))
    .filter(({ from, to }) => !/[*:#]/.test(from) && from.length + to.length + 10 <= longest)
    .slice(0, most);
  return { taken, left: redirects.length - taken.length };
}

/**
 * Redirects but those that lead from a parameter's address back to the front page: a host that keeps the query of a request
 * would lead readers in a circle. The page at the old address leads on without it.
 */
export function withoutCircles({ base, redirects, queries }: Hosting): Redirect[] {
  const front = encodeURI(base);
  return redirects.filter(
    ({ from, to }) =>
      to.replace(/#.*/s, "") !== front ||
      !queries.some((query) => from.startsWith(decodeURI(query.to))),
  );
}

/** How hosts without rules for queries answer; nothing where there are none. */
export function unknownQueries(host: string, { queries }: Pick<Hosting, "queries">): string[] {
  return queries.length === 0
    ? []
    : [
        `Old addresses with a parameter (\`queries\` in redirects.yaml) are answered with the front page: ${host} has no such rules.`,
      ];
}

/** The sentence about redirects that are left to their pages; none where there are none. */
export function leftRedirects(host: string, left: number): string[] {
  return left === 0
    ? []
    : [
        `${left === 1 ? "One old address is" : `${left.toLocaleString("en")} old addresses are`} answered by pages that lead on, not with 301: ${host} takes no more, or not such addresses.`,
      ];
}

/** A header as people write it: `Cache-Control`. */
export function canonicalName(name: string): string {
  return name.replaceAll(/(?:^|-)[a-z]/g, (start) => start.toUpperCase());
}
