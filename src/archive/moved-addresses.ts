import type { Place } from "../domain/body.ts";
import type { Finding } from "../domain/finding.ts";
import type { NearestPath } from "../domain/nearest-path.ts";
import { readOldAddress } from "../domain/old-address.ts";
import { compareText } from "../domain/order.ts";
import type { Moved } from "../domain/publication.ts";
import { finding } from "./diagnostics.ts";
import type { DiagnosticCode } from "./diagnostics.ts";
import { uuidOf } from "./identity.ts";
import { REDIRECTS_FILE } from "./redirects-file.ts";
import type { MovedEntry } from "./redirects-file.ts";
import type { PlacedArticle } from "./references.ts";
import { resolveLink } from "./resolve-link.ts";
import type { KnownAddresses } from "./resolve-link.ts";
import type { TakenAddresses } from "./taken-addresses.ts";

/** What old addresses are resolved against. */
export interface MovedSources {
  entries: readonly MovedEntry[];
  /** Every sound article that was not taken down, those held back included. */
  articles: readonly PlacedArticle[];
  known: KnownAddresses;
  /** What stands in the bundle already. Old addresses are added to it. */
  taken: TakenAddresses;
  nearest: NearestPath;
}

/** An old address with what is written of it. */
interface Old {
  from: string;
  to: string;
  file: string;
  place: Place;
}

/**
 * The old addresses of a publication, from `redirects.yaml` and the front matter's `aliases`, each with the
 * address that it leads to in the end: chains are followed. One whose target is held back is left out until then.
 */
export function movedAddresses(sources: MovedSources): { moved: Moved[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const report = (
    code: DiagnosticCode,
    { file, place }: Pick<Old, "file" | "place">,
    message: string,
    fix: string,
  ): void => {
    findings.push(finding({ code, file, ...place, message, fix }));
  };
  const olds = new Map<string, Old>();
  const add = (written: string, old: Omit<Old, "from">, place: Place): void => {
    const read = readOldAddress(written, sources.known);
    const at = { file: old.file, place };
    if ("fault" in read) {
      report("redirect/address", at, `The old address \`${written}\` ${read.fault}.`, read.fix);
      return;
    }
    const holder = sources.taken.holder(read.path);
    if (holder !== undefined) {
      const twin = olds.get(holder);
      const where = twin?.file === old.file ? "both times here" : `here and in ${twin?.file}`;
      report(
        "redirect/taken",
        at,
        `The old address ${read.path} is taken: ${twin === undefined ? sources.taken.claim(holder) : `it is an old address twice, ${where}`}.`,
        twin === undefined
          ? "Remove this one, or rename what stands there."
          : "Remove one of the two: it can lead to one place.",
      );
      return;
    }
    sources.taken.take(read.path);
    olds.set(read.path, { ...old, from: read.path });
  };
  for (const { from, to, placeOfFrom, placeOfTo } of sources.entries) {
    add(from, { to, file: REDIRECTS_FILE, place: placeOfTo }, placeOfFrom);
  }
  for (const { article, places } of sources.articles) {
    const place = places.aliases ?? { line: 1, column: 1 };
    for (const alias of article.aliases)
      add(alias, { to: article.path, file: article.file, place }, place);
  }
  const byId = new Map(sources.articles.map(({ article }) => [article.id, article.path]));
  const moved: Moved[] = [];
  for (const old of olds.values()) {
    const end = follow(old, olds, byId, sources);
    if (end.kind === "moved") moved.push({ from: old.from, to: end.to });
    else report(end.code, old, end.message, end.fix);
  }
  return { moved: moved.sort((a, b) => compareText(a.from, b.from)), findings };
}

type End =
  | { kind: "moved"; to: string }
  | { kind: "fault"; code: DiagnosticCode; message: string; fix: string };

function follow(
  first: Old,
  olds: ReadonlyMap<string, Old>,
  byId: ReadonlyMap<string, string>,
  { known, nearest }: MovedSources,
): End {
  const seen = new Set<string>();
  for (let old: Old | undefined = first; ;) {
    if (seen.has(old.from)) {
      return {
        kind: "fault",
        code: "redirect/loop",
        message: `The old address ${first.from} leads in a circle: ${[...seen, old.from].join(" → ")}.`,
        fix: "Let one of them lead to a page that exists.",
      };
    }
    seen.add(old.from);
    const { to } = old;
    const id = uuidOf(to);
    const written = id === undefined ? to : byId.get(id);
    if (written === undefined) return deadEnd(first, to, "There is no article of that id.");
    if (!/^(?:\/(?!\/)|https?:\/\/[^/]|(?:articles|pages)\/)/i.test(written)) {
      return deadEnd(
        first,
        to,
        "Write an address from its first slash, a file, an id, or a whole web address.",
      );
    }
    const target = resolveLink(written, CONTENT_ROOT, known);
    if (target.kind === "external") {
      return URL.canParse(written)
        ? { kind: "moved", to: new URL(written).href }
        : deadEnd(first, to, "Correct the address.");
    }
    if (target.kind === "internal") {
      const { path, fragment } = target;
      const ids = known.pages.get(path);
      if (fragment !== undefined && ids !== undefined && !ids.has(fragment))
        return deadEnd(first, to, "Use the id of a heading, or remove the fragment.");
      return {
        kind: "moved",
        to: fragment === undefined ? path : `${path}#${fragment}`,
      };
    }
    if (target.kind === "unpublished") {
      return {
        kind: "fault",
        code: "redirect/unpublished",
        message: `${first.from} leads to a page that is not published yet; until then the old address is not printed.`,
        fix: "Leave it, if that page is to be public later.",
      };
    }
    if (target.kind === "gone") {
      return deadEnd(first, to, "That was taken down: move this address from `moved` to `gone`.");
    }
    const next: Old | undefined =
      target.kind === "dead" ? (olds.get(target.path) ?? olds.get(`${target.path}/`)) : undefined;
    if (next === undefined) {
      const near = target.kind === "dead" ? nearest.near(target.path) : undefined;
      return deadEnd(first, to, near === undefined ? "Correct it." : `Did you mean ${near}?`);
    }
    old = next;
  }
}

/** Files are written as seen from the content folder, addresses from the base. */
const CONTENT_ROOT = { file: "/", path: "/" };

function deadEnd({ from }: Old, to: string, fix: string): End {
  return {
    kind: "fault",
    code: "redirect/target",
    message: `The old address ${from} is to lead to \`${to}\`, and there is nothing.`,
    fix,
  };
}
