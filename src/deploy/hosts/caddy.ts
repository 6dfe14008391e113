import { KEPT_FOLDER } from "../../domain/rollback-folder.ts";
import { HIDDEN_FILES, MISSING_PAGE, NAMED_TYPES, OTHER_FILES } from "../hosting.ts";
import type { Headers, Hosting, Selection } from "../hosting.ts";
import { TYPES } from "../content-type.ts";
import { about, frontAddresses, pageAddresses, queryPattern } from "./host-file.ts";
import type { HostWriter } from "./host-file.ts";

/** Caddy, from 2.6 on. */
export const CADDY: HostWriter = {
  name: "Caddy",
  write: (hosting) => [{ path: "stet.caddy", text: siteFile(hosting) }],
  notes: ({ base }) => [
    base === "/"
      ? "`import` stet.caddy in the site whose `root` is the bundle."
      : `Put the bundle into the folder ${base.slice(1, -1)} of the \`root\` of a site, and \`import\` stet.caddy in that site.`,
    "Build with `--compress`: Caddy sends the packed copies, and packs nothing itself.",
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
      ...[...hosting.classes.entries()]
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
      ...hosting.redirects.flatMap(({ from, to }, index) => {
        const { lines: before, matched } = only(from, `@stet_moved${index}`);
        return [...before, `redir ${matched} ${token(to)} 301`];
      }),
      ...hosting.gone.flatMap(pageAddresses).flatMap((path, index) => {
        const { lines: before, matched } = only(path, `@stet_gone${index}`);
        return [...before, `error ${matched} 410`];
      }),
      `error ${token(`${base}${KEPT_FOLDER}/*`)} 404`,
      ...HIDDEN_FILES.map((file) => `error ${token(base + file)} 404`),
      `@stet_impossible path_regexp \`${IMPOSSIBLE}\``,
      "error @stet_impossible 404",
      `@stet_long expression size(bytes({http.request.uri.path})) > ${LONGEST_PATH}`,
      "error @stet_long 404",
      "file_server {",
      "\tindex index.html",
      "\tprecompressed br gzip",
      "}",
    ]),
    "}",
    "handle_errors {",
    ...indented([
      // What was asked of another page: one that was seen before would have no text, and a part would be one of this.
      ...CONDITIONS.map((name) => `request_header -${name}`),
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

/**
 * Most bytes of a path: with the folder of the root, systems take 4,096, and Caddy takes a longer one for a fault of its
 * own too.
 */
const LONGEST_PATH = 3800;

/** Headers that ask for a file only if it is another one, or for a part of it. */
const CONDITIONS = [
  ...["If-Match", "If-None-Match", "If-Modified-Since", "If-Unmodified-Since"],
  ...["If-Range", "Range"],
];

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

/**
 * What fits one path alone, and the lines that have to stand before. In a path of Caddy's own some signs have a meaning:
 * a star and brackets stand for others, braces for a variable, also of the environment, and with a percent sign it is
 * compared with what was asked before that is decoded.
 */
function only(path: string, name: string): { lines: string[]; matched: string } {
  if (!/[*?[\]{}%]/.test(path)) return { lines: [], matched: token(path) };
  const pattern = path.replaceAll(
    /[^\w/-]/gu,
    (sign) => `\\x{${sign.codePointAt(0)?.toString(16) ?? ""}}`,
  );
  return { lines: [`${name} path_regexp \`^${pattern}$\``], matched: name };
}

/** A word of a Caddyfile: braces would be read as placeholders. */
function token(text: string): string {
  return /^[\w./:*%+@~-]+$/.test(text) ? text : `"${escaped(text)}"`;
}

function escaped(text: string): string {
  return text.replaceAll(/["\\]/g, "\\$&").replaceAll(/[{}]/g, "\\$&");
}
