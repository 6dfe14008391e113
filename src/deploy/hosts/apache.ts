import { COPY_ENDINGS, ENCODINGS } from "../../domain/encodings.ts";
import { KEPT_FOLDER } from "../../domain/rollback-folder.ts";
import { HIDDEN_FILES, MISSING_PAGE, NAMED_TYPES, OTHER_FILES } from "../hosting.ts";
import type { Headers, Hosting, Selection } from "../hosting.ts";
import { TYPES } from "../content-type.ts";
import { about, fileAddress, literally, queryPattern } from "./host-file.ts";
import type { HostWriter } from "./host-file.ts";

/** Apache, from 2.4 on, with mod_dir, mod_mime, mod_alias, mod_headers and mod_rewrite, which hosts usually have. */
export const APACHE: HostWriter = {
  name: "Apache",
  write: (hosting) => [{ path: ".htaccess", text: folderFile(hosting) }],
  notes: ({ base }) => [
    "Put .htaccess into the bundle, or write `host: apache` in site.yaml: then builds do. The server must allow it (`AllowOverride All`, or at least `FileInfo Indexes Limit Options`).",
    "Build with `--compress`: Apache sends the packed copies, and packs nothing itself.",
    `Addresses with an encoded slash (\`%2F\`) are refused before this file is read, with Apache's own page, unless the virtual host itself has \`ErrorDocument 404 ${encodeURI(base)}${MISSING_PAGE}\`.`,
  ],
};

function folderFile(hosting: Hosting): string {
  const { base, origin } = hosting;
  const lines = [
    ...about(
      "For Apache: this file lies in the bundle, and the host allows it (`AllowOverride All`).",
    ),
    '<FilesMatch "^\\.ht">',
    "  Require all denied",
    "</FilesMatch>",
    "DirectoryIndex index.html",
    "DirectorySlash On",
    "Options -Indexes -MultiViews",
    "FileETag MTime Size",
    `ErrorDocument 404 "${encodeURI(base)}${MISSING_PAGE}"`,
    "AddDefaultCharset Off",
    ...typeLines(),
    "",
    "# Packed copies, made once: packed on the fly, a validator never fits a second visit.",
    "<IfModule mod_deflate.c>",
    "  SetEnv no-gzip 1",
    "</IfModule>",
    // Apache looks at all endings of a name. Debian has a type for one of these, and for the other a language, Breton.
    ...["RemoveType", "RemoveLanguage", "RemoveEncoding"].map(
      (directive) => `${directive} ${Object.values(COPY_ENDINGS).join(" ")}`,
    ),
    ...ENCODINGS.flatMap((encoding) => [
      `<FilesMatch "${literally(COPY_ENDINGS[encoding])}$">`,
      `  AddEncoding ${encoding} ${COPY_ENDINGS[encoding]}`,
      "</FilesMatch>",
    ]),
    "RewriteEngine On",
    "RewriteCond %{REQUEST_METHOD} !^(?:GET|HEAD|OPTIONS)$",
    "RewriteRule ^ - [R=405,L]",
    `RewriteRule "^${literally(KEPT_FOLDER)}/" - [R=404,L]`,
    `RewriteRule "^(?:${HIDDEN_FILES.map(literally).join("|")})$" - [R=404,L]`,
    ...hosting.queries.flatMap((query) => [
      `RewriteCond %{QUERY_STRING} "${queryPattern(query)}"`,
      `RewriteRule "^(?:index\\.php)?$" "${substituted(query.to, origin)}%1/" [R=301,L,NE,QSD]`,
    ]),
    ...hosting.redirects.map(
      ({ from, to }) =>
        `RewriteRule "^${pattern(from, base)}$" "${substituted(to, origin)}" [R=301,L,NE,QSD]`,
    ),
    ...hosting.gone.flatMap((path) => [
      // The page of the error is at the same address.
      "RewriteCond %{ENV:REDIRECT_STATUS} !=410",
      `RewriteRule "^${pattern(path, base)}(?:index\\.html)?$" - [R=410,L]`,
    ]),
    ...ENCODINGS.flatMap((encoding) => [
      `RewriteCond %{HTTP:Accept-Encoding} \\b${encoding}\\b`,
      `RewriteCond %{REQUEST_FILENAME}${COPY_ENDINGS[encoding]} -s`,
      `RewriteRule ^(.+)$ $1${COPY_ENDINGS[encoding]} [L]`,
    ]),
    ...hosting.gone.map((path) => {
      const asked = path.endsWith("/")
        ? `m#^${expression(path)}(?:index\\.html)?$#`
        : `m#^${expression(path)}$#`;
      return `<If "%{REQUEST_URI} =~ ${quoted(asked)}">\n  ErrorDocument 410 "${encoded(fileAddress(path))}"\n</If>`;
    }),
    "Header merge Vary Accept-Encoding",
    "",
    ...headerLines({ ...hosting.headers, ...OTHER_FILES }),
    // From the last class to the first: of those that a file is in, the first counts.
    ...hosting.classes
      .toReversed()
      .flatMap(({ files, headers }) =>
        selected(files, base, headerLines({ ...hosting.headers, ...headers })),
      ),
    "",
  ];
  return `${lines.join("\n")}\n`;
}

