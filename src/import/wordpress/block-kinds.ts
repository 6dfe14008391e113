/** What becomes of a block. */
export type BlockKind =
  /** Its HTML is kept, with the blocks in it. */
  | "html"
  /** Nothing: it shows nothing. */
  | "nothing"
  /** Nothing: WordPress filled it when a page was shown. */
  | "filled"
  /** It needs a server to be of use. */
  | "server"
  | "accordion"
  | "audio"
  | "button"
  | "code"
  | "cover"
  | "embed"
  | "file"
  | "footnotes"
  | "freeform"
  | "gallery"
  | "heading"
  | "more"
  | "nextpage"
  | "pullquote"
  | "shared"
  | "shortcode"
  | "social-link"
  | "social-links"
  | "verse"
  | "video";

const BY_KIND: Readonly<Record<BlockKind, string>> = {
  html:
    "paragraph list list-item quote table image media-text columns column text-columns group buttons separator html " +
    "preformatted details accordion accordion-panel math missing subhead form-input",
  heading: "heading",
  nothing: "spacer widget-group icon",
  filled:
    "archives avatar calendar categories comment-author-avatar comment-author-name comment-content comment-date " +
    "comment-edit-link comment-reply-link comment-template comments comments-pagination comments-pagination-next " +
    "comments-pagination-numbers comments-pagination-previous comments-title home-link latest-comments latest-posts " +
    "legacy-widget navigation navigation-link navigation-submenu page-list page-list-item pattern post-author " +
    "post-author-biography post-author-name post-comment post-comments post-comments-count post-comments-form " +
    "post-comments-link post-content post-date post-excerpt post-featured-image post-navigation-link post-template " +
    "post-terms post-time-to-read post-title query query-no-results query-pagination query-pagination-next " +
    "query-pagination-numbers query-pagination-previous query-title query-total read-more rss site-logo site-tagline " +
    "site-title table-of-contents tag-cloud template-part term-count term-description term-name term-template terms-query",
  server: "loginout search form form-submission-notification form-submit-button",
  accordion: "accordion-item accordion-heading",
  audio: "audio",
  button: "button",
  code: "code",
  cover: "cover cover-image",
  embed: "embed",
  file: "file",
  footnotes: "footnotes",
  freeform: "freeform",
  gallery: "gallery",
  more: "more",
  nextpage: "nextpage",
  pullquote: "pullquote",
  shared: "block",
  shortcode: "shortcode",
  "social-link": "social-link",
  "social-links": "social-links",
  verse: "verse",
  video: "video",
};

const OF_PLUGINS: Readonly<Record<string, BlockKind>> = {
  "jetpack/tiled-gallery": "gallery",
  "jetpack/slideshow": "gallery",
  "jetpack/image-compare": "gallery",
  "jetpack/story": "gallery",
  "jetpack/markdown": "html",
  "jetpack/contact-info": "html",
  "jetpack/address": "html",
  "jetpack/email": "html",
  "jetpack/phone": "html",
  "jetpack/gif": "embed",
  "jetpack/podcast-player": "embed",
  "jetpack/pinterest": "embed",
  "jetpack/loom": "embed",
  "videopress/video": "embed",
  "jetpack/subscriptions": "server",
  "jetpack/contact-form": "server",
  "jetpack/mailchimp": "server",
  "jetpack/donations": "server",
  "jetpack/recurring-payments": "server",
  "jetpack/payment-buttons": "server",
  "jetpack/simple-payments": "server",
  "jetpack/rating-star": "html",
  "jetpack/related-posts": "filled",
  "jetpack/top-posts": "filled",
  "jetpack/blogroll": "filled",
  "jetpack/sharing-buttons": "nothing",
  "jetpack/like": "nothing",
  "yoast/faq-block": "html",
  "yoast/how-to-block": "html",
  "yoast-seo/table-of-contents": "filled",
  "yoast-seo/breadcrumbs": "filled",
  "rank-math/faq-block": "html",
  "rank-math/toc-block": "filled",
  "contact-form-7/contact-form-selector": "server",
};

const KINDS: ReadonlyMap<string, BlockKind> = new Map([
  ...Object.entries(BY_KIND).flatMap(([kind, names]) =>
    names.split(" ").map((name): [string, BlockKind] => [`core/${name}`, kind as BlockKind]),
  ),
  ...Object.entries(OF_PLUGINS),
]);

/** What becomes of a block of that name; undefined for blocks of plugins that are not known. */
export function blockKind(name: string): BlockKind | undefined {
  return name.startsWith("core-embed/") ? "embed" : KINDS.get(name);
}
