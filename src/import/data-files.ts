import { Document, isScalar, stringify } from "yaml";
import { PLAYER_NAMES, playerPage } from "../domain/players.ts";
import { withoutUnprintables } from "../domain/characters.ts";
import type { PlayerName } from "../domain/players.ts";
import type { ArchiveMenu } from "./archive.ts";
import type { QuotedPost } from "./converted-body.ts";
import type { ImportPlan } from "./plan-import.ts";
import type { PlannedRedirects } from "./plan-redirects.ts";
import { shortLine } from "./short-line.ts";

const YAML = { lineWidth: 100, blockQuote: "literal" } as const;

/** Longest text of a data file and longest line, as the check takes them. */
const LONGEST = 5000;
const LONGEST_LINE = 1000;

/** Keys whose values are one line. */
const LINES = /^(?:name|title|author|handle|network)$/;

/** The files of authors, categories, stories and tags, by path below the content folder. */
export function dataFiles({ authors, terms }: ImportPlan): Map<string, string> {
  const files = new Map<string, string>();
  const add = (folder: string, slug: string, value: object): void => {
    files.set(`${folder}/${slug}.yaml`, stringify(withoutEmpty(value), YAML));
  };
  for (const [slug, author] of authors.files) add("authors", slug, author);
  for (const [slug, category] of terms.categories) add("categories", slug, category);
  for (const [slug, story] of terms.stories) add("stories", slug, story);
  for (const [slug, tag] of terms.tags) add("tags", slug, tag);
  return files;
}

/** A post of a network as `posts/SLUG.yaml`; one without a date has that of the text that quotes it. */
export function postText(post: QuotedPost, quotedOn: string): string {
  const { text, author, handle, network, date = quotedOn, url, picture, language } = post;
  const document = new Document(
    withoutEmpty({ text, author, handle, network, date, url, picture, language }),
  );
  const written = document.get("text", true);
  if (isScalar(written) && text.length > ONE_LINE) written.type = "BLOCK_LITERAL";
  return document.toString(YAML);
}

/** Most characters of a text that stands behind its key. A longer one stands below it as it is, without quotation marks. */
const ONE_LINE = 80;

/** What readers may play in place: the players whose films texts show. */
export function playersIn(text: string): PlayerName[] {
  const found = new Set<PlayerName>();
  for (const [, src = ""] of text.matchAll(/\bsrc="(https?:[^"]*)"/g)) {
    const player = playerPage(src.replaceAll("&amp;", "&"))?.player;
    if (player !== undefined) found.add(player);
  }
  return PLAYER_NAMES.filter((name) => found.has(name));
}

/** `site.yaml`. */
export function siteText(
  { site }: ImportPlan,
  players: readonly PlayerName[],
  navigation: readonly { label: string; href: string }[],
): string {
  const { name, url, description, language, timezone } = site;
  return stringify(
    {
      name,
      url: url.replace(/\/$/, ""),
      description,
      language,
      timezone,
      ...(players.length === 0 ? {} : { embeds: { players: [...players] } }),
      ...(navigation.length === 0 ? {} : { navigation: { masthead: [...navigation] } }),
    },
    YAML,
  );
}

/** A menu of more links was not the one at the top, or would not be one here. */
const MOST_LINKS = 10;

/**
 * The links of the menu that the old site had at its top, with their new addresses; those that lead nowhere are left out.
 * A menu is known by its place or its name; where none is, and there are several, nobody knows.
 */
export function masthead(
  menus: readonly ArchiveMenu[],
  resolve: (href: string) => string | undefined,
): { label: string; href: string }[] {
  const menu =
    menus.find(({ name, location = name }) =>
      /\b(?:primary|main|header|top|menu-1)\b/i.test(location),
    ) ?? (menus.length === 1 ? menus[0] : undefined);
  const links = (menu?.items ?? []).flatMap(({ label, href }) => {
    const target = resolve(href);
    return target === undefined || target === "/" || label.trim() === ""
      ? []
      : [{ label: label.trim(), href: target }];
  });
  const byHref = new Map(links.map((link) => [link.href, link]));
  return byHref.size > MOST_LINKS ? [] : [...byHref.values()];
}

/** `redirects.yaml`; nothing where there is nothing to redirect. */
export function redirectsText({
  moved,
  queries,
}: Pick<PlannedRedirects, "moved" | "queries">): string | undefined {
  const sorted = (of: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(of).sort(([a], [b]) => (a < b ? -1 : 1)));
  const written = Object.entries({ queries: sorted(queries), moved: sorted(moved) });
  const used = written.filter(([, of]) => Object.keys(of).length > 0);
  return used.length === 0 ? undefined : stringify(Object.fromEntries(used), { lineWidth: 0 });
}

function withoutEmpty(value: object): object {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]: [string, unknown]) => {
      if (one === undefined || one === "") return [];
      if (typeof one !== "string") return [[key, one]];
      const whole = LINES.test(key) ? shortLine(one, LONGEST_LINE) : withoutUnprintables(one);
      return [[key, whole.slice(0, LONGEST)]];
    }),
  );
}
