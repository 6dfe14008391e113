import { rule as noAddress } from "../checks/redirect/address.ts";
import { rule as redirectChain } from "../checks/redirect/chain.ts";
import { rule as redirectLoop } from "../checks/redirect/loop.ts";
import { rule as takenAddress } from "../checks/redirect/taken.ts";
import { rule as noTarget } from "../checks/redirect/target.ts";
import { rule as unpublishedTarget } from "../checks/redirect/unpublished.ts";
import type { Location } from "../checks/rule.ts";
import type { SourceLocation } from "../domain/source-location.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import type { NearestPath } from "../domain/nearest-path.ts";
import { correctedOldAddress, readOldAddress } from "../domain/old-address.ts";
import { compareText } from "../domain/order.ts";
import { yamlText } from "../domain/yaml-text.ts";
import type { Moved } from "../domain/publication.ts";
import { claimOf } from "./path-owners.ts";
import type { PathOwners } from "./path-owners.ts";
import { uuidOf } from "../loader/identity.ts";
import { REDIRECTS_FILE } from "../loader/redirects-file.ts";
import type { MovedEntry } from "../loader/redirects-file.ts";
import type { LocatedArticle } from "./article-identity.ts";
import { olderFirst } from "./older-article.ts";
import { meantAddress } from "./meant-link.ts";
import { resolveLink } from "../urls/resolve-link.ts";
import type { PublishedUrls } from "../urls/resolve-link.ts";
import type { ReservedPaths } from "../urls/reserved-paths.ts";
import { typedAddress } from "./typed-path.ts";

/** What old addresses are resolved against. */
export interface MovedSources {
  entries: readonly MovedEntry[];
  /** Every sound article that was not taken down, those held back included. */
  articles: readonly LocatedArticle[];
  published: PublishedUrls;
  /** What stands in the bundle already. Old addresses are added to it. */
  taken: ReservedPaths;
  nearest: NearestPath;
  owners: PathOwners;
}

/** An old address with what is written of it. */
interface Old {
  from: string;
  to: string;
  file: string;
  location: SourceLocation;
}

/**
 * The old addresses of a publication, from `redirects.yaml` and the front matter's `aliases`, each with the
 * address that it leads to in the end: chains are followed, and reported. One whose target is held back is left out until
 * then.
 */
export function redirectsOf(sources: MovedSources): {
  moved: Moved[];
  diagnostics: Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];
  const olds = new Map<string, Old>();
  const add = (written: string, old: Omit<Old, "from">, at: SourceLocation): void => {
    const read = readOldAddress(written, sources.published);
    const location = { file: old.file, ...at };
    if ("fault" in read) {
      const meant = correctedOldAddress(written, sources.published);
      diagnostics.push(noAddress.at(location, { ...read, written, meant }));
      return;
    }
    const holder = sources.taken.holder(read.path);
    if (holder !== undefined) {
      const twin = olds.get(holder);
      const by =
        twin === undefined
          ? claimOf(holder, sources.taken, sources.owners)
          : ({ kind: "old", file: twin.file === old.file ? undefined : twin.file } as const);
      diagnostics.push(takenAddress.at(location, { use: { kind: "old" }, address: read.path, by }));
      return;
    }
    sources.taken.take(read.path);
    olds.set(read.path, { ...old, from: read.path });
  };
  for (const { from, to, placeOfFrom, placeOfTo } of sources.entries) {
    add(from, { to, file: REDIRECTS_FILE, location: placeOfTo }, placeOfFrom);
  }
  const oldest = sources.articles.toSorted((a, b) => olderFirst(a.article, b.article));
  for (const { article, places } of oldest) {
    const location = places.aliases ?? { line: 1, column: 1 };
    for (const alias of article.aliases)
      add(alias, { to: article.path, file: article.file, location }, location);
  }
  const byId = new Map(sources.articles.map(({ article }) => [article.id, article.path]));
  const moved: Moved[] = [];
  const ways = new Ways(olds, byId, sources);
  for (const old of olds.values()) {
    const end = ways.endOf(old);
    const location = { file: old.file, ...old.location };
    if (end.kind === "fault") {
      diagnostics.push(end.at(old, location));
      continue;
    }
    moved.push({ from: old.from, to: end.to });
    if (ways.isChain(old))
      diagnostics.push(redirectChain.at(location, { ...old, typed: typedTarget(end.to) }));
  }
  return { moved: moved.sort((a, b) => compareText(a.from, b.from)), diagnostics };
}

/** Where an old address leads in the end, or what is said of one that leads there. */
type End =
  | { kind: "moved"; to: string }
  | { kind: "fault"; at: (first: Old, location: Location) => Diagnostic };

