import { basename, isAbsolute } from "node:path";
import { digestOf } from "../cache/file-digest.ts";
import type { PlayerName } from "../domain/players.ts";
import { publishableType } from "../domain/publishable-types.ts";
import { bodyContext } from "./address-tables.ts";
import type { AddressTables } from "./address-tables.ts";
import type { ArchiveBody, ArchiveFile } from "./archive.ts";
import { textFile } from "./article-text.ts";
import { commentsFile } from "./comments-file.ts";
import type { BodyTask, ConvertedText } from "./convert-work.ts";
import { playersIn, postText } from "./data-files.ts";
import type { ImportFolder } from "./import-folder.ts";
import type { ImportMap } from "./import-map.ts";
import { losesWords } from "./ledger.ts";
import type { Ledger, TextRecord } from "./ledger.ts";
import { oldUrl } from "./old-url.ts";
import type { ImportPlan } from "./plan-import.ts";
import type { PlannedText } from "./planned-text.ts";
import type { PlannedRedirects } from "./plan-redirects.ts";

/** So many characters alike are no chance. */
const TELLING = 200;

/** What texts are written by. */
interface WriterOptions {
  plan: ImportPlan;
  tables: AddressTables;
  redirects: PlannedRedirects;
  map: ImportMap;
}

const CLOSED_PAGE =
  "It was a page that was not public. There are no drafts of pages here, so it is a draft of an article; to publish it, move it to `pages/` and leave `title` and `description` in its front matter.";

/** Writes texts as they are converted, with their comments and the posts that they quote. */
export class TextWriter {
  readonly records = new Map<string, TextRecord>();
  readonly players = new Set<PlayerName>();
  readonly comments: Ledger["comments"] = { imported: 0, leftOut: [] };
  /** How many texts use a file, by its key. */
  readonly uses = new Map<string, number>();
  /** Keys of the texts that use a file, by its key. */
  readonly usedBy = new Map<string, Set<string>>();
  readonly #folder: ImportFolder;
  readonly #options: WriterOptions;
  readonly #texts: Map<string, PlannedText>;
  readonly #posts = new Set<string>();
  /** The first file with a body, by its digest. */
  readonly #bodies = new Map<string, string>();

  constructor(folder: ImportFolder, options: WriterOptions) {
    this.#folder = folder;
    this.#options = options;
    this.#texts = new Map(options.plan.texts.map((planned) => [planned.text.key, planned]));
  }

  /** What is to be converted of a body; its comments are written at once. */
  taskOf({ key, body, details, comments }: ArchiveBody): BodyTask | undefined {
    const planned = this.#texts.get(key);
    if (planned === undefined) return undefined;
    this.#writeComments(planned, comments);
    const base = this.#baseOf(planned);
    return { key, stem: planned.stem, base, body, ...(details === undefined ? {} : { details }) };
  }

