import type { Archive, ArchiveSite, LeftOut } from "../archive.ts";
import { AttachmentList } from "./attachment-list.ts";
import { AuthorList, guestAuthor } from "./author-list.ts";
import { detached } from "./detached.ts";
import { plainText } from "../html-text.ts";
import { commentReason, commentsOf } from "./item-comments.ts";
import { ItemKeys } from "./item-keys.ts";
import { itemText } from "./item-text.ts";
import { statusReason, typeReason, useOfType } from "./item-types.ts";
import { checkLeadImage } from "./lead-images.ts";
import { MenuList } from "./menu-list.ts";
import { MetaList } from "./meta-list.ts";
import { SharedBlocks } from "./shared-blocks.ts";
import { addSiteField } from "./site-fields.ts";
import { Tally } from "../tally.ts";
import { declaredTerm, TermList } from "./term-list.ts";
import type { TermKind } from "./term-list.ts";
import { UploadReferences } from "./upload-references.ts";
import type { UploadsFolder } from "../uploads-folder.ts";
import { urlOf } from "../web-address.ts";
import { metaOf, rawTextIn, textIn } from "./wxr-element.ts";
import type { WxrElement } from "./wxr-element.ts";

/** How an export is read. */
export interface BuilderOptions {
  uploads?: UploadsFolder | undefined;
  base?: string | undefined;
  timezone?: string | undefined;
  types?: Readonly<Record<string, "article" | "page">> | undefined;
  taxonomies?: Readonly<Record<string, TermKind>> | undefined;
}

/** Puts an archive together from the elements of its files. Keeps no bodies but those of reusable blocks. */
export class ArchiveBuilder {
  /** Keys of the items that became texts, by their positions: what their bodies are found by. */
  readonly textKeys = new Map<string, string>();
  readonly attachments = new AttachmentList();
  readonly blocks = new SharedBlocks();

  private readonly options: BuilderOptions;
  private readonly site: ArchiveSite = {};
  private readonly texts: Archive["texts"] = [];
  private readonly redirects: Archive["redirects"] = [];
  private readonly notes: string[] = [];
  private readonly itemsLeft: LeftOut[] = [];
  private readonly terms: TermList;
  private readonly authors = new AuthorList();
  private readonly menus = new MenuList();
  private readonly meta = new MetaList();
  private readonly keys = new ItemKeys();
  private readonly tally = new Tally();
  private readonly references = new UploadReferences();
  /** What menus lead to, by type and number. */
  private readonly targets = new Map<string, { label: string; href: string }>();

  constructor(options: BuilderOptions) {
    this.options = options;
    this.terms = new TermList(options.taxonomies);
    if (options.base !== undefined) this.site.url = options.base;
  }

  /** Takes the next element of a file, which stands at a position that no other has. */
  add(element: WxrElement, file: string, position: string): void {
    if (element.name === "item") {
      this.addItem(element, file, position);
      return;
    }
    if (element.name === "wp:author") this.authors.declare(element);
    const term = declaredTerm(element);
    if (term !== undefined) this.addTerm(term);
    addSiteField(this.site, element, this.options.base !== undefined);
  }

  note(note: string): void {
    this.notes.push(note);
  }

  /** The archive, when all elements were added. */
  finish(): Archive {
    const root = this.root();
    this.terms.finish(root);
    this.authors.finish(root);
    const menus = this.menus.finish((type, object, id) => this.target(type, object, id));
    this.addUploads(root);
    this.attachments.markDrafts(this.texts);
    const fileKeys = new Set(this.attachments.files.map(({ key }) => key));
    for (const text of this.texts) checkLeadImage(text, fileKeys);
    const { terms, authors, meta, tally } = this;
    for (const [kind, count] of Object.entries({ ...terms.used, postmeta: meta.used }))
      tally.use(kind, count);
    for (const [kind, count] of Object.entries(this.menus.used)) tally.use(kind, count);
    tally.use("author", authors.used);
    return {
      site: this.site,
      authors: authors.authors,
      terms: terms.terms,
      texts: this.texts,
      files: this.attachments.files,
      menus,
      redirects: this.redirects,
      leftOut: [
        ...this.itemsLeft,
        ...this.menus.leftOut,
        ...authors.leftOut,
        ...terms.leftOut,
        ...meta.leftOut(),
        ...tally.leftOut(),
      ],
      used: tally.used,
      notes: this.notes,
    };
  }

  /** Address of the site, with a slash at its end. */
  private root(): string {
    const url = this.site.url ?? "https://old-site.invalid/";
    return url.endsWith("/") ? url : `${url}/`;
  }

