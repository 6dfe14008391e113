import { KEPT_FOLDER } from "../../domain/rollback-folder.ts";
import { HIDDEN_FILES, MISSING_PAGE, NAMED_TYPES, OTHER_FILES } from "../hosting.ts";
import type { Headers, Hosting, Redirect, Selection } from "../hosting.ts";
import { TYPES } from "../content-type.ts";
import { about, frontAddresses, literally, pageAddresses, queryPattern } from "./host-file.ts";
import type { HostWriter } from "./host-file.ts";
import { canonicalName, leftRedirects } from "./path-rules.ts";

/** nginx, from 1.18 on, with the modules that Debian builds in. */
export const NGINX: HostWriter = {
  name: "nginx",
  write: (hosting) => [
    { path: "stet.conf", text: serverFile(hosting) },
    { path: "stet-brotli.conf", text: BROTLI },
  ],
  notes: ({ base, redirects }) => [
    base === "/"
      ? "`include` stet.conf in the `server` block whose `root` is the bundle."
      : `Put the bundle into the folder ${base.slice(1, -1)} of the \`root\` of a \`server\` block, and \`include\` stet.conf in that block.`,
    "Build with `--compress`: nginx sends the packed copies, and packs nothing itself. stet-brotli.conf is for an nginx with the module for Brotli.",
    ...leftRedirects("nginx", redirects.filter((redirect) => !isTaken(redirect)).length),
  ],
};

const BROTLI = `${about(
  "Brotli copies of texts, for an nginx with the module ngx_http_brotli_static (Debian: libnginx-mod-http-brotli-static).",
  "`include` this in the same `server` block as stet.conf.",
).join("\n")}
brotli_static on;
`;

function serverFile(hosting: Hosting): string {
  const { base } = hosting;
  const inside = [
    "index index.html;",
    // It would name its own scheme and port, which a proxy before it has not.
    "absolute_redirect off;",
    ...typeLines(),
    ...headerLines({ ...hosting.headers, ...OTHER_FILES }),
    "etag on;",
    // By default it takes no date but the very one that it gave.
    "if_modified_since before;",
    // Packed on the fly, a 304 has another validator than the 200 before it.
    "gzip off;",
    "gzip_static on;",
    "gzip_vary on;",
    "gzip_proxied any;",
    `error_page 404 ${quoted(base + MISSING_PAGE)};`,
    // nginx refuses to list a folder that has no page of its own; for readers it is missing.
    `error_page 403 =404 ${quoted(base + MISSING_PAGE)};`,
    ...(hosting.gone.length > 0 ? ["error_page 410 @stet_gone;"] : []),
    `location ^~ ${quoted(`${base}${KEPT_FOLDER}/`)} { return 404; }`,
    ...HIDDEN_FILES.map((file) => `location = ${quoted(base + file)} { return 404; }`),
    ...redirectLocations(hosting),
    ...hosting.gone.flatMap(pageAddresses).map((path) => `${only(path)} { return 410; }`),
    ...classLocations(hosting),
  ];
  const lines = [
    ...about(
      "For nginx: `include` this in a `server` block that has a `root`, or in several.",
      base === "/"
        ? "The root is the bundle."
        : `The bundle lies in the root's folder ${base.slice(1, -1)}.`,
    ),
    ...Object.entries(hosting.headers)
      .filter(([, value]) => isLong(value))
      .flatMap(([name, value]) =>
        partsOf(value).map((part, index) => `set $${variable(name, index)} ${quoted(part)};`),
      ),
    `location ${base === "/" ? "" : "^~ "}${quoted(base)} {`,
    ...inside.map((line) => `  ${line}`),
    "}",
    // Named locations stand in the server alone, and take nothing over from others.
    ...(hosting.gone.length > 0
      ? [
          "location @stet_gone {",
          ...[
            ...typeLines(),
            ...headerLines({ ...hosting.headers, ...OTHER_FILES }),
            'try_files "${uri}index.html" $uri =410;',
          ].map((line) => `  ${line}`),
          "}",
        ]
      : []),
  ];
  return `${lines.join("\n")}\n`;
}

/** One location for each address: of two, nginx would take none. The front page is served where no parameter fits. */
function redirectLocations({ base, redirects, queries }: Hosting): string[] {
  const moves = new Map(
    redirects
      .filter(isTaken)
      .map(({ from, to }) => [from, `return 301 ${quoted(withoutVariables(to))};`]),
  );
  const byQuery = queries
    .map((query) => {
      const to = `${withoutVariables(query.to)}$1/`;
      return `if ($args ~ ${quoted(queryPattern(query))}) { return 301 ${quoted(to)}; }`;
    })
    .join(" ");
  const fronts = byQuery === "" ? [] : frontAddresses(base);
  return [
    ...fronts.map((front) => [front, `${byQuery} ${moves.get(front) ?? ""}`.trim()] as const),
    ...[...moves].filter(([from]) => !fronts.includes(from)),
  ].map(([from, lines]) => `${only(from)} { ${lines} }`);
}

