/** What becomes of items of a type. */
export type ItemUse = "article" | "page" | "attachment" | "menu-item" | "guest-author";

const USES: Readonly<Record<string, ItemUse>> = {
  post: "article",
  page: "page",
  attachment: "attachment",
  nav_menu_item: "menu-item",
  "guest-author": "guest-author",
};

const OF_THE_EDITOR = "belongs to the old editor";
const OF_THE_THEME = "belongs to the old theme, in whose place Stet has its own look";
const OF_A_SHOP = "belongs to a shop, which Stet does not have";

/** Types of WordPress and of widespread plugins that are not texts. */
const REASONS: Readonly<Record<string, string>> = {
  revision: "is an earlier version of a text",
  oembed_cache: "is a kept answer of another site",
  customize_changeset: OF_THE_THEME,
  custom_css: OF_THE_THEME,
  wp_global_styles: OF_THE_THEME,
  wp_template: OF_THE_THEME,
  wp_template_part: OF_THE_THEME,
  wp_font_family: OF_THE_THEME,
  wp_font_face: OF_THE_THEME,
  wp_navigation: "is a menu of the block editor: enter its links in `site.yaml`",
  wp_block: "is a reusable block: it stands where texts use it",
  user_request: "is a request about personal data",
  elementor_library: OF_THE_EDITOR,
  elementor_snippet: OF_THE_EDITOR,
  "fl-builder-template": OF_THE_EDITOR,
  et_pb_layout: OF_THE_EDITOR,
  "acf-field": "describes fields of a plugin",
  "acf-field-group": "describes fields of a plugin",
  "acf-post-type": "describes fields of a plugin",
  "acf-taxonomy": "describes fields of a plugin",
  wpcf7_contact_form: "is a form, which needs a server",
  wpforms: "is a form, which needs a server",
  feedback: "is what a reader sent through a form: it may hold personal data",
  flamingo_inbound: "is what a reader sent through a form: it may hold personal data",
  shop_order: OF_A_SHOP,
  shop_coupon: OF_A_SHOP,
  product_variation: OF_A_SHOP,
  jp_mem_plan: OF_A_SHOP,
  jp_pay_order: OF_A_SHOP,
  jp_pay_product: OF_A_SHOP,
  safecss: OF_THE_THEME,
  amp_validated_url: "belongs to a plugin",
  is_search_form: "belongs to a plugin",
};

/** What items of a type become; undefined where nothing. `types` says it of types that plugins and themes add. */
export function useOfType(
  type: string,
  types: Readonly<Record<string, "article" | "page">>,
): ItemUse | undefined {
  if (Object.hasOwn(types, type)) return types[type];
  return Object.hasOwn(USES, type) ? USES[type] : undefined;
}

/** Why items of a type become nothing, as the end of a sentence. */
export function typeReason(type: string): string {
  if (type === "") return "has no type that WordPress gave it";
  return Object.hasOwn(REASONS, type)
    ? (REASONS[type] ?? "")
    : `is of the type \`${type}\`, which a plugin or theme added: the map file can say that it becomes articles or pages`;
}

/** Why a text of a status is a draft, if not for being called so; undefined for those that were public. */
export function draftReason(
  status: string,
  kind: "article" | "page",
): { why?: string } | undefined {
  // Pages have no date here, so one that is scheduled would be public at once.
  if (status === "future" && kind === "page") return { why: "scheduled" };
  if (status === "publish" || status === "future") return undefined;
  if (status === "draft") return {};
  return { why: STATUSES[status] ?? `has the status \`${status}\`` };
}

const STATUSES: Readonly<Record<string, string>> = {
  pending: "waits for a review",
  private: "private",
  inherit: "has the status of another item",
  "": "has no status",
};

/** Why a text of a status is left out, as the end of a sentence; undefined where it is not. */
export function statusReason(status: string): string | undefined {
  if (status === "trash") return "was in the trash";
  return status === "auto-draft" ? "is a draft that nobody ever saved" : undefined;
}
