/** What becomes of a shortcode. */
export type ShortcodeKind =
  | "caption"
  | "gallery"
  | "embed"
  | "audio"
  | "video"
  | "playlist"
  | "code"
  | "footnote"
  | "quote"
  | "button"
  /** What it encloses stays. */
  | "unwrap"
  /** A part of a visual editor: what it encloses stays, and words and pictures in its attributes. */
  | "builder"
  /** Nothing: WordPress or a plugin filled it when a page was shown. */
  | "filled"
  /** Nothing: it marked a place. */
  | "nothing";

const BY_KIND: Readonly<Partial<Record<ShortcodeKind, string>>> = {
  caption: "caption wp_caption",
  gallery: "gallery",
  embed:
    "embed youtube youtube_sc yt vimeo dailymotion soundcloud spotify mixcloud bandcamp ted tweet twitter instagram facebook " +
    "fb tiktok pinterest reddit bluesky mastodon flickr slideshare scribd gist kickstarter issuu twitch imgur giphy vine " +
    "wordpress_tv videopress wpvideo googlevideo fvplayer su_youtube su_vimeo su_youtube_advanced arve evp_embed_video " +
    "embedyt lyte bliptv googlemaps polldaddy crowdsignal",
  audio: "audio powerpress su_audio zoomsounds",
  video: "video wpvideo_file flv su_video flowplayer",
  playlist: "playlist",
  code: "code sourcecode source highlight_code crayon cc php css html js javascript python ruby java bash sql xml",
  footnote: "ref efn_note footnote footnotes_note fn mfn note_ref sidenote",
  quote: "quote blockquote pullquote pull_quote su_quote su_pullquote",
  button: "button btn su_button vc_btn vc_button vc_button2 et_pb_button fusion_button av_button",
  unwrap:
    "dropcap drop_cap su_dropcap highlight su_highlight center left right clear columns column row col one_half one_third " +
    "one_fourth two_thirds three_fourth one_half_last one_third_last one_fourth_last two_thirds_last three_fourth_last " +
    "half third box notice intro lead span div section container wrapper raw noautop no_wpautop protected private " +
    "su_row su_column su_box su_note su_spoiler su_accordion su_tabs su_tab su_list su_heading su_service spoiler accordion " +
    "toggle tabs tab tabgroup toggles infobox info alert warning success error message",
  filled:
    "contact-form-7 contact-form contact-field contact_form gravityform gravityforms ninja_form ninja_forms wpforms formidable " +
    "mc4wp_form mailpoet_form newsletter newsletter_form subscribe jetpack_subscription_form table tablepress rev_slider " +
    "layerslider smartslider3 metaslider slideshow nggallery ngg_images album poll wp_quiz rwp_box recent_posts recent-posts " +
    "display-posts latest_posts catlist list_category_posts archives sitemap wp_sitemap_page tag_cloud related_posts " +
    "jetpack-related-posts products product woocommerce_cart woocommerce_checkout woocommerce_my_account add_to_cart " +
    "shop_messages login loginout register events tribe_events calendar do_widget widget sidebar social share sharethis " +
    "addtoany ad adrotate adsense bsa_pro_ad_space the_ad the_ad_group donate paypal simple-payment give_form wpgmza map " +
    "google_map wpgmap print_link post_rating ratings author_box views wp_query bloginfo",
  nothing:
    "toc no_toc ez-toc ez_toc lwptoc nomorepages spacer su_spacer su_divider vc_empty_space et_pb_space clearfix " +
    "references footnotes reflist no-sidebar sharedaddy_off subscribe2 " +
    "vc_separator et_pb_divider fusion_separator",
};

const KINDS: ReadonlyMap<string, ShortcodeKind> = new Map(
  Object.entries(BY_KIND).flatMap(([kind, names]) =>
    names.split(" ").map((name): [string, ShortcodeKind] => [name, kind as ShortcodeKind]),
  ),
);

/** WPBakery, Divi, Avada, Enfold, X, Beaver Builder, BeTheme, Impreza, Salient, King Composer, Fusion, Cornerstone. */
const BUILDER =
  /^(?:vc|wpb|et_pb|fusion|av|cs|x|fl|mk|us|nectar|kc|tatsu|ultimate|tm_pb|qode|mkdf|eltdf|edgtf|dt|bsf|porto|td_block|tdc|vcex|wvc|cmsms|mpc|themify|su)_/;

/** What becomes of a shortcode of that name; undefined for one that is not known. */
export function shortcodeKind(name: string): ShortcodeKind | undefined {
  return KINDS.get(name) ?? (BUILDER.test(name) ? "builder" : undefined);
}
