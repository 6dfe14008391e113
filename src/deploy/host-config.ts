import { FEED_ARCHIVE, FEED_FILES, FEED_TYPES } from "../domain/feed-formats.ts";
import type { FeedFormat } from "../domain/feed-formats.ts";
import { FEED_AGE, FEED_CACHING } from "./caching.ts";

/** Where what hosts need for feeds lies in the checkout. */
export const FEED_HOSTS: Readonly<Record<string, () => string>> = {
  "docs/hosts/nginx-feeds.conf": nginxFeeds,
  "docs/hosts/caddy-feeds": caddyFeeds,
};

const MADE = "Made by `npm run docs` from src/deploy/. Change it there.";

/** Names of feeds by their media type, with the pages of the archive among those in Atom. */
function namesByType(): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const format of Object.keys(FEED_FILES) as FeedFormat[]) {
    const type = FEED_TYPES[format];
    names.set(type, [...(names.get(type) ?? []), FEED_FILES[format]]);
  }
  return names;
}

/**
 * What nginx is to know of feeds: their types, which endings do not tell; how long they may be kept; packing; and both
 * ways of asking whether one has changed. By default it takes no date but the very one that it gave.
 */
function nginxFeeds(): string {
  const types = [...namesByType()];
  const location = (pattern: string, type: string): string =>
    [
      `location ~ ${pattern} {`,
      "  types { }",
      `  default_type ${type};`,
      "  charset utf-8;",
      `  charset_types ${type};`,
      // Not `add_header`, which would take away those that the server block adds.
      `  expires ${FEED_AGE}s;`,
      "  etag on;",
      "  if_modified_since before;",
      "  gzip on;",
      `  gzip_types ${type};`,
      "  gzip_vary on;",
      "  gzip_proxied any;",
      "}",
    ].join("\n");
  return `${[
    "# The feeds, for nginx: `include` this in the `server` block whose `root` is the bundle. Where the bundle lies below",
    "# a path, by `location /paper/ { alias …; }`, `include` it in that block and not in the server's: nginx would look",
    "# for the feeds below the root of the server.",
    `# ${MADE}`,
    ...types.map(([type, names]) =>
      location(`/(?:${names.map((name) => name.replaceAll(".", "\\.")).join("|")})$`, type),
    ),
    location(`/${FEED_ARCHIVE}/.+\\.xml$`, FEED_TYPES.atom),
  ].join("\n")}\n`;
}

/** The same for Caddy, whose file server takes both ways of asking by itself. */
function caddyFeeds(): string {
  const named = [...namesByType()].map(([type, names]) => {
    const paths = names.map((name) => `*/${name}`);
    return type === FEED_TYPES.atom
      ? { type, paths: [...paths, `*/${FEED_ARCHIVE}/*`] }
      : { type, paths };
  });
  return `${[
    "# The feeds, for Caddy: `import` this in the site that serves the bundle, at its root or below a path.",
    `# ${MADE}`,
    ...named.flatMap(({ type, paths }, at) => [
      `@feeds${at} path ${paths.join(" ")}`,
      `header @feeds${at} Content-Type "${type}; charset=utf-8"`,
      `header @feeds${at} Cache-Control "${FEED_CACHING}"`,
    ]),
    "encode gzip {",
    "\tmatch {",
    ...named.map(({ type }) => `\t\theader Content-Type ${type}*`),
    "\t}",
    "}",
  ].join("\n")}\n`;
}
