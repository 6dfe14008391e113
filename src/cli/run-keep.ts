import { basename, resolve } from "node:path";
import { withContentFolder } from "../domain/content-path.ts";
import { postFile } from "../domain/post.ts";
import { postText } from "../import/data-files.ts";
import { slugOf } from "../loader/article-path.ts";
import { listContentFiles } from "../loader/content-files.ts";
import { readDataFile } from "../loader/read-data-files.ts";
import { readSite } from "../loader/read-site.ts";
import { postSchema } from "../loader/schemas/data-file-schemas.ts";
import { contentPrefix } from "../report/report.ts";
import { printable } from "../report/terminal-text.ts";
import { completedPost } from "./keep/completed-post.ts";
import type { GivenPost, PostToKeep } from "./keep/completed-post.ts";
import { olderPost } from "./keep/older-post.ts";
import type { OlderPost } from "./keep/older-post.ts";
import { imageToKeep } from "./keep/image-to-keep.ts";
import type { ImageToKeep } from "./keep/image-to-keep.ts";
import { PostNames } from "./keep/post-names.ts";
import { postSource } from "./keep/post-source.ts";
import { writePost } from "./keep/write-post.ts";
import type { PostFiles } from "./keep/write-post.ts";
import { EXIT } from "./outcome.ts";

/** What `stet keep` is asked for. */
export interface KeepRequest extends GivenPost {
  /** An address, or a file with an answer of a network. */
  what: string;
  image?: string | undefined;
  alt?: string | undefined;
  slug?: string | undefined;
  /** Replaces a post that is kept already. */
  force: boolean;
}

/** What it needs besides. */
export interface KeepContext {
  /** The content folder, absolute. */
  content: string;
  cwd: string;
  now: number;
  clock: () => number;
}

/** What to print: `text` where a program may read it, `notes` for people. */
export interface KeepOutcome {
  text: string;
  notes: string;
  exitCode: number;
}

/**
 * Writes the file of a post, and its picture beside it, and gives what to print and the exit code. Nothing is asked of any
 * network. Where anything is missing or wrong, all of it is told at once, and nothing is written.
 */
export async function runKeep(request: KeepRequest, context: KeepContext): Promise<KeepOutcome> {
  const { content, cwd, now, clock } = context;
  const listing = listContentFiles(content, clock);
  if (listing?.files.site === undefined)
    return refusal([`There is no publication in ${content}: site.yaml is missing.`]);
  const prefix = contentPrefix(content, cwd);
  if (listing.files.symbolicLinks.has("posts"))
    return refusal([
      `${prefix}posts is a symbolic link, and what it leads to is not read. Make a folder in its place.`,
    ]);
  const { timezone, language } = readSite(content, listing.files, []).site;

  const source = postSource(request, cwd);
  if ("fault" in source) return refusal([source.fault]);
  const { found } = source;
  const given = { ...request, url: source.url };
  const { post, key, faults, notes } = completedPost(given, found, { timezone, language, now });
  const older = key === undefined ? undefined : olderPost(content, listing.files.posts, key);
  if (older !== undefined && !request.force) return keptAlready(older, prefix);

  const pictured = await imageFor(request, { found, older, context });
  const names = new PostNames(content, prefix);
  const all = [
    ...faults,
    ...pictured.faults,
    ...slugFaults(request.slug, { older, names, prefix }),
  ];
  if (post === undefined || all.length > 0) return refusal(all);

  const slug =
    older === undefined
      ? (request.slug ?? names.of(post, language))
      : slugOf(older.file, false).slug;
  const { files, shown } = filesOf(post, { slug, older, pictured, names });
  const told: string[] = [];
  const look = (written: string): boolean => {
    const { diagnostics } = readDataFile(content, written, postSchema(timezone));
    for (const { message, fix } of diagnostics)
      told.push(withContentFolder(`${message} ${fix}`, prefix));
    return diagnostics.every(({ severity }) => severity !== "error");
  };
  try {
    if (!writePost(content, files, look)) return refusal(told);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const fault = `${prefix}${files.file} cannot be written: ${printable(why)}`;
    return { ...refusal([fault]), exitCode: EXIT.failed };
  }
  const more = imageNotes(found.pictures, {
    older,
    shown,
    isNew: files.picture !== undefined,
    prefix,
  });
  return {
    text: `${prefix}${files.file}\n${tagFor(slug)}\n`,
    notes: [...notes, ...told, ...more].map((note) => `${note}\n`).join(""),
    exitCode: EXIT.done,
  };
}

