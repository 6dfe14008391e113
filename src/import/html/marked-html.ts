/**
 * What readers of archives write into HTML for what HTML cannot say: blocks, shortcodes and cards of the old system.
 * `convertHtml` understands these elements besides those of HTML.
 *
 * Values of attributes are plain text, escaped as in any HTML. Every element needs its end tag. All attributes are
 * optional unless said otherwise. The elements may stand wherever a block or a word may stand; those that are blocks
 * end the paragraph around them.
 *
 * | Element | Attributes | Holds | Becomes |
 * | --- | --- | --- | --- |
 * | `stet-post` | `data-url` (required), `data-network`, `data-author`, `data-handle`, `data-date` (ISO 8601) | the text of the post as HTML or plain text | `SocialPost`, and one of `ConvertedBody.posts`; a link where there is no text |
 * | `stet-player` | `data-kind` (`video` or `audio`), `data-src` or `data-file-key` (one of them is required), `data-title`, `data-caption`, `data-credit`, `data-poster`, `data-captions` (WebVTT) | the transcript as HTML | `Video` or `Audio`; a link where it cannot be played |
 * | `stet-figure` | `data-file-key` or `data-src` (one of them is required), `data-alt`, `data-caption`, `data-credit`, `data-href`, `data-wide` (any value) | the caption as HTML, in the place of `data-caption` | `Figure` |
 * | `stet-gallery` | `data-title`, `data-caption`, `data-credit` | `stet-figure`, `figure` and `img`; other content is put below it | `Gallery`, several of them from 21 pictures on; single pictures where there is one |
 * | `stet-pullquote` | `data-by`, `data-role` | the quotation as HTML | `PullQuote` |
 * | `stet-callout` | `data-kind` (`note`, `update`, `warning`, `tip`; `note` by default), `data-title` | blocks | `Callout` |
 * | `stet-aside` | `data-title` | blocks | `Aside` |
 * | `stet-code` | `data-language`, `data-title`, `data-caption` | the code as text, its line breaks and blanks kept | a fenced code block, in `Code` where it has a title |
 * | `stet-verse` | | running text whose line breaks count | a paragraph with hard breaks |
 * | `stet-file` | `data-file-key` (required) | the text of the link | a link to a file of the archive |
 * | `stet-unknown` | `data-name` (required), as the old system writes it: `[shortcode]` | what it shows, as HTML | its content, noted as `look` |
 * | `stet-break` | `data-kind`: `page` or `more` | nothing | nothing; a page break is noted as `changed` |
 * | `stet-note` | `data-kind` (`lost`, `changed`, `look`) and `data-what`, both required | nothing | one of `ConvertedBody.notes` |
 *
 * Two attributes may stand on elements of HTML:
 *
 * - `data-stet-file` on `img`, `a`, `video` and `audio`: the key of the archive's file, in the place of its address.
 * - `data-stet-credit` on any element in a `figcaption`: what it holds is the credit of the picture.
 */
export const MARKED_ELEMENTS = {
  post: "stet-post",
  player: "stet-player",
  figure: "stet-figure",
  gallery: "stet-gallery",
  pullQuote: "stet-pullquote",
  callout: "stet-callout",
  aside: "stet-aside",
  code: "stet-code",
  verse: "stet-verse",
  file: "stet-file",
  unknown: "stet-unknown",
  break: "stet-break",
  note: "stet-note",
} as const;

/** The name of one of these elements. */
export type MarkedElement = (typeof MARKED_ELEMENTS)[keyof typeof MARKED_ELEMENTS];

/**
 * A marked element as text of HTML. `content` is HTML; attributes are plain text, and those that are undefined are left
 * out. Their names are written without `data-`.
 */
export function markedHtml(
  name: MarkedElement,
  attributes: Readonly<Record<string, string | undefined>>,
  content = "",
): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` data-${key}="${escapedHtml(value)}"`],
  );
  return `<${name}${written.join("")}>${content}</${name}>`;
}

/** A plain text as HTML, for text and for values in double quotation marks. */
export function escapedHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
