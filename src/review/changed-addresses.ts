import { compareText } from "../domain/order.ts";
import type { Publication } from "../domain/publication.ts";
import { pageAddresses } from "../urls/published-urls.ts";

/** What became of an address, below the base. */
export type AddressChange =
  | { is: "added"; path: string }
  /** `to` answers in its place. */
  | { is: "moved"; path: string; to: string }
  /** Its text is at `to`, but nothing leads there: readers with an old link find nothing. */
  | { is: "moved-without-redirect"; path: string; to: string }
  | { is: "taken-down"; path: string }
  /** It was public, and is a draft, scheduled or faulty now. */
  | { is: "withdrawn"; path: string }
  | { is: "removed"; path: string }
  /** The list of a month or a year in which nothing is left. */
  | { is: "list-removed"; path: string }
  /** An old address that led somewhere, and does no more. */
  | { is: "redirect-removed"; path: string; to: string };

/** Those that break links which readers have. */
const ALARMING: ReadonlySet<AddressChange["is"]> = new Set([
  ...(["moved-without-redirect", "withdrawn", "removed", "redirect-removed"] as const),
]);

/** Whether a change of an address breaks links which readers have. */
export function isAlarming({ is }: AddressChange): boolean {
  return ALARMING.has(is);
}

const ORDER: readonly AddressChange["is"][] = [
  ...(["moved-without-redirect", "removed", "withdrawn", "redirect-removed"] as const),
  ...(["taken-down", "moved", "list-removed", "added"] as const),
];

/** How the address of a list of a year or a month ends. */
const PERIOD = /\/\d{4}\/(?:\d{2}\/)?$/;

type Addressed = Pick<
  Publication,
  "site" | "articles" | "pages" | "categories" | "files" | "moved" | "takedowns"
>;

/**
 * What a change does to the addresses of a publication: of texts, of files that it offers, and of lists where they are
 * gone; new lists follow from new texts. What alarms comes first. `held` are the paths of texts that are in the content
 * folder and not public, `moved` the new paths of texts by the old ones.
 */
export function changedAddresses(
  before: Addressed,
  after: Addressed,
  { held, moved }: { held: ReadonlySet<string>; moved: ReadonlyMap<string, string> },
): AddressChange[] {
  const texts = addressesOf(before);
  const was = new Set([...texts, ...listsOf(before)]);
  const is = new Set([...addressesOf(after), ...listsOf(after)]);
  const redirects = new Map(after.moved.map(({ from, to }) => [from, to]));
  const takedowns = new Set(after.takedowns.map(({ path }) => path));
  const changes: AddressChange[] = [];
  for (const path of was) {
    if (is.has(path)) continue;
    const to = redirects.get(path);
    const now = moved.get(path);
    if (to !== undefined) changes.push({ is: "moved", path, to });
    else if (takedowns.has(path)) changes.push({ is: "taken-down", path });
    else if (now !== undefined) changes.push({ is: "moved-without-redirect", path, to: now });
    else if (held.has(path)) changes.push({ is: "withdrawn", path });
    else
      changes.push({
        is: !texts.has(path) && PERIOD.test(path) ? "list-removed" : "removed",
        path,
      });
  }
  for (const { from, to } of before.moved) {
    if (is.has(from) || redirects.has(from) || takedowns.has(from)) continue;
    changes.push({ is: "redirect-removed", path: from, to });
  }
  const arrived = new Set(changes.flatMap((change) => ("to" in change ? [change.to] : [])));
  for (const path of addressesOf(after))
    if (!was.has(path) && !arrived.has(path)) changes.push({ is: "added", path });
  return changes.sort(
    (a, b) => ORDER.indexOf(a.is) - ORDER.indexOf(b.is) || compareText(a.path, b.path),
  );
}

/** Of texts and of the files that are published as they are. */
function addressesOf({ articles, pages, files }: Addressed): Set<string> {
  return new Set([...[...articles, ...pages].map(({ path }) => path), ...Object.keys(files)]);
}

/** Of pages that follow from texts, but for feeds and the like. */
function listsOf(publication: Addressed): string[] {
  return [...pageAddresses(publication)].filter((path) => path.endsWith("/"));
}