function typeLines(): string[] {
  const byType = Map.groupBy(Object.entries(TYPES), ([, type]) => type);
  return [
    ...[...byType].map(
      ([type, endings]) => `AddType "${type}" ${endings.map(([ending]) => `.${ending}`).join(" ")}`,
    ),
    ...NAMED_TYPES.flatMap(({ files, type }) => selected(files, "", [`ForceType "${type}"`])),
  ];
}

/** Lines for files of a kind; a packed copy is what its original is. */
function selected(
  { names = [], folders = [], endings = [] }: Selection,
  base: string,
  lines: readonly string[],
): string[] {
  const packed = `(?:${Object.values(COPY_ENDINGS).map(literally).join("|")})?$`;
  const inside = lines.map((line) => `  ${line}`);
  const byFolder = folders.map((folder) => `^${literally(base)}${literally(folder)}/`);
  return [
    ...(names.length > 0
      ? [
          `<FilesMatch "^(?:${names.map(literally).join("|")})${packed}">`,
          ...inside,
          "</FilesMatch>",
        ]
      : []),
    ...(endings.length > 0
      ? [`<FilesMatch "(?i)\\.(?:${endings.join("|")})${packed}">`, ...inside, "</FilesMatch>"]
      : []),
    ...byFolder.flatMap((pattern) => [
      `<If "%{REQUEST_URI} =~ m#${pattern}#">`,
      ...inside,
      "</If>",
    ]),
  ];
}

function headerLines(headers: Headers): string[] {
  return Object.entries(headers).map(
    ([name, value]) => `Header always set ${name} "${quoted(value)}"`,
  );
}

/** A path in an expression that stands in quotation marks or between `#`, where no other would be read to its end. */
function expression(path: string): string {
  return literally(path).replaceAll('"', "\\x22").replaceAll("#", "\\x23");
}

/** A path as an address of this host, with nothing behind it. */
function encoded(path: string): string {
  return encodeURI(path).replaceAll(/[?#]/g, encodeURIComponent);
}

/** A path as mod_rewrite matches it in a folder: without that of the folder. It reads backslashes as they are. */
function pattern(path: string, base: string): string {
  return expression(path.slice(base.length));
}

/** An address as mod_rewrite takes it: `%` and `$` would begin a reference. Its host is named, or Apache adds one. */
function substituted(to: string, origin: string): string {
  return (to.startsWith("/") ? origin + to : to).replaceAll(/[%$]/g, "\\$&");
}

function quoted(text: string): string {
  return text.replaceAll(/["\\]/g, "\\$&");
}
