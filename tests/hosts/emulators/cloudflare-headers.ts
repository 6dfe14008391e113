import { filledIn, matchRule, ruleAddress, rulePattern } from "./cloudflare-rules.ts";

/** A block of a `_headers` file: what it sets, and what it detaches with `! Name`; names in lower case. */
export interface HeaderRule {
  address: string;
  set: ReadonlyMap<string, string>;
  detached: readonly string[];
}

/** How many rules a file may have. */
const MOST_RULES = 100;
/** How many characters a line may have. */
const LONGEST_LINE = 2000;

/**
 * What a `_headers` file says, and each line of it that Cloudflare ignores.
 * See https://developers.cloudflare.com/workers/static-assets/headers/ and, with the same text for Pages,
 * https://developers.cloudflare.com/pages/configuration/headers/.
 */
export function parseHeaders(text: string): { rules: HeaderRule[]; faults: string[] } {
  const blocks: { address: string; set: Map<string, string>; detached: string[] }[] = [];
  let block: (typeof blocks)[number] | undefined;
  const faults: string[] = [];
  for (const [index, raw] of text.split("\n").entries()) {
    const line = raw.trim();
    const fault = (what: string): void => void faults.push(`_headers:${index + 1}: ${what}`);
    if (line === "" || line.startsWith("#")) continue;
    // The documentation counts the space at the beginning too.
    if (raw.length > LONGEST_LINE) {
      fault(`longer than ${LONGEST_LINE} characters`);
      continue;
    }
    if (/^(?:[^\s]+:\/\/|\/)/.test(line)) {
      const read = ruleAddress(line);
      block = "fault" in read ? undefined : { ...read, set: new Map(), detached: [] };
      if ("fault" in read) fault(read.fault);
      else if (rulePattern(read.address) === undefined) {
        fault(`ignored, as it has two * or one placeholder twice: ${line}`);
      }
      if (block !== undefined) blocks.push(block);
      continue;
    }
    const what = headerFault(line);
    if (what !== undefined) fault(what);
    else if (block === undefined) fault(`a header without a path above it: ${line}`);
    else if (line.startsWith("! ")) block.detached.push(line.slice(2).trim().toLowerCase());
    else {
      const name = line.slice(0, line.indexOf(":")).trim().toLowerCase();
      const value = line.slice(line.indexOf(":") + 1).trim();
      const earlier = block.set.get(name);
      block.set.set(name, earlier === undefined ? value : `${earlier}, ${value}`);
    }
  }
  // Rules are kept by their address, so that a later block takes the place of an earlier one.
  const byAddress = new Map<string, HeaderRule>();
  for (const one of blocks) {
    if (one.set.size === 0 && one.detached.length === 0) {
      faults.push(`_headers: no header below ${one.address}`);
      continue;
    }
    if (byAddress.has(one.address)) {
      faults.push(`_headers: a later block replaces the one before it: ${one.address}`);
    }
    byAddress.set(one.address, one);
  }
  if (byAddress.size > MOST_RULES) {
    faults.push(`_headers: ${byAddress.size} rules, of which ${MOST_RULES} are read`);
  }
  return { rules: [...byAddress.values()].slice(0, MOST_RULES), faults };
}

/**
 * The headers of an answer after the rules, in the order of the file: `! Name` takes away what there is so far, a
 * header that no rule has set yet replaces what Cloudflare sends, and one that an earlier rule has set is joined to it.
 */
export function applyHeaders(
  rules: readonly HeaderRule[],
  pathname: string,
  headers: Readonly<Record<string, string>>,
): Record<string, string> {
  const applied = new Map(Object.entries(headers));
  const own = new Set<string>();
  for (const { address, set, detached } of rules) {
    const groups = matchRule(address, pathname);
    if (groups === undefined) continue;
    for (const name of detached) applied.delete(name);
    for (const [name, raw] of set) {
      const value = filledIn(raw, groups);
      const earlier = own.has(name) ? applied.get(name) : undefined;
      applied.set(name, earlier === undefined ? value : `${earlier}, ${value}`);
      own.add(name);
    }
  }
  return Object.fromEntries(applied);
}

/** Headers of which a client understands one value only, so that two joined ones are none. */
const SINGLE = new Set([
  "access-control-allow-origin",
  "cache-control",
  "content-type",
  "cross-origin-opener-policy",
  "etag",
  "referrer-policy",
  "strict-transport-security",
  "x-content-type-options",
  "x-frame-options",
]);

/** Each address at which rules join values of a header that has one value only. */
export function joinedHeaders(
  rules: readonly HeaderRule[],
  pathnames: readonly string[],
): string[] {
  const found: string[] = [];
  for (const pathname of pathnames) {
    const set = new Set<string>();
    for (const rule of rules) {
      if (matchRule(rule.address, pathname) === undefined) continue;
      for (const name of rule.detached) set.delete(name);
      for (const name of rule.set.keys()) {
        if (SINGLE.has(name) && set.has(name)) {
          found.push(`_headers: two values of ${name} are joined for ${pathname}`);
        }
        set.add(name);
      }
    }
  }
  return found;
}

function headerFault(line: string): string | undefined {
  if (!line.includes(":")) {
    return line.startsWith("! ") ? undefined : `neither a path nor a header: ${line}`;
  }
  const name = line.slice(0, line.indexOf(":")).trim();
  if (name === "" || line.slice(line.indexOf(":") + 1).trim() === "") {
    return `a header without name or value: ${line}`;
  }
  return name.includes(" ") ? `a space in the name of a header: ${line}` : undefined;
}