/** Most bytes of a word in these files: nginx reads none that is longer than 4,096. */
const LONGEST_WORD = 4000;

/** Most bytes of an address that is compared as a whole: up to 1.27 nginx counts them in one byte. */
const LONGEST_NAME = 255;

/** Whether an address that leads on can be written; its page leads on by itself. */
function isTaken({ to }: Redirect): boolean {
  return !isLong(to);
}

function isLong(word: string): boolean {
  return Buffer.byteLength(word) > LONGEST_WORD;
}

/** The start of a location for one address alone; a longer one would be taken for another, even for the front page. */
function only(path: string): string {
  return Buffer.byteLength(path) <= LONGEST_NAME
    ? `location = ${quoted(path)}`
    : `location ~ ${quoted(`^${literally(path)}$`)}`;
}

/** The types of all endings; those of names stand where their files do. */
function typeLines(): string[] {
  const byType = Map.groupBy(Object.entries(TYPES), ([, type]) => bare(type));
  const texts = [
    ...new Set(
      Object.values(TYPES)
        .filter((type) => type.includes("charset"))
        .map(bare),
    ),
  ];
  return [
    "types {",
    ...[...byType].map(([type, endings]) => `  ${type} ${endings.map(([one]) => one).join(" ")};`),
    "}",
    "types_hash_max_size 4096;",
    "default_type application/octet-stream;",
    "charset utf-8;",
    "charset_types",
    // It is among them anyway, and tells so.
    ...texts.filter((type) => type !== "text/html").map((type) => `  ${type}`),
    ";",
  ];
}

function classLocations(hosting: Hosting): string[] {
  return hosting.classes.flatMap(({ files, headers }) => {
    const all = { ...hosting.headers, ...headers };
    const named = NAMED_TYPES.filter(({ files: typed }) => overlaps(files, typed));
    return named.length === 0
      ? [location(files, hosting, headerLines(all))]
      : named.map(({ files: typed, type }) =>
          location(typed, hosting, [
            "types { }",
            `default_type ${bare(type)};`,
            `charset_types ${bare(type)};`,
            ...headerLines(all),
          ]),
        );
  });
}

function overlaps(some: Selection, others: Selection): boolean {
  return [
    [some.names, others.names],
    [some.folders, others.folders],
  ].some(([a = [], b = []]) => a.some((one) => b.includes(one)));
}

/** `add_header` in a location takes away all those around it, so each has them all. */
function location(files: Selection, { base }: Hosting, lines: readonly string[]): string {
  const { names = [], folders = [], endings = [] } = files;
  const start = `^${literally(base)}`;
  const patterns = [
    ...(names.length > 0 ? [`${start}(?:.*/)?(?:${names.map(literally).join("|")})$`] : []),
    ...(folders.length > 0 ? [`${start}(?:${folders.map(literally).join("|")})/`] : []),
    ...(endings.length > 0 ? [`${start}.*\\.(?i:${endings.join("|")})$`] : []),
  ];
  return patterns
    .map(
      (pattern) =>
        `location ~ ${quoted(pattern)} {\n${lines.map((line) => `    ${line}\n`).join("")}  }`,
    )
    .join("\n  ");
}

/** Also of answers that are no success: a page of errors is a page. */
function headerLines(headers: Headers): string[] {
  return Object.entries(headers).map(
    ([name, value]) => `add_header ${canonicalName(name)} ${valueOf(name, value)} always;`,
  );
}

/** The value of a header; a long one is put together from variables. */
function valueOf(name: string, value: string): string {
  if (!isLong(value)) return quoted(value);
  return quoted(
    partsOf(value)
      .map((_, index) => `\${${variable(name, index)}}`)
      .join(""),
  );
}

function partsOf(value: string): string[] {
  return value.match(new RegExp(`.{1,${LONGEST_WORD}}`, "g")) ?? [];
}

/** The name of a variable for a part of a header's value. */
function variable(name: string, index: number): string {
  return `stet_${name.replaceAll("-", "_")}_${index}`;
}

function bare(type: string): string {
  return type.replace(/;.*/, "");
}

function quoted(text: string): string {
  return `"${text.replaceAll(/["\\]/g, "\\$&")}"`;
}

/** nginx knows no way to write a `$` that is none of a variable's; in addresses it can be encoded. */
function withoutVariables(address: string): string {
  return address.replaceAll("$", "%24");
}
