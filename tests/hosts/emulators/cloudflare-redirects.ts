import { filledIn, matchRule, ruleAddress, rulePattern } from "./cloudflare-rules.ts";

/** A line of a `_redirects` file. */
export interface RedirectRule {
  line: number;
  from: string;
  to: string;
  status: number;
}

const MOST_STATIC = 2000;
/** Rules with `*` or placeholders, and all that follow the first of them. */
const MOST_DYNAMIC = 100;
/** The documented number of characters; Cloudflare's own parser takes 2,000. */
const LONGEST_LINE = 1000;
const STATUSES = new Set(["200", "301", "302", "303", "307", "308"]);

/**
 * What a `_redirects` file says, and each line of it that Cloudflare ignores.
 * See https://developers.cloudflare.com/workers/static-assets/redirects/ and, with the same text for Pages,
 * https://developers.cloudflare.com/pages/configuration/redirects/.
 */
export function parseRedirects(text: string): { rules: RedirectRule[]; faults: string[] } {
  const rules: RedirectRule[] = [];
  const faults: string[] = [];
  const seen = new Set<string>();
  const counts = { static: 0, dynamic: 0 };
  for (const [index, raw] of text.split("\n").entries()) {
    const fault = (what: string): void => void faults.push(`_redirects:${index + 1}: ${what}`);
    const line = raw.trim();
    if (line === "" || line.startsWith("#")) continue;
    if (raw.length > LONGEST_LINE) {
      fault(`longer than ${LONGEST_LINE} characters`);
      continue;
    }
    const tokens = line.split(/\s+/);
    const comment = tokens.findIndex((token, at) => at >= 2 && token.startsWith("#"));
    const [source = "", to, status = "302", ...more] =
      comment === -1 ? tokens : tokens.slice(0, comment);
    if (to === undefined || more.length > 0) {
      fault(`not a path, a target and a status: ${line}`);
      continue;
    }
    const what = lineFault(source, to, status);
    if (what !== undefined) {
      fault(what);
      continue;
    }
    const read = ruleAddress(source);
    if ("fault" in read) continue;
    const from = read.address;
    if (seen.has(from)) {
      fault(`ignored, as an earlier line is for the same path: ${source}`);
      continue;
    }
    seen.add(from);
    const isDynamic = /\*|:[A-Za-z]/.test(from);
    if (!isDynamic && counts.dynamic > 0) fault(`counts as dynamic, as one is above it: ${source}`);
    const kind = isDynamic || counts.dynamic > 0 ? "dynamic" : "static";
    counts[kind] += 1;
    const most = kind === "static" ? MOST_STATIC : MOST_DYNAMIC;
    if (counts[kind] > most) {
      fault(`ignored, as there are more than ${most} ${kind} rules`);
      continue;
    }
    rules.push({ line: index + 1, from, to, status: Number(status) });
  }
  return { rules, faults };
}

/** The first rule that matches a request, and its target. */
export function matchRedirect(
  rules: readonly RedirectRule[],
  pathname: string,
): { status: number; target: string } | undefined {
  for (const { from, to, status } of rules) {
    const groups = matchRule(from, pathname);
    // Slashes that follow each other, as those of an empty splat, become one.
    if (groups !== undefined) {
      const target = filledIn(to, groups);
      return { status, target: /^\w+:/.test(target) ? target : target.replace(/\/+/g, "/") };
    }
  }
  return undefined;
}

function lineFault(source: string, to: string, status: string): string | undefined {
  if (/^https?:/.test(source)) return `a redirect of another host: ${source}`;
  const from = ruleAddress(source);
  if ("fault" in from) return from.fault;
  if (rulePattern(from.address) === undefined) {
    return `ignored, as it has two * or one placeholder twice: ${source}`;
  }
  if (!STATUSES.has(status)) return `none of the statuses 200, 301, 302, 303, 307, 308: ${status}`;
  if (!/^(?:\/|https:\/\/)/.test(to)) return `a target begins with a slash or https:// : ${to}`;
  if (status === "200" && !to.startsWith("/")) return `a proxy of another host: ${to}`;
  const loops = /\/\*$/.test(source) || source.endsWith("/");
  if (loops && to.startsWith("/") && /\/index(?:\.html)?$/.test(to)) {
    return `ignored, as the target is redirected back: ${source}`;
  }
  return undefined;
}
