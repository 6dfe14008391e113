import { EMULATED_ORIGIN, escapePattern } from "./emulated-host.ts";

/**
 * The pattern of a rule's address: one `*`, as `:splat`, is anything; `:name` is a segment, and in a host what is
 * between dots. Undefined if a name occurs twice, which makes Cloudflare leave the rule out without a word.
 * See https://developers.cloudflare.com/workers/static-assets/headers/#match-a-path.
 */
export function rulePattern(address: string): RegExp | undefined {
  const host = /^https:\/\/[^/]*/.exec(address)?.[0] ?? "";
  const text = withGroups(host, "[^/.]+") + withGroups(address.slice(host.length), "[^/]+");
  try {
    return new RegExp(`^${text}$`, "u");
  } catch {
    return undefined;
  }
}

/** What an address or the value of a header is with what a rule's pattern matched. */
export function filledIn(
  text: string,
  groups: Readonly<Record<string, string | undefined>>,
): string {
  return text.replace(/:([A-Za-z]\w*)/g, (whole, name: string) => groups[name] ?? whole);
}

/** What a rule's pattern matched in a request, whose path is encoded; rules with a host see that too. */
export function matchRule(
  address: string,
  pathname: string,
): Record<string, string | undefined> | undefined {
  const host = new URL(EMULATED_ORIGIN).host;
  const requested = address.startsWith("https://") ? `https://${host}${pathname}` : pathname;
  const match = rulePattern(address)?.exec(requested);
  return match ? { ...match.groups } : undefined;
}

/** An address of a rule as Cloudflare compares it, with its path percent-encoded; or what is wrong with it. */
export function ruleAddress(address: string): { address: string } | { fault: string } {
  const absolute = /^(https:\/\/([^/]+))(\/.*)?$/.exec(address);
  if (absolute !== null) {
    const [, origin = "", host = "", path = "/"] = absolute;
    if (/:\d+$/.test(host)) return { fault: `a port in an address: ${address}` };
    return { address: origin + encodedPath(path) };
  }
  if (!address.startsWith("/")) {
    return { fault: `an address begins with a slash or https:// : ${address}` };
  }
  return { address: encodedPath(address) };
}

function encodedPath(path: string): string {
  return new URL(`https://host${path}`).pathname;
}

function withGroups(text: string, segment: string): string {
  return text
    .split(/(\*|:[A-Za-z]\w*)/)
    .map((part) => {
      if (part === "*") return "(?<splat>.*)";
      return /^:[A-Za-z]/.test(part) ? `(?<${part.slice(1)}>${segment})` : escapePattern(part);
    })
    .join("");
}