  /** Writes the file of a text, with the posts that it quotes, and records what became of it. */
  add(converted: ConvertedText): void {
    const planned = this.#texts.get(converted.key);
    if (planned === undefined) return;
    const { plan, redirects, map } = this.#options;
    const { text, kind, stem } = planned;
    const notes = [
      ...(kind === text.kind ? [] : [{ kind: "look" as const, what: CLOSED_PAGE }]),
      ...(text.notes ?? []).map((what) => ({ kind: "look" as const, what })),
      ...converted.notes,
    ];
    const image = this.#leadImage(planned, notes);
    const file = `${stem}.${converted.format}`;
    const aliases = redirects.aliases.get(text.key) ?? [];
    const { text: body, excerpt } = converted;
    const whole = textFile(planned, plan, { body, excerpt, aliases, ...(image ? { image } : {}) });
    this.#folder.write(file, whole);
    for (const player of playersIn(body)) this.players.add(player);
    for (const post of converted.posts) {
      if (this.#posts.has(post.slug)) continue;
      this.#posts.add(post.slug);
      const date = planned.date ?? text.modified ?? "1970-01-01";
      this.#folder.write(`posts/${post.slug}.yaml`, postText(post, date));
    }
    for (const key of converted.files) this.#use(key, planned);
    for (const address of redirects.taken.get(text.key) ?? [])
      // Readers tell of texts that had one address themselves.
      if (!notes.some(({ what }) => what.includes(address)))
        notes.push({
          kind: "look",
          what: `An old address of it leads to something else here, and not to it: ${address}`,
        });
    if (kind === "article" && text.feedId !== planned.feedId)
      notes.push({
        kind: "look",
        what: `Another article has its feed id too, ${text.feedId ?? ""}; subscribers may see this one again.`,
      });
    if (planned.isDateMade && kind === "article")
      notes.push({ kind: "look", what: `It has no date; ${planned.date ?? ""} was written.` });
    const twin = this.#twinOf(body, file);
    if (twin !== undefined)
      notes.push({ kind: "look", what: `Its body is the same as that of ${twin}.` });
    const counts = { before: converted.before, after: converted.after };
    const isShort = losesWords(counts) && !map.accept.includes(text.key);
    this.records.set(text.key, {
      key: text.key,
      kind,
      title: text.title,
      origin: originOf(text.origin),
      file,
      state: text.state,
      ...(text.why === undefined ? {} : { why: text.why }),
      before: text.addresses,
      after: planned.path,
      counts,
      notes,
      ...(isShort ? { isShort } : {}),
    });
  }

  /** The file that came before with the same body; short ones, such as a line with a picture, may be alike. */
  #twinOf(body: string, file: string): string | undefined {
    if (body.length < TELLING) return undefined;
    const digest = digestOf(body);
    const twin = this.#bodies.get(digest);
    if (twin === undefined) this.#bodies.set(digest, file);
    return twin;
  }

  #use(key: string, { text }: PlannedText): void {
    this.uses.set(key, (this.uses.get(key) ?? 0) + 1);
    const users = this.usedBy.get(key);
    if (users === undefined) this.usedBy.set(key, new Set([text.key]));
    else users.add(text.key);
  }

  #baseOf({ text }: PlannedText): string {
    const { oldSite } = this.#options.tables;
    return (
      oldUrl(text.addresses[0] ?? "/", oldSite)?.href ?? oldSite.urls[0] ?? "http://localhost/"
    );
  }

  #leadImage(
    planned: PlannedText,
    notes: TextRecord["notes"],
  ): { src: string; alt?: string; caption?: string; credit?: string } | undefined {
    const { image } = planned.text;
    if (image === undefined || planned.kind === "page") return undefined;
    const context = bodyContext(this.#options.tables, {
      stem: planned.stem,
      base: this.#baseOf(planned),
    });
    const found = context.fileOf(image.file);
    if (found === undefined || !isImage(found)) {
      const why = found === undefined ? "is not among the files" : "is no picture";
      notes.push({ kind: "lost", what: `The lead picture ${image.file} ${why}.` });
      return undefined;
    }
    this.#use(image.file, planned);
    const {
      alt = found.file.alt,
      caption = found.file.caption,
      credit = found.file.credit,
    } = image;
    return {
      src: found.src,
      ...(alt ? { alt } : {}),
      ...(caption ? { caption } : {}),
      ...(credit ? { credit } : {}),
    };
  }

  #writeComments({ text, kind, stem }: PlannedText, comments: ArchiveBody["comments"]): void {
    if (comments.length === 0) return;
    const leave = (id: string, why: string): void => {
      this.comments.leftOut.push({ text: text.key, id, why });
    };
    if (kind === "page") {
      for (const { id } of comments) leave(id, "it belongs to a page, and pages have no comments");
      return;
    }
    const made = commentsFile(comments);
    for (const { id, why } of made.leftOut) leave(id, why);
    if (made.text === undefined) return;
    this.comments.imported += comments.length - made.leftOut.length;
    this.#folder.write(`${stem.replace(/^articles/, "comments")}.yaml`, made.text);
  }
}

/** Where a text stands in the archive; without the folders of this machine. */
function originOf({ file, line }: PlannedText["text"]["origin"]): string {
  const name = isAbsolute(file) ? basename(file) : file;
  return line === undefined ? name : `${name}:${line}`;
}

/** Whether a file can be the picture of an article. */
function isImage({ file, src }: { file: ArchiveFile; src: string }): boolean {
  return publishableType(file.source ?? src)?.startsWith("image/") === true;
}
