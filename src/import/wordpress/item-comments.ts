import type { ArchiveComment } from "../archive.ts";
import { paragraphs } from "./paragraphs.ts";
import { plainText } from "../html-text.ts";
import { postDate } from "./post-dates.ts";
import { urlOf, withoutEmail } from "../web-address.ts";
import { rawTextIn, textIn } from "./wxr-element.ts";
import type { WxrElement } from "./wxr-element.ts";

/**
 * Why a comment is left out, as the end of a sentence; undefined where it is kept.
 */
export function commentReason(comment: WxrElement): string | undefined {
  const approved = textIn(comment, "wp:comment_approved");
  const type = textIn(comment, "wp:comment_type");
  if (type === "pingback" || type === "trackback")
    return "says only that another site linked to the text";
  if (approved === "spam") return "was marked as spam";
  if (approved === "trash" || approved === "post-trashed") return "was in the trash";
  if (approved !== "1" && approved !== "approve") return "was not approved";
  return type === "" || type === "comment" ? undefined : `is of the type \`${type}\`, of a plugin`;
}

/** The approved comments of an item. E-mail addresses and IP addresses are not read. */
export function itemComments(item: WxrElement): ArchiveComment[] {
  const kept = commentsOf(item).filter((comment) => commentReason(comment) === undefined);
  const ids = new Set(kept.map((comment) => textIn(comment, "wp:comment_id")));
  return kept.map((comment) => {
    const parent = textIn(comment, "wp:comment_parent");
    const url = urlOf(textIn(comment, "wp:comment_author_url"));
    return {
      id: textIn(comment, "wp:comment_id"),
      parent: ids.has(parent) ? parent : undefined,
      author: withoutEmail(plainText(textIn(comment, "wp:comment_author"))),
      url: url !== undefined && /^https?:$/.test(url.protocol) ? url.href : undefined,
      date: dateOf(comment, item),
      text: paragraphs(rawTextIn(comment, "wp:comment_content")).trim(),
    };
  });
}

/** All comments of an item, kept or not. */
export function commentsOf(item: WxrElement): WxrElement[] {
  return item.children.filter(({ name }) => name === "wp:comment");
}

/** Its date, or else that of its text. */
function dateOf(comment: WxrElement, item: WxrElement): string {
  const local = textIn(comment, "wp:comment_date");
  return (
    postDate({ local: "", gmt: textIn(comment, "wp:comment_date_gmt") }) ??
    postDate({ local, gmt: local }) ??
    postDate({ local: "", gmt: textIn(item, "wp:post_date_gmt"), rss: textIn(item, "pubDate") }) ??
    "1970-01-01T00:00:00Z"
  );
}
