/** Tables whose rows are read; of all others only the number of rows is known, whatever they hold. */
const READ = new Set([
  "posts",
  "posts_meta",
  "posts_tags",
  "posts_authors",
  "tags",
  "users",
  "settings",
]);

/** Whether the rows of a table are read. */
export function isReadTable(table: string): boolean {
  return READ.has(table);
}

/** Reasons by what names of tables begin with, the first that fits. */
const REASONS: readonly [RegExp, string][] = [
  [/^comment/, "comments are of members, whom exports do not name in a form that may be published"],
  [
    /^(?:members?|subscri|labels|donation|suppressions|gift|outbox|machine_payment)/,
    "are personal data of members, which a static publication does not have; they were not read",
  ],
  [
    /^(?:products|tiers|benefits|offers?|offer_|stripe|posts_products)/,
    "are about paid membership, which a static publication does not have",
  ],
  [
    /^(?:emails?|email_|newsletters|automat|welcome_)/,
    "are about e-mail, which a static publication does not send",
  ],
  [
    /^(?:roles|permissions|sessions|tokens|invites|api_keys|accesstokens|refreshtokens|clients|client_|apps?|app_|brute|users_|actions|posts_users)/,
    "are about who may do what in Ghost",
  ],
  [/^(?:integrations|webhooks)/, "connect Ghost with other programs"],
  [/^snippets/, "are building blocks of the editor; what texts hold of them is imported"],
  [
    /^(?:recommendation|mentions|milestones|collections)/,
    "are lists of Ghost that Stet has no place for",
  ],
  [/^custom_theme_settings/, "are settings of a theme"],
  [
    /^(?:mobiledoc_revisions|post_revisions)/,
    "are earlier versions of texts; the last one is imported",
  ],
  [/^redirects/, "count clicks in newsletters"],
  [/^(?:migrations|jobs|tinybird)/, "are about the database of Ghost"],
];

/** Why the rows of a table become nothing. */
export function tableReason(table: string): string {
  return (
    REASONS.find(([names]) => names.test(table))?.[1] ??
    "are of a table that Stet has no place for; they were not read"
  );
}
