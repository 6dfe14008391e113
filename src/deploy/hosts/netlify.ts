import { EDITOR_FOLDER } from "../../domain/editor.ts";
import { HIDDEN_FILES, MISSING_PAGE } from "../hosting.ts";
import type { Hosting } from "../hosting.ts";
import { contentType } from "../content-type.ts";
import { about, fileAddress, frontAddresses, LONGEST_LINE } from "./host-file.ts";
import type { HostWriter } from "./host-file.ts";
import {
  canonicalName,
  leftRedirects,
  pathRules,
  takenRedirects,
  withoutCircles,
} from "./path-rules.ts";

const RESOURCE_POLICY = "cross-origin-resource-policy";

/** Netlify states no limit of redirects, and asks for few. */
const MOST = 2000;

/** Netlify (docs.netlify.com, "Custom headers" and "Redirects and rewrites"). */
export const NETLIFY: HostWriter = {
  name: "Netlify",
  write: (hosting) => [
    { path: "_headers", text: headersFile(hosting) },
    { path: "_redirects", text: redirectsFile(hosting) },
  ],
  notes: (hosting) => [
    "Netlify reads `_headers` and `_redirects` at the root of what is deployed: write `host: netlify` in site.yaml, and builds put them there.",
    ...leftRedirects("Netlify", distinct(hosting).left),
    ...(hosting.classes.some(({ files }) => files.folders?.includes(EDITOR_FOLDER) === true)
      ? [
          "Two rules give the headers of the editor, and Netlify does not document which of them counts: see that /admin/ opens once it is deployed.",
        ]
      : []),
    ...(hosting.queries.length > 0
      ? [
          "Rules of Netlify cannot tell the form of a value: a parameter below `queries` leads on whatever its value is, to the page for missing addresses if there is none.",
        ]
      : []),
  ],
};

/**
 * Which of two rules counts that give one header is not documented, so no two do: what Netlify sends by itself is left to
 * it, as `max-age=0, must-revalidate`, and what files may be shown by other sites is said of feeds and of folders of one
 * kind alone. A star may only end a part of a path.
 */
function headersFile(hosting: Hosting): string {
  const { [RESOURCE_POLICY]: policy = "", ...all } = hosting.headers;
  const base = encodeURI(hosting.base);
  const special = pathRules(hosting)
    .slice(1)
    .filter(({ pattern }) => !/\*\./.test(pattern))
    .map(({ pattern, headers }) => ({
      pattern,
      headers: { [RESOURCE_POLICY]: policy, ...headers },
    }));
  const rules = [
    { pattern: `${base}*`, headers: all },
    ...NAMED_FILES.map((name) => ({
      pattern: base + name,
      headers: { "content-type": contentType(name) },
    })),
    ...special,
  ].map(({ pattern, headers }) =>
    [
      pattern,
      ...Object.entries(headers).map(([name, value]) => `  ${canonicalName(name)}: ${value}`),
    ].join("\n"),
  );
  return `${[...about("For Netlify: at the root of the deployed folder."), ...rules].join("\n")}\n`;
}

/** Files at the root whose types the list of Netlify may not have. */
const NAMED_FILES = ["manifest.webmanifest", "feeds.opml"];

/** A rule is for an address with and without its closing slash. */
function distinct(hosting: Hosting): ReturnType<typeof takenRedirects> {
  const seen = new Set<string>();
  const once = hosting.redirects.filter(({ from }) => {
    const path = from.replace(/\/$/, "");
    return !seen.has(path) && seen.add(path);
  });
  const redirects = withoutCircles({ ...hosting, redirects: once });
  const most = MOST - queryLines(hosting).length;
  const { taken } = takenRedirects({ redirects }, { most, longest: LONGEST_LINE });
  return { taken, left: once.length - taken.length };
}

/** Redirects by their parameters are without the query of the request. */
function queryLines({ base, queries }: Hosting): string[] {
  return queries.flatMap(({ name, to }) =>
    frontAddresses(encodeURI(base)).map((front) => `${front} ${name}=:value ${to}:value/ 301!`),
  );
}

/** `!`: also where there is a file, such as the page of an old address. */
function redirectsFile(hosting: Hosting): string {
  const base = encodeURI(hosting.base);
  const lines = [
    ...about("For Netlify: at the root of the deployed folder."),
    ...HIDDEN_FILES.map((file) => `${base}${file} ${base}${MISSING_PAGE} 404!`),
    // A star or a colon would stand for other addresses too.
    ...hosting.gone
      .filter((path) => !/[*:]/.test(path))
      .map((path) => {
        const page = fileAddress(path);
        return `${encodeURI(path)} ${encodeURI(page)} 410!`;
      }),
    ...queryLines(hosting),
    ...distinct(hosting).taken.map(({ from, to }) => `${from} ${to} 301!`),
    ...(base === "/" ? [] : [`${base}* ${base}${MISSING_PAGE} 404`]),
  ];
  return `${lines.join("\n")}\n`;
}