function tagFor(slug: string): string {
  return `<SocialPost post="${slug}" />`;
}

function refusal(faults: readonly string[]): KeepOutcome {
  const lines = [...faults, "Nothing was written."];
  return { text: "", notes: `${lines.join("\n")}\n`, exitCode: EXIT.refused };
}

function keptAlready({ file }: OlderPost, prefix: string): KeepOutcome {
  return {
    text: `${prefix}${file}\n${tagFor(slugOf(file, false).slug)}\n`,
    notes: "This post is kept already. Nothing was written; --force replaces it.\n",
    exitCode: EXIT.invalid,
  };
}

/** The picture of a post: one to copy, or the one that it has already. */
interface Pictured {
  picture?: ImageToKeep;
  before?: { src: string; alt: string };
  faults: string[];
}

async function imageFor(
  { image, alt }: KeepRequest,
  {
    found,
    older,
    context,
  }: {
    found: { pictures: readonly string[] };
    older: OlderPost | undefined;
    context: KeepContext;
  },
): Promise<Pictured> {
  if (image !== undefined) {
    const [only = "", second] = found.pictures;
    // Which of several the file holds, nobody can tell.
    const said = second === undefined ? only : "";
    const path = resolve(context.cwd, image);
    return imageToKeep(path, { name: image, alt: alt ?? said, clock: context.clock });
  }
  const before = older?.picture;
  if (before !== undefined)
    return { before: { ...before, ...(alt === undefined ? {} : { alt }) }, faults: [] };
  const fault = "--alt says what a picture shows, but there is none. Add --image with its file.";
  return { faults: alt === undefined ? [] : [fault] };
}

function slugFaults(
  slug: string | undefined,
  { older, names, prefix }: { older: OlderPost | undefined; names: PostNames; prefix: string },
): string[] {
  if (slug === undefined) return [];
  if (older === undefined) return names.faultsOf(slug);
  return slug === slugOf(older.file, false).slug
    ? []
    : [`The post is kept as ${prefix}${older.file}, by which articles show it. Leave out --slug.`];
}

/** The files to write, and the picture that they show. */
function filesOf(
  post: PostToKeep,
  {
    slug,
    older,
    pictured,
    names,
  }: { slug: string; older: OlderPost | undefined; pictured: Pictured; names: PostNames },
): { files: PostFiles; shown: { src: string; alt: string } | undefined } {
  const { picture, before } = pictured;
  const name = older === undefined ? slug : names.beside(slug);
  const copied = picture && { file: `posts/${name}.${picture.type}`, from: picture.from };
  const shown =
    copied === undefined ? before : { src: `./${basename(copied.file)}`, alt: picture?.alt ?? "" };
  const whole = {
    ...(older?.language === undefined ? {} : { language: older.language }),
    ...post,
    slug,
    ...(shown === undefined ? {} : { picture: shown }),
  };
  const files = {
    file: older?.file ?? postFile(slug),
    replaces: older !== undefined,
    yaml: postText(whole, post.date),
    picture: copied,
  };
  return { files, shown };
}

/** What an editor may have to do about pictures. */
function imageNotes(
  pictures: readonly string[],
  {
    older,
    shown,
    isNew,
    prefix,
  }: { older: OlderPost | undefined; shown: object | undefined; isNew: boolean; prefix: string },
): string[] {
  const before = older?.picture?.src;
  if (isNew && before !== undefined) {
    const path = before.startsWith("./") ? `${prefix}posts/${before.slice(2)}` : before;
    return [
      `Its picture before, ${printable(path)}, is still there. Delete it if nothing else shows it.`,
    ];
  }
  if (pictures.length === 0 || shown !== undefined) return [];
  const count =
    pictures.length === 1 ? "a picture, which is" : `${pictures.length} pictures, which are`;
  const said = printable((pictures.find((one) => one !== "") ?? "").replace(/\s+/g, " "));
  return [
    `It shows ${count} not kept. To show one, save its file, and give the same again with --image FILE --alt "…" --force.${said === "" ? "" : ` Its author says of it: ${said.slice(0, 500)}`}`,
  ];
}
