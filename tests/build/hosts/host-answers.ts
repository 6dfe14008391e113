import { fileHeaders, HIDDEN_FILES } from "../../../src/deploy/hosting.ts";
import { contentType } from "../../../src/deploy/content-type.ts";
import type { HostName } from "../../../src/domain/host-names.ts";
import { addressOf } from "./hosted-bundle.ts";
import type { HostedBundle } from "./hosted-bundle.ts";

/** What is asked of every host, as the table in docs/deploy.md says it. */
const QUESTIONS = [
  "content types",
  "security headers",
  "cache lifetimes",
  "second visit of a feed",
  "packed copies",
  "old addresses",
  "old addresses with a parameter",
  "taken down",
  "missing addresses",
  "Stet's own records",
  "part of a film",
] as const;
type Question = (typeof QUESTIONS)[number];

/** What cannot be seen without the host. */
const UNSEEN = "its own";

const FULL: Record<Question, string> = {
  "content types": "yes",
  "security headers": "yes",
  "cache lifetimes": "yes",
  "second visit of a feed": "304",
  "packed copies": "gzip, br",
  "old addresses": "301",
  "old addresses with a parameter": "301",
  "taken down": "410",
  "missing addresses": "404",
  "Stet's own records": "404",
  "part of a film": "206",
};

/** Of hosts that are emulated, what they do by themselves is not known. */
const EMULATED: Partial<Record<Question, string>> = {
  "second visit of a feed": UNSEEN,
  "packed copies": UNSEEN,
  "part of a film": UNSEEN,
};

/** What hosts answer; tests compare it with what they see, but of GitHub Pages, which is as its documentation says. */
export const HOST_ANSWERS: Readonly<Record<HostName, Record<Question, string>>> = {
  // Brotli with the module of that name.
  nginx: { ...FULL, "packed copies": "gzip" },
  caddy: FULL,
  apache: FULL,
  netlify: { ...FULL, ...EMULATED },
  cloudflare: {
    ...FULL,
    ...EMULATED,
    "old addresses with a parameter": "200",
    "taken down": "200",
    "Stet's own records": "302",
  },
  vercel: { ...FULL, ...EMULATED, "taken down": "200", "Stet's own records": "302" },
  s3: { ...FULL, ...EMULATED },
  github: {
    ...FULL,
    ...EMULATED,
    "content types": UNSEEN,
    "security headers": "no",
    "cache lifetimes": "10 minutes",
    "old addresses": "200",
    "old addresses with a parameter": "200",
    "taken down": "200",
    "Stet's own records": "200",
  },
};

/** What MDN's HTTP Observatory gives the front page, over TLS and with a redirect from http: grade and points. */
export const HOST_SCORES: Readonly<Record<HostName, string>> = {
  nginx: "A+ 130",
  caddy: "A+ 130",
  apache: "A+ 130",
  // Without a cross-origin-resource-policy for pages.
  netlify: "A+ 120",
  cloudflare: "A+ 130",
  vercel: "A+ 130",
  s3: "A+ 130",
  github: UNSEEN,
};

/** An answer as far as the questions need it. */
interface Seen {
  status: number;
  headers: Readonly<Record<string, string | string[] | undefined>>;
}

/**
 * Asks a host all questions. Of a host that `isReal` says is none, what the emulation leaves open counts as its own.
 */
export async function askAll(
  ask: (target: string, headers?: Record<string, string>) => Promise<Seen> | Seen,
  { hosting, files }: HostedBundle,
  isReal: boolean,
): Promise<Record<Question, string>> {
  const at = async (file: string, headers?: Record<string, string>): Promise<Seen> =>
    ask(addressOf(file, hosting), headers);
  const page = await at("index.html");
  const feed = await at("rss.xml");
  const script = files.find((file) => file.startsWith("_astro/")) ?? "";
  const statuses = async (targets: readonly string[]): Promise<string> => {
    const seen = await Promise.all(targets.map(async (target) => (await ask(target)).status));
    return [...new Set(seen)].join(", ");
  };
  const isPlain = ({ from }: { from: string }): boolean => !/[*:{}]|\.[^/]*\/$/.test(from);
  const typed = ["rss.xml", "atom.xml", "feed.json", "manifest.webmanifest"];
  const types = await Promise.all(typed.map((file) => at(file)));
  const yes = (isSo: boolean): string => (isSo ? "yes" : "no");
  return {
    "content types": yes(
      types.every(
        ({ headers }, index) =>
          bare(headers["content-type"]) === bare(contentType(typed[index] ?? "")),
      ),
    ),
    "security headers": yes(
      Object.entries(hosting.headers).every(
        // Pages of Netlify are left without: which of two rules counts is not documented there.
        ([name, value]) => page.headers[name] === value || name === "cross-origin-resource-policy",
      ),
    ),
    "cache lifetimes": yes(
      feed.headers["cache-control"] === fileHeaders("rss.xml", hosting)["cache-control"] &&
        (await at(script)).headers["cache-control"] ===
          fileHeaders(script, hosting)["cache-control"],
    ),
    "second visit of a feed": isReal
      ? String((await at("rss.xml", { "if-none-match": String(feed.headers["etag"]) })).status)
      : UNSEEN,
    "packed copies": isReal ? await encodings(at) : UNSEEN,
    "old addresses": await statuses(
      hosting.redirects.filter(isPlain).map(({ from }) => encodeURI(from)),
    ),
    "old addresses with a parameter": await statuses(
      hosting.queries.map(({ name }) => `${encodeURI(hosting.base)}?${name}=123`),
    ),
    "taken down": await statuses(hosting.gone.map(encodeURI)),
    "missing addresses": await statuses([encodeURI(`${hosting.base}nothing/`)]),
    "Stet's own records": await statuses(
      HIDDEN_FILES.map((file) => encodeURI(hosting.base + file)),
    ),
    "part of a film": isReal
      ? String((await at("tide.webm", { range: "bytes=0-1" })).status)
      : UNSEEN,
  };
}

async function encodings(
  at: (file: string, headers: Record<string, string>) => Promise<Seen>,
): Promise<string> {
  const asked = ["gzip", "br"];
  const got = await Promise.all(
    asked.map(async (coding) => (await at("index.html", { "accept-encoding": coding })).headers),
  );
  return asked.filter((coding, index) => got[index]?.["content-encoding"] === coding).join(", ");
}

function bare(type: string | string[] | undefined): string {
  return String(type).replace(/;.*/, "").toLowerCase();
}

/** The table of docs/deploy.md. */
export function answersTable(names: Readonly<Record<HostName, { name: string }>>): string {
  const hosts = Object.keys(HOST_ANSWERS) as HostName[];
  const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |\n`;
  return [
    row(["", ...hosts.map((host) => names[host].name)]),
    row(["---", ...hosts.map(() => "---")]),
    ...QUESTIONS.map((question) =>
      row([question, ...hosts.map((host) => HOST_ANSWERS[host][question])]),
    ),
    row(["MDN's Observatory", ...hosts.map((host) => HOST_SCORES[host])]),
  ].join("");
}