/** A target as it is typed in `redirects.yaml`. */
function typedTarget(to: string): string {
  const [path = "", part] = to.startsWith("/") ? to.split("#", 2) : [to];
  const address = path.startsWith("/") ? typedAddress(path) : path;
  return yamlText(part === undefined ? address : `${address}#${typedAddress(part)}`);
}

/** Most addresses of a circle that are told. */
const MOST_TOLD = 10;

/** Follows old addresses to their ends; of many that lead on to each other, each is looked up once. */
class Ways {
  readonly #olds: ReadonlyMap<string, Old>;
  readonly #byId: ReadonlyMap<string, string>;
  readonly #sources: MovedSources;
  readonly #ends = new Map<Old, End>();
  /** The next one of those that lead to another. */
  readonly #next = new Map<Old, Old>();

  constructor(
    olds: ReadonlyMap<string, Old>,
    byId: ReadonlyMap<string, string>,
    sources: MovedSources,
  ) {
    this.#olds = olds;
    this.#byId = byId;
    this.#sources = sources;
  }

  endOf(first: Old): End {
    const way = new Set<Old>();
    let end = this.#ends.get(first);
    for (let old = first; end === undefined;) {
      way.add(old);
      const step = this.#step(old);
      if (step.kind !== "old") {
        end = step;
        break;
      }
      this.#next.set(old, step.old);
      old = step.old;
      end = way.has(old) ? this.#circle() : this.#ends.get(old);
    }
    for (const old of way) this.#ends.set(old, end);
    return end;
  }

  /** Whether an old address whose end is known leads there by way of another. */
  isChain(old: Old): boolean {
    return this.#next.has(old);
  }

  #circle(): End {
    const at = (first: Old, location: Location): Diagnostic =>
      redirectLoop.at(location, { from: first.from, way: this.#wayFrom(first) });
    return { kind: "fault", at };
  }

  /** The way from an old address until it comes by one again, as far as it is told. */
  #wayFrom(first: Old): string[] {
    const way = new Set<string>();
    for (let old: Old | undefined = first; old !== undefined; old = this.#next.get(old)) {
      if (way.has(old.from)) return [...way, old.from];
      if (way.size === MOST_TOLD) return [...way, "…"];
      way.add(old.from);
    }
    return [...way];
  }

  /** Where an old address leads: to its end, or to another one. */
  #step({ to }: Old): End | { kind: "old"; old: Old } {
    const { published: known, nearest } = this.#sources;
    const deadEnd = (why: Parameters<typeof noTarget.at>[1]["why"]): End => ({
      kind: "fault",
      at: ({ from }, location) => noTarget.at(location, { from, to, why }),
    });
    const id = uuidOf(to);
    const written = id === undefined ? to : this.#byId.get(id);
    if (written === undefined) return deadEnd({ kind: "no-id" });
    if (!/^(?:\/(?!\/)|https?:\/\/[^/]|(?:articles|pages)\/)/i.test(written)) {
      const meant = meantAddress(written, CONTENT_ROOT, known);
      return deadEnd(meant === undefined ? { kind: "no-address" } : { kind: "nothing", meant });
    }
    const target = resolveLink(written, CONTENT_ROOT, known);
    if (target.kind === "external") {
      return URL.canParse(written)
        ? { kind: "moved", to: new URL(written).href }
        : deadEnd({ kind: "no-address" });
    }
    if (target.kind === "internal") {
      const { path, fragment } = target;
      const ids = known.pages.get(path);
      if (fragment !== undefined && ids !== undefined && !ids.has(fragment))
        return deadEnd({ kind: "no-part", path });
      return { kind: "moved", to: fragment === undefined ? path : `${path}#${fragment}` };
    }
    if (target.kind === "unpublished")
      return {
        kind: "fault",
        at: ({ from }, location) => unpublishedTarget.at(location, { from }),
      };
    if (target.kind === "gone") return deadEnd({ kind: "gone" });
    const old =
      target.kind === "dead"
        ? (this.#olds.get(target.path) ?? this.#olds.get(`${target.path}/`))
        : undefined;
    if (old !== undefined) return { kind: "old", old };
    const near = target.kind === "dead" ? nearest.near(target.path) : undefined;
    const meant =
      meantAddress(written, CONTENT_ROOT, known) ??
      (near === undefined ? undefined : { typed: typedAddress(near) });
    return deadEnd({ kind: "nothing", meant });
  }
}

/** Files are written as seen from the content folder, addresses from the base. */
const CONTENT_ROOT = { file: "/", path: "/" };