  private addTerm(term: NonNullable<ReturnType<typeof declaredTerm>>): void {
    const first = (key: string): string => term.meta.get(key)?.[0] ?? "";
    if (term.taxonomy === "nav_menu") this.menus.declare(term.slug, term.name);
    else if (term.taxonomy === "author" && term.meta.size > 0) {
      // PublishPress Authors keeps what it knows of authors with their terms.
      const parts = `${first("first_name")} ${first("last_name")}`.trim();
      this.authors.declareGuest({
        slug: term.slug,
        name: plainText(term.name) || parts,
        bio: plainText(first("description")) || undefined,
        url: urlOf(first("user_url"))?.href,
      });
      this.tally.use(term.counted);
    } else this.terms.declare(term);
    for (const [key, { length }] of term.meta)
      this.tally.leave("termmeta", key, "is a field of a term that Stet has no place for", length);
  }

  private addItem(item: WxrElement, file: string, position: string): void {
    const type = textIn(item, "wp:post_type");
    const kind = type || "item";
    const meta = metaOf(item);
    const key = this.keys.keyOf(item);
    const use = useOfType(type, this.options.types ?? {});
    const why =
      key === undefined
        ? "is in the archive twice"
        : use === undefined
          ? typeReason(type)
          : statusReason(textIn(item, "wp:status"));
    if (key === undefined || use === undefined || why !== undefined) {
      this.leaveItem(item, kind, key ?? textIn(item, "wp:post_id"), why ?? "");
      this.meta.leaveAll(meta);
      this.addComments(item, false);
      if (key !== undefined && type === "wp_block") this.blocks.add(key, item);
      return;
    }
    this.meta.add(use, meta);
    if (use === "menu-item") this.menus.add(item, key);
    else if (use === "guest-author") {
      this.authors.declareGuest(guestAuthor(item, meta));
      this.tally.use(kind);
    } else if (use === "attachment") this.addFile(item, key);
    else this.addText(item, key, use, meta, { file, position });
    this.addComments(item, use === "article" || use === "page");
  }

  private addText(
    item: WxrElement,
    key: string,
    kind: "article" | "page",
    meta: Map<string, string[]>,
    { file, position }: { file: string; position: string },
  ): void {
    const root = this.root();
    const { terms, authors } = this;
    const context = { file, root, timezone: this.options.timezone, terms, authors };
    // Texts that are cut out of a larger one would keep all of it in memory.
    const text = detached(itemText(item, key, kind, meta, context));
    this.texts.push(text);
    this.textKeys.set(position, key);
    if (this.options.uploads !== undefined) this.references.add(rawTextIn(item, "content:encoded"));
    this.tally.use(textIn(item, "wp:post_type"));
    const href = text.addresses[0] ?? `${root}?p=${key}`;
    this.targets.set(`post_type:${key}`, { label: text.title, href });
    const elsewhere = urlOf(meta.get("_links_to")?.[0]?.trim() ?? "");
    if (elsewhere !== undefined && text.addresses[0] !== undefined)
      this.redirects.push({ from: text.addresses[0], to: elsewhere.href });
  }

  private addFile(item: WxrElement, key: string): void {
    const { uploads } = this.options;
    const file = this.attachments.add(item, key, { root: this.root(), uploads });
    if (file === undefined) {
      this.leaveItem(item, "attachment", key, "has no address of a file");
      return;
    }
    this.tally.use("attachment");
    const label = plainText(rawTextIn(item, "title"));
    this.targets.set(`post_type:${key}`, { label, href: file.addresses[0] ?? "" });
  }

  /** Adds files that only bodies name. */
  private addUploads(root: string): void {
    const { uploads } = this.options;
    if (uploads === undefined) return;
    const { files, paths } = this.attachments;
    for (const file of this.references.files(files, { root, uploads, paths })) files.push(file);
  }

  private leaveItem(item: WxrElement, kind: string, key: string, why: string): void {
    const title = plainText(rawTextIn(item, "title")).slice(0, 200);
    this.itemsLeft.push(detached({ kind, key, title, why }));
  }

  private addComments(item: WxrElement, isText: boolean): void {
    for (const comment of commentsOf(item)) {
      const why = commentReason(comment) ?? (isText ? undefined : "answers what is left out");
      if (why === undefined) this.tally.use("comment");
      else this.tally.leave("comment", why, why);
      for (const { name, children } of comment.children) {
        if (name !== "wp:commentmeta") continue;
        const key = children.find((child) => child.name === "wp:meta_key")?.text.trim() ?? "";
        this.tally.leave(
          "commentmeta",
          key,
          "is a field of a comment, which Stet has no place for",
        );
      }
    }
  }

  private target(
    type: string,
    object: string,
    id: string,
  ): { label: string; href: string } | undefined {
    if (type !== "taxonomy") return this.targets.get(`${type}:${id}`);
    const term = this.terms.withId(object, id);
    const href = term?.addresses[0];
    return term === undefined || href === undefined ? undefined : { label: term.name, href };
  }
}
