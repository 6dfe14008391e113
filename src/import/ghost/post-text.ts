import { isLanguage } from "../../site/site-schema.ts";
import type { ArchiveText } from "../archive.ts";
import { captionParts } from "./caption.ts";
import { plainText } from "../html-text.ts";
import { isOpen } from "./post-record.ts";
import type { PostRecord } from "./post-record.ts";
import { siteAddress } from "./site-address.ts";

/** What is known of a post from other tables. */
export interface PostRelations {
  /** Keys, the first author first. */
  authors: string[];
  /** Keys of public tags, the first one first. */
  terms: string[];
  /** Its path on the site; undefined where it had none. */
  path: string | undefined;
  /** Key of the file of its lead picture; undefined where that is of another site. */
  imageKey: string | undefined;
  /** Whether another text of the archive links to its preview. */
  isPreviewLinked: boolean;
  root: string | undefined;
}

/** A post or a page as a text of the archive. Whatever was not for everybody is a draft. */
export function postText(post: PostRecord, relations: PostRelations): ArchiveText {
  const { authors, terms, path, imageKey, isPreviewLinked, root } = relations;
  const why = draftReason(post);
  const isPublic = isOpen(post);
  const notes = notesOf(post, imageKey);
  const seo = {
    ...(post.meta.meta_title ? { title: post.meta.meta_title } : {}),
    ...(post.meta.meta_description ? { description: post.meta.meta_description } : {}),
  };
  const date = post.date ?? (isPublic ? undefined : post.created);
  const addresses = [
    ...(path === undefined ? [] : [siteAddress(path, root)]),
    ...(isPreviewLinked && post.uuid !== "" ? [siteAddress(`/p/${post.uuid}/`, root)] : []),
  ];
  const feedId = post.isNumbered && post.uuid !== "" ? post.uuid : post.key;
  const language = languageTag(post.language);
  const alt = plainText(post.meta.feature_image_alt ?? "");
  return {
    key: post.key,
    origin: { file: post.file },
    kind: post.kind,
    title: post.title,
    slug: post.slug,
    state: isPublic ? "public" : "draft",
    ...(why === undefined ? {} : { why }),
    ...(date === undefined ? {} : { date }),
    ...(post.modified === undefined ? {} : { modified: post.modified }),
    authors,
    terms,
    ...(post.excerpt === "" ? {} : { excerpt: post.excerpt }),
    ...(imageKey === undefined
      ? {}
      : {
          image: {
            file: imageKey,
            ...(alt === "" ? {} : { alt }),
            ...captionParts(post.meta.feature_image_caption ?? ""),
          },
        }),
    ...(Object.keys(seo).length === 0 ? {} : { seo }),
    addresses,
    // The guid in the feeds of Ghost is the number of the post, and was its UUID before version 1.
    ...(post.kind === "page" || !isPublic ? {} : { feedId }),
    ...(language === undefined ? {} : { language }),
    ...(post.canonical === "" ? {} : { canonical: siteAddress(post.canonical, root) }),
    ...(notes.length === 0 ? {} : { notes }),
  };
}

/** Why a post is a draft here, where Ghost did not call it one. */
function draftReason({ kind, status, visibility }: PostRecord): string | undefined {
  if (status === "sent") return "was sent by e-mail only";
  if (visibility !== "public") return `for members only (${visibility})`;
  if (status === "scheduled" && kind === "page") return "scheduled";
  if (!/^(?:published|scheduled|draft)$/.test(status)) return `has the status ${status}`;
  return undefined;
}

/** A language tag as it is written today; undefined where a text is none. */
function languageTag(written: string): string | undefined {
  if (written === "") return undefined;
  try {
    const [tag] = Intl.getCanonicalLocales(written.replaceAll("_", "-"));
    return tag !== undefined && isLanguage(tag) ? tag : undefined;
  } catch {
    return undefined;
  }
}

function notesOf(post: PostRecord, imageKey: string | undefined): string[] {
  const notes: string[] = [];
  if (post.image !== "" && imageKey === undefined)
    notes.push(`Its lead picture is on another host, and was not imported: ${post.image}`);
  if (post.language !== "" && languageTag(post.language) === undefined)
    notes.push(`Its language is \`${post.language}\`, which is no language tag; it was left out.`);
  if (post.hasCode) notes.push("Code that Ghost put into its page (code injection) is left out.");
  if (post.template !== "")
    notes.push(`It had a template of the theme, \`${post.template}\`; Stet shows it as any other.`);
  return notes;
}
