import { decodePath, EMULATED_ORIGIN, escapePattern } from "./emulated-host.ts";

/** A line of a `_redirects` file. */
export interface RedirectRule {
  line: number;
  from: string;
  /** Parameters that a request has to have, each with its value or, behind a colon, a placeholder: `id=:id`. */
  parameters: readonly [name: string, value: string][];
  to: string;
  status: number;
  /** Whether it applies although a file has that address: `301!`. */
  isForced: boolean;
}

interface ParsedRedirects {
  rules: RedirectRule[];
  faults: string[];
}

/** From here on, the documentation advises other means, as a deploy might fail. */
const MANY_RULES = 10_000;

/**
 * The statuses that are documented. An earlier edition of the documentation says that 301, 302 and 303 redirect and
 * that a page is sent with any other: so a 410 has the text of the rule's target. 307 is said to be unsupported.
 */
const STATUSES = new Set([200, 301, 302, 404, 410]);

/**
 * What a `_redirects` file says, and each line of it that Netlify refuses, ignores or cannot follow.
 * See https://docs.netlify.com/manage/routing/redirects/overview/ and
 * https://docs.netlify.com/manage/routing/redirects/redirect-options/.
 */
export function parseRedirects(text: string): ParsedRedirects {
  const rules: RedirectRule[] = [];
  const faults: string[] = [];
  const seen = new Map<string, number>();
  for (const [index, raw] of text.split("\n").entries()) {
    const line = index + 1;
    const fault = (what: string): void => void faults.push(`_redirects:${line}: ${what}`);
    const all = raw.trim().split(/\s+/);
    const comment = all.findIndex((token) => token.startsWith("#"));
    const [from = "", ...rest] = comment === -1 ? all : all.slice(0, comment);
    const start = rest.findIndex((token) => !/^[^/:=]+=./.test(token));
    const [to, status = "301", ...more] = start === -1 ? [] : rest.slice(start);
    const parameters = rest
      .slice(0, start === -1 ? undefined : start)
      .map((token): [string, string] => splitAt(token, "="));
    if (from === "") continue;
    if (to === undefined) {
      fault(`no target: ${raw.trim()}`);
      continue;
    }
    if (!/^(?:\/|https?:\/\/)/.test(to)) {
      fault(`no target that begins with / or http: ${to}`);
      continue;
    }
    if (more.length > 0) fault(`conditions are not emulated: ${more.join(" ")}`);
    if (!/^\d{3}!?$/.test(status)) {
      fault(`no status: ${status}`);
      continue;
    }
    const rule = {
      line,
      from,
      parameters,
      to,
      status: Number(status.slice(0, 3)),
      isForced: status.endsWith("!"),
    };
    for (const what of ruleFaults(rule)) fault(what);
    const names = parameters.map(([name]) => name).sort();
    const asked = [withoutSlash(from), ...names].join(" ");
    const earlier = seen.get(asked);
    if (earlier !== undefined) fault(`never reached, as line ${earlier} is for the same path`);
    else seen.set(asked, line);
    rules.push(rule);
  }
  if (rules.length >= MANY_RULES) {
    faults.push(`_redirects: ${rules.length} rules: from ${MANY_RULES} on, a deploy might fail`);
  }
  return { rules, faults };
}

/**
 * The first rule that matches a request, read from the top, and its target.
 *
 * Left open by the documentation, and assumed: parameters besides those of a rule do not matter; of one that is repeated the
 * first counts; one that is empty is none; a value stands in the target as it was sent.
 */
export function matchRedirect(
  rules: readonly RedirectRule[],
  pathname: string,
  search: string,
): { rule: RedirectRule; target: string } | undefined {
  for (const rule of rules) {
    const groups = pattern(rule.from).exec(pathname)?.groups;
    const values = parameterValues(rule, search);
    if (groups !== undefined && values !== undefined)
      return { rule, target: filled(rule.to, { ...groups, ...values }) };
  }
  return undefined;
}

