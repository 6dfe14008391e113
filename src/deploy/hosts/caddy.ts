import { KEPT_FOLDER } from "../../domain/rollback-folder.ts";
import { FILE_CLASSES, HIDDEN_FILES, MISSING_PAGE, NAMED_TYPES, OTHER_FILES } from "../hosting.ts";
import type { Headers, Hosting, Selection } from "../hosting.ts";
import { TYPES } from "../content-type.ts";
import { about, frontAddresses, pageAddresses, queryPattern } from "./host-file.ts";
import type { HostWriter } from "./host-file.ts";
import { leftRedirects } from "./path-rules.ts";

/** Caddy, from 2.6 on. */
export const CADDY: HostWriter = {
  name: "Caddy",
  write: (hosting) => [{ path: "stet.caddy", text: siteFile(hosting) }],
  notes: ({ base, redirects }) => [
    base === "/"
      ? "`import` stet.caddy in the site whose `root` is the bundle."
      : `Put the bundle into the folder ${base.slice(1, -1)} of the \`root\` of a site, and \`import\` stet.caddy in that site.`,
    "Build with `--compress`: Caddy sends the packed copies, and packs nothing itself.",
    ...leftRedirects("Caddy", redirects.filter(({ from }) => !isPlain(from)).length),
  ],
};

function siteFile(hosting: Hosting): string {
  const { base } = hosting;
  const lines = [
    ...about(
      "For Caddy: `import` this in a site that has a `root`.",
      base === "/"
        ? "The root is the bundle."
        : `The bundle lies in the root's folder ${base.slice(1, -1)}.`,
    ),
    ...(base === "/" ? [] : [`redir ${token(base.slice(0, -1))} ${token(encodeURI(base))} 301`]),
    `route ${token(`${base}*`)} {`,
    ...indented([
      ...headerLines("", { ...hosting.headers, ...OTHER_FILES }),
      // From the last class to the first: of those that a file is in, the first counts.
      ...[...FILE_CLASSES.entries()]
        .reverse()
        .flatMap(([index, { files, headers }]) => [
          ...matcher(`@stet_class${index}`, files, base),
          ...headerLines(`@stet_class${index} `, { ...hosting.headers, ...headers }),
        ]),
      // It tells only of answers that are packed, and caches keep those that are not as well.
      "header Vary Accept-Encoding",
      ...typeLines(base),
      "@stet_other not method GET HEAD",
      'header @stet_other Allow "GET, HEAD"',
      "error @stet_other 405",
      ...queryLines(hosting),
      ...hosting.redirects
        .filter(({ from }) => isPlain(from))
        .map(({ from, to }) => `redir ${token(from)} ${token(to)} 301`),
      ...hosting.gone
        .filter(isPlain)
        .flatMap((path) => pageAddresses(path).map((one) => `error ${token(one)} 410`)),
      `error ${token(`${base}${KEPT_FOLDER}/*`)} 404`,
      ...HIDDEN_FILES.map((file) => `error ${token(base + file)} 404`),
      `@stet_impossible path_regexp \`${IMPOSSIBLE}\``,
      "error @stet_impossible 404",
      "file_server {",
      "\tindex index.html",
      "\tprecompressed br gzip",
      "}",
    ]),
    "}",
    "handle_errors {",
    ...indented([
      "@stet_missing expression {err.status_code} == 404",
      `rewrite @stet_missing ${token(base + MISSING_PAGE)}`,
      ...headerLines("", { ...hosting.headers, ...OTHER_FILES }),
      // Whatever was asked for, this is a page.
      'header Content-Type "text/html; charset=utf-8"',
      "file_server {",
      "\tindex index.html",
      "}",
    ]),
    "}",
  ];
  return `${lines.join("\n")}\n`;
}

/** The query is matched as it was sent: what is encoded in it is no value that leads on. */
function queryLines({ base, queries }: Hosting): string[] {
  return queries.flatMap((query, index) => {
    const name = `stet_query${index}`;
    return [
      `@${name} {`,
      `\tpath ${frontAddresses(base).map(token).join(" ")}`,
      `\tvars_regexp ${name} {http.request.uri.query} \`${queryPattern(query)}\``,
      "}",
      `redir @${name} "${escaped(query.to)}{re.${name}.1}/" 301`,
    ];
  });
}

/**
 * Paths with a name that no file can have, which Caddy takes for a fault of its own: with a zero byte, or of more than
 * 255 bytes, told by letters of one byte, two and three.
 */
const IMPOSSIBLE = String.raw`\x00|[^/]{256}|([^/\x00-\x7f][^/]*){128}|([^/\x00-\x{7ff}][^/]*){86}`;

/** Types that the system's list does not tell, or tells without a charset. */
function typeLines(base: string): string[] {
  const byType = Map.groupBy(Object.entries(TYPES), ([, type]) => type);
  const byEnding = [...byType].flatMap(([type, endings], index) => [
    ...matcher(`@stet_type${index}`, { endings: endings.map(([ending]) => ending) }, base),
    `header @stet_type${index} Content-Type ${token(type)}`,
  ]);
  const byName = NAMED_TYPES.flatMap(({ files, type }, index) => [
    ...matcher(`@stet_named${index}`, files, base),
    `header @stet_named${index} Content-Type ${token(type)}`,
  ]);
  return [
    "header Content-Type application/octet-stream",
    "@stet_pages path */",
    `header @stet_pages Content-Type "text/html; charset=utf-8"`,
    ...byEnding,
    ...byName,
  ];
}

function matcher(
  name: string,
  { names = [], folders = [], endings = [] }: Selection,
  base: string,
): string[] {
  const paths = [
    // A star at the start stands for any folders, one within for a single name.
    ...names.map((name) => `*/${name}`),
    ...folders.map((folder) => `${base}${folder}/*`),
    ...endings.map((ending) => `*.${ending}`),
  ];
  return [`${name} path ${paths.map(token).join(" ")}`];
}

function headerLines(matched: string, headers: Headers): string[] {
  return Object.entries(headers).map(([name, value]) => `header ${matched}${name} ${token(value)}`);
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `\t${line}`);
}

/** Whether a path means itself: a star would stand for any text, and braces for a variable, also of the environment. */
function isPlain(path: string): boolean {
  return !/[*{}]/.test(path);
}

/** A word of a Caddyfile: braces would be read as placeholders. */
function token(text: string): string {
  return /^[\w./:*%+@~-]+$/.test(text) ? text : `"${escaped(text)}"`;
}

function escaped(text: string): string {
  return text.replaceAll(/["\\]/g, "\\$&").replaceAll(/[{}]/g, "\\$&");
}
