import type { Archive, ArchiveText, LeftOut } from "../archive.ts";
import { isTimezone } from "../../domain/dates.ts";
import { Tally } from "../tally.ts";
import type { UploadsFolder } from "../uploads-folder.ts";
import { ContentFiles } from "./content-files.ts";
import { META } from "./export-rows.ts";
import type { ExportRow } from "./export-rows.ts";
import { permalink } from "./permalinks.ts";
import { hasPreviewColumns, isOpen, metaIn, postRecord } from "./post-record.ts";
import type { PostRecord } from "./post-record.ts";
import { postText } from "./post-text.ts";
import { Relations } from "./relations.ts";
import { defaultRoutes, patternFor } from "./routes-file.ts";
import type { Routes } from "./routes-file.ts";
import { textIn } from "./row.ts";
import type { Row } from "./row.ts";
import { settledRedirects } from "./settled-redirects.ts";
import { SiteSettings } from "./site-settings.ts";
import { StaffList } from "./staff-list.ts";
import { isReadTable, tableReason } from "./tables.ts";
import { TagList } from "./tag-list.ts";
import { versionNote } from "./version.ts";

/** How an export is read. */
export interface BuilderOptions {
  /** Address of the old site, with a slash at its end. */
  root: string | undefined;
  uploads: UploadsFolder | undefined;
  /** An IANA name, in place of what the settings say. */
  timezone: string | undefined;
  /** As `routes.yaml` has them; where there is none, as the settings do. */
  routes: Routes | undefined;
}

/** Columns of posts that have a body, the most finished first. */
export const BODY_COLUMNS = ["html", "lexical", "mobiledoc", "markdown"] as const;

/** Addresses of previews, which texts may link to. */
const PREVIEW = /\/p\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\b/g;

/** Puts an archive together from the rows of its tables, in any order. Keeps no bodies. */
export class ArchiveBuilder {
  /** Keys of the rows that became texts, by file and number: what their bodies are found by. */
  readonly textKeys = new Map<string, string>();
  readonly #options: BuilderOptions;
  readonly #settings = new SiteSettings();
  readonly #staff = new StaffList();
  readonly #tags = new TagList();
  readonly #postsTags = new Relations("posts_tags", "tag_id");
  readonly #postsAuthors = new Relations("posts_authors", "author_id");
  readonly #posts = new Map<string, PostRecord>();
  readonly #meta = new Map<string, { values: PostRecord["meta"]; hasPreview: boolean }>();
  readonly #files: ContentFiles;
  readonly #previews = new Set<string>();
  readonly #tally = new Tally();
  readonly #leftOut: LeftOut[] = [];
  readonly #notes = new Set<string>();

  constructor(options: BuilderOptions) {
    this.#options = options;
    this.#files = new ContentFiles(options.root, options.uploads);
  }

  /** Takes the next row of a file. */
  add({ table, number, row }: ExportRow, file: string): void {
    if (table === META) {
      const note = versionNote(textIn(row ?? {}, "version"));
      if (note !== undefined) this.#notes.add(`${file}: ${note}`);
    } else if (!isReadTable(table) || row === undefined)
      this.#tally.leave(table, table, tableReason(table));
    else this.#rowOf(table, row, { file, number });
  }

  note(note: string): void {
    this.#notes.add(note);
  }

  /** The title in the settings; empty where there is none. */
  get title(): string {
    return this.#settings.title;
  }

  /** The archive, when all rows were added. */
  finish(redirects: Archive["redirects"]): Archive {
    const { root, routes } = this.#options;
    const found = routes ?? defaultRoutes(this.#settings.permalinks);
    for (const note of found.notes) this.#notes.add(note);
    const timezone = this.#timezone();
    const texts = [...this.#posts.values()].map((post) => this.#text(post, found, timezone));
    this.#noteTexts(texts);
    const authors = this.#staff.authors(found.author, root);
    const terms = this.#tags.terms(found.tag, root);
    const lists = [...authors, ...terms].flatMap(({ addresses }) => addresses);
    const settled = settledRedirects(redirects, { texts, lists });
    for (const note of settled.notes) this.#notes.add(note);
    this.#account();
    for (const note of this.#staff.notes()) this.#notes.add(note);
    this.#tally.use("users", this.#staff.used);
    this.#tally.use("tags", this.#tags.used);
    this.#tally.use("settings", this.#settings.used);
    return {
      site: this.#settings.site(root),
      authors,
      terms,
      texts,
      files: this.#files.files(),
      menus: this.#settings.menus(root),
      redirects: settled.redirects,
      leftOut: [
        ...this.#leftOut,
        ...this.#tags.leftOut,
        ...this.#staff.leftOut(),
        ...this.#settings.leftOut,
        ...this.#tally.leftOut(),
      ],
      used: this.#tally.used,
      notes: [...this.#notes],
    };
  }

  #rowOf(table: string, row: Row, place: { file: string; number: number }): void {
    if (table === "posts") this.#addPost(row, place);
    else if (table === "posts_meta")
      this.#meta.set(textIn(row, "post_id"), {
        values: metaIn(row),
        hasPreview: hasPreviewColumns(row),
      });
    else if (table === "posts_tags") this.#postsTags.add(row);
    else if (table === "posts_authors") this.#postsAuthors.add(row);
    else if (table === "tags") this.#tags.add(row);
    else if (table === "users") this.#staff.add(row);
    else this.#settings.add(row);
  }

  #addPost(row: Row, { file, number }: { file: string; number: number }): void {
    // Texts that are cut out of a larger one would keep all of it in memory.
    const post = JSON.parse(JSON.stringify(postRecord(row, file))) as PostRecord;
    if (post.key === "" || this.#posts.has(post.key)) {
      const why = post.key === "" ? "has neither number nor address" : "is in the archive twice";
      this.#leftOut.push({ kind: "posts", key: post.key, title: post.title, why });
      return;
    }
    this.#posts.set(post.key, post);
    this.textKeys.set(`${file}:${number}`, post.key);
    this.#tally.use("posts");
    const body = BODY_COLUMNS.map((column) => textIn(row, column)).find((text) => text !== "");
    if (body === undefined) return;
    this.#files.addFrom(body, isOpen(post));
    if (body.includes("/p/"))
      for (const [, uuid = ""] of body.matchAll(PREVIEW)) this.#previews.add(uuid);
  }