/** What the placeholders of a rule's parameters stand for in a query; undefined for one that lacks a parameter. */
function parameterValues(
  { parameters }: RedirectRule,
  search: string,
): Record<string, string> | undefined {
  const asked = search
    .slice(1)
    .split("&")
    .map((pair) => splitAt(pair, "="));
  const values: Record<string, string> = {};
  for (const [name, wanted] of parameters) {
    const value = asked.find(([one]) => one === name)?.[1] ?? "";
    if (value === "" || (!wanted.startsWith(":") && value !== wanted)) return undefined;
    if (wanted.startsWith(":")) values[wanted.slice(1)] = value;
  }
  return values;
}

function splitAt(text: string, sign: string): [before: string, after: string] {
  const at = text.indexOf(sign);
  return at === -1 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}

/** Rules are compared with requests as if neither ended with a slash: no rule adds or removes one. */
function withoutSlash(path: string): string {
  return path.length > 1 && path.endsWith("/") ? path.slice(0, -1) : path;
}

/**
 * `:name` is one segment; `*`, which only stands at the end, all others, or none. Letter case counts, and paths are
 * compared as they are sent, percent-encoded.
 */
function pattern(from: string): RegExp {
  const path = withoutSlash(from.startsWith(`${EMULATED_ORIGIN}/`) ? new URL(from).pathname : from);
  let text = "^(?<matched>)";
  for (const part of path.split("/").slice(1)) {
    if (part === "*") text += "(?:/(?<splat>.*))?";
    else if (/^:\w+$/.test(part)) text += `/(?<${part.slice(1)}>[^/]+)`;
    else text += `/${escapePattern(part)}`;
  }
  // What a splat matches keeps its slash.
  return new RegExp(`${text}/?$`, "u");
}

function filled(target: string, groups: Readonly<Record<string, string | undefined>>): string {
  return target.replace(/:([A-Za-z]\w*)/g, (whole, name: string) =>
    name in groups ? (groups[name] ?? "") : whole,
  );
}

function ruleFaults({ from, parameters, to, status }: RedirectRule): string[] {
  const faults: string[] = [];
  const path = /^https?:\/\/[^/]*(.*)$/.exec(from)?.[1] ?? from;
  if (!path.startsWith("/")) faults.push(`a path begins with a slash: ${from}`);
  if (path.startsWith("/.netlify")) faults.push(`reserved by Netlify: ${from}`);
  if (path.includes("?") || path.includes("#")) faults.push(`a query or a fragment in ${from}`);
  if (path.includes("*") && !/^[^*]*\/\*$/.test(path)) {
    faults.push(`a * that is not the last segment of the path: ${from}`);
  }
  if (/[^/]:/.test(path)) faults.push(`a placeholder that does not begin a segment: ${from}`);
  if (encodeURI(decodePath(path) ?? "") !== path && !/%/.test(path)) {
    faults.push(`characters that must be percent-encoded: ${from}`);
  }
  if (!STATUSES.has(status)) faults.push(`not among the documented statuses: ${status}`);
  if (status === 200 && /^https?:/.test(to)) faults.push(`a proxy is not emulated: ${to}`);
  const known = new Set([...path.matchAll(/:([A-Za-z]\w*)/g)].map(([, name]) => name));
  for (const [, value] of parameters) known.add(value.replace(/^:/, ""));
  if (path.endsWith("/*")) known.add("splat");
  const address = to.replace(/^https?:\/\/[^/]*/, "");
  for (const [, name] of address.matchAll(/:([A-Za-z]\w*)/g)) {
    if (!known.has(name)) faults.push(`:${name} of the target is not in the path: ${from}`);
  }
  if (withoutSlash(path) === withoutSlash(to) && status >= 300 && status < 400) {
    faults.push(`redirects to itself, as a slash at the end makes no difference: ${from}`);
  }
  return faults;
}
