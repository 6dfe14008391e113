import { parse } from "path-to-regexp";

/** A condition of a rule; those for headers, cookies and hosts are not emulated. */
export interface Condition {
  type: string;
  key: string;
  /** A regular expression; without it, any value will do. */
  value?: string;
}

/** What `vercel.json` may say of headers and addresses; other properties are refused here, as nothing emulates them. */
export interface VercelConfig {
  $schema?: string;
  cleanUrls?: boolean;
  trailingSlash?: boolean;
  headers?: { source: string; headers: { key: string; value: string }[] }[];
  redirects?: {
    source: string;
    has?: Condition[];
    destination: string;
    permanent?: boolean;
    statusCode?: number;
  }[];
  rewrites?: { source: string; destination: string; statusCode?: number }[];
}

const PROPERTIES: Readonly<Record<string, readonly string[]>> = {
  headers: ["source", "headers"],
  redirects: ["source", "has", "destination", "permanent", "statusCode"],
  rewrites: ["source", "destination", "statusCode"],
};

/** Of each of `headers`, `redirects` and `rewrites`; it was 1,024 for a long time. */
const MOST_RULES = 2048;
const LONGEST_PATH = 4096;
const MOST_HEADERS_OF_RULE = 1024;
const LONGEST_VALUE = 32_768;
const REDIRECT_STATUSES = new Set([301, 302, 303, 307, 308]);

interface Rule {
  source: string;
  has?: Condition[];
  destination?: string;
}

/**
 * What Vercel would refuse in `vercel.json`, or what could never apply.
 * See https://vercel.com/docs/project-configuration/vercel-json and, for the limits,
 * https://vercel.com/docs/routing/redirects/configuration-redirects; the limits of headers and rewrites are those of
 * the schema that the first page names.
 */
export function configFaults(config: VercelConfig): string[] {
  const found = Object.keys(config)
    .filter((name) => !["$schema", "cleanUrls", "trailingSlash"].includes(name))
    .filter((name) => PROPERTIES[name] === undefined)
    .map((name) => `${name}: refused, or not emulated`);
  const kinds = {
    headers: config.headers ?? [],
    redirects: config.redirects ?? [],
    rewrites: config.rewrites ?? [],
  };
  for (const [kind, rules] of Object.entries(kinds)) {
    if (rules.length > MOST_RULES) {
      found.push(`${kind}: ${rules.length} rules, of ${MOST_RULES} at most`);
    }
    const seen = new Set<string>();
    for (const [index, rule] of (rules as Rule[]).entries()) {
      const place = `${kind}[${index}]`;
      const unknown = Object.keys(rule).filter((name) => !PROPERTIES[kind]?.includes(name));
      const asked = `${rule.source} ${JSON.stringify(rule.has ?? [])}`;
      const problems = [
        ...unknown.map((name) => `${name} is refused, or not emulated`),
        ...sourceFaults(rule, config),
      ];
      if (kind !== "headers" && seen.has(asked)) {
        problems.push("an earlier rule has the same source");
      }
      seen.add(asked);
      found.push(...problems.map((problem) => `${place}: ${problem}: ${rule.source}`));
    }
  }
  for (const [index, { headers }] of kinds.headers.entries()) {
    const place = `headers[${index}]`;
    if (headers.length > MOST_HEADERS_OF_RULE) found.push(`${place}: more than 1,024 headers`);
    for (const { key, value } of headers) {
      if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(key)) found.push(`${place}: no header: ${key}`);
      if (value.length > LONGEST_VALUE) found.push(`${place}: ${key} is too long`);
    }
  }
  for (const [index, { permanent, statusCode }] of kinds.redirects.entries()) {
    if (permanent !== undefined && statusCode !== undefined) {
      found.push(`redirects[${index}]: refused, as it has both permanent and statusCode`);
    }
    if (statusCode !== undefined && !REDIRECT_STATUSES.has(statusCode)) {
      found.push(`redirects[${index}]: ${statusCode} is not the status of a redirect`);
    }
  }
  return found;
}

function sourceFaults({ source, has = [], destination }: Rule, config: VercelConfig): string[] {
  const found = has.flatMap(conditionFaults);
  if (!source.startsWith("/")) found.push("a source begins with a slash");
  if (source.length > LONGEST_PATH) found.push("a source is longer than 4,096 characters");
  if ((destination ?? "").length > LONGEST_PATH) {
    found.push("a destination is longer than 4,096 characters");
  }
  if (destination !== undefined && /^\/\.well-known(?:\/|$)/.test(source)) {
    found.push("/.well-known is reserved");
  }
  const names = segments(source);
  if (names === undefined) return [...found, "a source that is no pattern of path-to-regexp"];
  const known = [...names, ...has.flatMap(groupNames)];
  for (const name of segments((destination ?? "").replace(/^https?:\/\/[^/]*/, "")) ?? []) {
    if (!known.includes(name)) found.push(`:${name} of the destination is not in the source`);
  }
  if (names.length === 0 && destination !== undefined) found.push(...unreachable(source, config));
  return found;
}

function conditionFaults({ type, value }: Condition): string[] {
  if (type !== "query") return [`a condition that is not emulated: ${type}`];
  try {
    new RegExp(value ?? "", "u");
    return [];
  } catch {
    return [`a condition that is no regular expression: ${value}`];
  }
}

/** What a condition adds to the parts of a source: its named groups or, without a value, its key. */
function groupNames({ key, value }: Condition): string[] {
  if (value === undefined) return [key];
  return [...value.matchAll(/\(\?<([A-Za-z][A-Za-z0-9]*)>/g)].map(([, name = ""]) => name);
}

/** `cleanUrls` and `trailingSlash` redirect before any rule, which then does not see the address that they left. */
function unreachable(source: string, { cleanUrls, trailingSlash }: VercelConfig): string[] {
  if (/[(){}*?+\\]/.test(source)) return [];
  const found: string[] = [];
  if (cleanUrls && /(?:\.html|\/index)\/?$/.test(source)) {
    found.push("never seen, as cleanUrls redirects it first");
  }
  const isFile = /\.\w+$/.test(source);
  const endsWithSlash = source.endsWith("/");
  const isMoved =
    trailingSlash === true ? !endsWithSlash && !isFile : trailingSlash === false && endsWithSlash;
  if (isMoved && source !== "/") found.push("never seen, as trailingSlash redirects it first");
  return found;
}

/** The names of a pattern's segments; undefined for what is no pattern. */
function segments(pattern: string): string[] | undefined {
  try {
    const path = pattern.split(/[?#](?=\w+=|$)/)[0] ?? "";
    return parse(path).flatMap((part) =>
      typeof part === "string" || typeof part.name !== "string" ? [] : [part.name],
    );
  } catch {
    return undefined;
  }
}