  #text(record: PostRecord, routes: Routes, timezone: string): ArchiveText {
    const meta = this.#meta.get(record.key);
    const post = { ...record, meta: { ...record.meta, ...meta?.values } };
    const joined = this.#postsAuthors.of(post.key);
    const writers = (joined.length > 0 ? joined : [post.author]).filter(
      (id) => this.#staff.slugOf(id) !== undefined,
    );
    for (const id of writers) this.#staff.use(id);
    const tags = this.#postsTags.of(post.key).flatMap((id) => this.#tags.withId(id) ?? []);
    const [firstTag] = tags;
    const filtered = {
      tags: tags.map(({ slug }) => slug),
      authors: writers.flatMap((id) => this.#staff.slugOf(id) ?? []),
      featured: post.featured,
      primaryTag: firstTag?.isInternal === false ? firstTag.slug : undefined,
      primaryAuthor: this.#staff.slugOf(writers[0] ?? ""),
    };
    const pattern =
      post.kind === "page"
        ? "/{slug}/"
        : patternFor(filtered, routes, (filter) =>
            this.#notes.add(
              `The filter \`${filter}\` of \`routes.yaml\` is not understood, so addresses of its collection are missing. Write them into \`links\` of the map.`,
            ),
          );
    const parts = { id: post.key, slug: post.slug, ...filtered };
    const date = post.date === undefined ? {} : { date: post.date };
    const path =
      pattern === undefined ? undefined : permalink(pattern, { ...parts, ...date }, timezone);
    return postText(post, {
      authors: writers,
      terms: tags.filter(({ isInternal }) => !isInternal).map(({ id }) => id),
      path,
      imageKey: post.image === "" ? undefined : this.#files.add(post.image, isOpen(post)),
      isPreviewLinked: this.#previews.has(post.uuid),
      root: this.#options.root,
    });
  }

  #timezone(): string {
    const found = this.#options.timezone ?? this.#settings.site(undefined).timezone ?? "UTC";
    return isTimezone(found) ? found : "UTC";
  }

  #noteTexts(texts: ArchiveText[]): void {
    const bySlug = new Map<string, ArchiveText>();
    for (const text of texts) {
      const [address] = text.addresses;
      const first = address === undefined ? undefined : bySlug.get(address);
      if (address !== undefined && first === undefined) bySlug.set(address, text);
      if (first === undefined) continue;
      const what = `“${first.title}” has the same address, ${address ?? ""}, which leads there.`;
      text.notes = [...(text.notes ?? []), what];
    }
    const posts = [...this.#posts.values()];
    const featured = posts.filter((post) => post.featured).length;
    if (featured > 0)
      this.#notes.add(
        `Featured texts: ${featured}. What that meant was up to the theme, so none of them is pinned; write \`pin: true\` where you want it.`,
      );
    const previewed = posts.filter(
      ({ key, hasPreview }) => hasPreview || this.#meta.get(key)?.hasPreview === true,
    ).length;
    if (previewed > 0)
      this.#notes.add(
        `Texts with a title, description or picture of their own for Facebook or X: ${previewed}. Stet has one for all networks, so these are left out.`,
      );
  }

  /** Accounts for the rows that join others. */
  #account(): void {
    const missing = (post: string): string | undefined =>
      this.#posts.has(post) ? undefined : "belongs to a post that is not in the archive";
    this.#postsTags.tell(this.#tally, (post, to) => {
      const tag = this.#tags.withId(to);
      if (tag === undefined) return "belongs to a tag that is not in the archive";
      return missing(post) ?? (tag.isInternal ? "belongs to an internal tag" : undefined);
    });
    this.#postsAuthors.tell(this.#tally, (post, to) =>
      this.#staff.slugOf(to) === undefined
        ? "belongs to an author who is not in the archive"
        : missing(post),
    );
    for (const post of this.#meta.keys()) {
      const why = missing(post);
      if (why === undefined) this.#tally.use("posts_meta");
      else this.#tally.leave("posts_meta", why, why);
    }
  }
}
