import { HIDDEN_FILES, isFileInFolder, MISSING_PAGE } from "../hosting.ts";
import type { Hosting } from "../hosting.ts";
import { frontAddresses, LONGEST_LINE, QUERY_VALUE } from "./host-file.ts";
import type { HostWriter } from "./host-file.ts";
import {
  canonicalName,
  leftRedirects,
  pathRules,
  takenRedirects,
  withoutCircles,
} from "./path-rules.ts";

/** Vercel takes so many redirects. */
const MOST = 2048;

/** Vercel (vercel.com/docs, "Project configuration"). */
export const VERCEL: HostWriter = {
  name: "Vercel",
  write: (hosting) => [{ path: "vercel.json", text: configFile(hosting) }],
  notes: (hosting) => [
    "Vercel reads `vercel.json` at the root of what is deployed: write `host: vercel` in site.yaml, and builds put it there.",
    "Where Vercel itself builds, from git, it reads `vercel.json` beside package.json: write it there with `--out .`, and commit it.",
    ...leftRedirects("Vercel", reachable(hosting).left),
    ...(hosting.gone.length > 0
      ? ["What was taken down is answered with 200 and its page: Vercel knows no 410 for files."]
      : []),
  ],
};

/** With `trailingSlash` an address that looks like that of a file loses its slash before redirects are looked for. */
function reachable(hosting: Hosting): ReturnType<typeof takenRedirects> {
  const asked = hosting.redirects.filter(({ from }) => !isFileInFolder(from));
  const redirects = withoutCircles({ ...hosting, redirects: asked });
  const most = MOST - HIDDEN_FILES.length - queryRedirects(hosting).length;
  const { taken } = takenRedirects({ redirects }, { most, longest: LONGEST_LINE });
  return { taken, left: asked.length - taken.length };
}

/** The query of a request is kept. */
function queryRedirects({ base, queries }: Hosting) {
  return queries.flatMap(({ name, to }) =>
    frontAddresses(encodeURI(base)).map((front) => ({
      source: source(front),
      has: [{ type: "query", key: name, value: `^(?<value>${QUERY_VALUE})$` }],
      destination: `${to}:value/`,
      statusCode: 301,
    })),
  );
}

function configFile(hosting: Hosting): string {
  const base = encodeURI(hosting.base);
  return `${JSON.stringify(
    {
      $schema: "https://openapi.vercel.sh/vercel.json",
      trailingSlash: true,
      headers: pathRules(hosting).map(({ pattern, headers }) => ({
        source: source(pattern),
        headers: Object.entries(headers).map(([name, value]) => ({
          key: canonicalName(name),
          value,
        })),
      })),
      redirects: [
        ...HIDDEN_FILES.map((file) => ({
          source: source(base + file),
          destination: `${base}${MISSING_PAGE}`,
          statusCode: 302,
        })),
        ...queryRedirects(hosting),
        ...reachable(hosting).taken.map(({ from, to }) => ({
          source: source(from),
          destination: to,
          statusCode: 301,
        })),
      ],
    },
    null,
    2,
  )}\n`;
}

/** A pattern in the notation of path-to-regexp. */
function source(pattern: string): string {
  return pattern
    .split("*")
    .map((text) => text.replaceAll(/[.+?^${}()|[\]\\:]/g, "\\$&"))
    .join("(.*)");
}
