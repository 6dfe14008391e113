import { HIDDEN_FILES, MISSING_PAGE } from "../hosting.ts";
import type { Hosting } from "../hosting.ts";
import { about, LONGEST_LINE } from "./host-file.ts";
import type { HostWriter } from "./host-file.ts";
import { canonicalName, leftRedirects, pathRules, takenRedirects } from "./path-rules.ts";

/** Netlify states no limit of redirects, and asks for few. */
const LIMITS = { most: 2000, longest: LONGEST_LINE };

/** Netlify (docs.netlify.com, "Custom headers" and "Redirects and rewrites"). */
export const NETLIFY: HostWriter = {
  name: "Netlify",
  write: (hosting) => [
    { path: "_headers", text: headersFile(hosting) },
    { path: "_redirects", text: redirectsFile(hosting) },
  ],
  notes: (hosting) => [
    "Netlify reads `_headers` and `_redirects` at the root of what is deployed: write `host: netlify` in site.yaml, and builds put them there.",
    ...leftRedirects("Netlify", takenRedirects(hosting, LIMITS).left),
  ],
};

function headersFile(hosting: Hosting): string {
  const rules = pathRules(hosting).map(({ pattern, headers }) =>
    [
      pattern,
      ...Object.entries(headers).map(([name, value]) => `  ${canonicalName(name)}: ${value}`),
    ].join("\n"),
  );
  return `${[...about("For Netlify: at the root of the deployed folder."), ...rules].join("\n")}\n`;
}

/** `!`: also where there is a file, such as the page of an old address. */
function redirectsFile(hosting: Hosting): string {
  const base = encodeURI(hosting.base);
  const lines = [
    ...about("For Netlify: at the root of the deployed folder."),
    ...HIDDEN_FILES.map((file) => `${base}${file} ${base}${MISSING_PAGE} 404!`),
    ...hosting.gone.map((path) => `${encodeURI(path)} ${encodeURI(path)} 410!`),
    ...takenRedirects(hosting, LIMITS).taken.map(({ from, to }) => `${from} ${to} 301!`),
    ...(base === "/" ? [] : [`${base}* ${base}${MISSING_PAGE} 404`]),
  ];
  return `${lines.join("\n")}\n`;
}
