import type { EarlierContent } from "../../domain/earlier-content.ts";
import type { StandingPage } from "../../domain/article.ts";
import { isPublished } from "../../domain/publication.ts";
import { readOldAddress } from "../../domain/old-address.ts";
import type { ContentFile } from "../../cache/content-file.ts";
import type { LocatedArticle } from "../article-identity.ts";
import type { EarlierArticle, EarlierPage } from "./earlier-articles.ts";
import type { PresentContent } from "./present-content.ts";
import { SimilarTexts } from "./similar-texts.ts";

/** What has become of an article: another file may be it now, with errors that are told elsewhere. */
export type FoundArticle =
  | { kind: "found"; located: LocatedArticle }
  | { kind: "unreadable" }
  | { kind: "gone" };

/** Finds what earlier texts have become, and where addresses lead now. */
export class FoundTexts {
  readonly #present: PresentContent;
  readonly #earlier: EarlierContent;
  #byId: ReadonlyMap<string, LocatedArticle> | undefined;
  #byPath: ReadonlyMap<string, LocatedArticle> | undefined;
  readonly #invalid: ReadonlySet<string>;
  /** Paths of all old addresses that are written down, those with a faulty target too: that is told elsewhere. */
  #old: ReadonlySet<string> | undefined;
  #articles: SimilarTexts | undefined;
  #pages: SimilarTexts | undefined;

  constructor(present: PresentContent, earlier: EarlierContent) {
    this.#present = present;
    this.#earlier = earlier;
    this.#invalid = new Set(present.invalid.map(({ path }) => path));
  }

  /** Most paths that are asked for are those of pages, so that few publications need this. */
  #oldPaths(): ReadonlySet<string> {
    const { placed, written, site } = this.#present;
    const old = new Set<string>();
    const add = (address: string): void => {
      const read = readOldAddress(address, site);
      if ("path" in read) old.add(read.path);
    };
    for (const { from } of written?.moved ?? []) add(from);
    for (const { article } of placed) for (const alias of article.aliases) add(alias);
    return old;
  }

  /** Whether readers who follow a link to a path find a page, are led on, or are told that it was taken down. */
  isOpen(path: string): boolean {
    const { pages, takedowns } = this.#present.urls;
    if (pages.has(path) || takedowns.has(path)) return true;
    this.#old ??= this.#oldPaths();
    return this.#old.has(path);
  }

  /** Whether a path belongs to something that is not published yet. */
  isHeld(path: string): boolean {
    return this.#present.urls.unpublished.has(path);
  }

  /** Whether readers can open an article; one that was taken down, they can not. */
  isPublic({ article }: LocatedArticle): boolean {
    return isPublished(article, this.#present.now, this.#present.urls.takedowns);
  }

  /** What an article has become: the one with its id or at its address, else a new file with much the same text. */
  articleOf({ id, path, text }: EarlierArticle): FoundArticle {
    const { placed } = this.#present;
    this.#byId ??= new Map(placed.map((one) => [one.article.id, one]));
    const same = this.#byId.get(id);
    if (same !== undefined) return { kind: "found", located: same };
    if (this.#invalid.has(path)) return { kind: "unreadable" };
    this.#byPath ??= new Map(placed.map((one) => [one.article.path, one]));
    const there = this.#byPath.get(path);
    if (there !== undefined) return { kind: "found", located: there };
    this.#articles ??= this.#newTexts(this.#present.files.articles);
    const file = this.#articles.take(text);
    if (file === undefined) return { kind: "gone" };
    const moved = placed.find(({ article }) => article.file === file);
    return moved === undefined ? { kind: "unreadable" } : { kind: "found", located: moved };
  }

  /** The new page with much the same text as one that is gone; `unreadable` where it has errors. */
  pageOf({
    text,
  }: EarlierPage): { kind: "found"; page: StandingPage } | { kind: "unreadable" } | undefined {
    this.#pages ??= this.#newTexts(this.#present.files.pages);
    const file = this.#pages.take(text);
    if (file === undefined) return undefined;
    const page = this.#present.pages.find((one) => one.file === file);
    return page === undefined ? { kind: "unreadable" } : { kind: "found", page };
  }

  #newTexts(files: readonly ContentFile[]): SimilarTexts {
    const { textOf } = this.#present;
    const fresh = files.filter(({ file }) => !this.#earlier.paths.has(file));
    return new SimilarTexts(fresh.map(({ file }) => [file, textOf(file) ?? ""] as const));
  }
}
