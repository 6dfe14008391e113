import { HIDDEN_FILES, MISSING_PAGE } from "../hosting.ts";
import type { Hosting } from "../hosting.ts";
import { about } from "./host-file.ts";
import type { HostWriter } from "./host-file.ts";
import {
  canonicalName,
  leftRedirects,
  pathRules,
  takenRedirects,
  unknownQueries,
} from "./path-rules.ts";

/** Of `_redirects`: 2,000 that name one address each, in lines of at most 1,000 characters. */
const LIMITS = { most: 2000 - HIDDEN_FILES.length, longest: 1000 };

/** Cloudflare Pages and static assets of Workers (developers.cloudflare.com, "Headers" and "Redirects"). */
export const CLOUDFLARE: HostWriter = {
  name: "Cloudflare Pages",
  write: (hosting) => [
    { path: "_headers", text: headersFile(hosting) },
    { path: "_redirects", text: redirectsFile(hosting) },
  ],
  notes: (hosting) => [
    "Cloudflare reads `_headers` and `_redirects` at the root of what is deployed: write `host: cloudflare` in site.yaml, and builds put them there.",
    ...leftRedirects("Cloudflare", takenRedirects(hosting, LIMITS).left),
    ...unknownQueries("`_redirects`", hosting),
    ...(hosting.gone.length > 0
      ? [
          "What was taken down is answered with 200 and its page: Cloudflare knows no 410 for files.",
        ]
      : []),
  ],
};

/** A header that several rules give is sent with all their values, so each rule takes away what came before. */
function headersFile(hosting: Hosting): string {
  const rules = pathRules(hosting).map(({ pattern, headers }, index) =>
    [
      pattern,
      ...Object.keys(headers).flatMap((name) =>
        index === 0 ? [] : [`  ! ${canonicalName(name)}`],
      ),
      ...Object.entries(headers).map(([name, value]) => `  ${canonicalName(name)}: ${value}`),
    ].join("\n"),
  );
  return `${[...about("For Cloudflare: at the root of the deployed folder."), ...rules].join("\n")}\n`;
}

/** Redirects are followed also where there is a file. There is no way to say 404, so Stet's own files lead to that page. */
function redirectsFile(hosting: Hosting): string {
  const base = encodeURI(hosting.base);
  const lines = [
    ...about("For Cloudflare: at the root of the deployed folder."),
    ...HIDDEN_FILES.map((file) => `${base}${file} ${base}${MISSING_PAGE} 302`),
    ...takenRedirects(hosting, LIMITS).taken.map(({ from, to }) => `${from} ${to} 301`),
  ];
  return `${lines.join("\n")}\n`;
}
