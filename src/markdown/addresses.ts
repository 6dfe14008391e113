import { editDistance } from "../domain/nearest-name.ts";

/** What an address may do to a reader who follows or loads it. */
export type AddressKind = "plain" | "script" | "unknown-scheme";

const SCRIPT_SCHEMES = new Set([
  "javascript",
  "vbscript",
  "livescript",
  "mocha",
  "jscript",
  "data",
]);

const KNOWN_SCHEMES = new Set(
  (
    "http https mailto tel sms ftp ftps sftp ssh git irc ircs xmpp matrix news nntp webcal geo magnet feed " +
    "gopher gemini doi urn bitcoin skype whatsapp tg signal facetime callto maps itms itms-apps market"
  ).split(" "),
);

/**
 * Tells an address that would run code from one that is safe to publish. White space and control
 * characters are taken out first, as browsers do before they look for a scheme (WHATWG URL 4.4).
 */
export function addressKind(address: string): AddressKind {
  const scheme = schemeOf(address);
  if (scheme === undefined) return "plain";
  if (SCRIPT_SCHEMES.has(scheme)) return "script";
  return KNOWN_SCHEMES.has(scheme) ? "plain" : "unknown-scheme";
}

/** The scheme of an address in lower case, or `undefined` for a relative one. */
function schemeOf(address: string): string | undefined {
  const bare = address.replace(/[\p{Cc}\p{Cf}\p{Z}]/gu, "");
  return /^([a-z][a-z0-9+.-]*):/i.exec(bare)?.[1]?.toLowerCase();
}

/** Whether an address leads to another host. */
export function isRemote(address: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(address.trim());
}

/** Why an address leads nowhere, and the address that is meant where it can be told. */
export interface Nowhere {
  why: "missing" | "scheme-alone" | "slashes" | "unreadable";
  meant?: string;
}

/** Why an address leads nowhere, whatever there is in the world; `undefined` for one that may lead somewhere. */
export function whyNowhere(address: string): Nowhere | undefined {
  const href = address.trim();
  if (href === "") return { why: "missing" };
  if (/^(?:mailto|tel|sms):$/i.test(href)) return { why: "scheme-alone" };
  if (/^https?:\/?(?!\/)/i.test(href)) {
    const meant = href.replace(/^(https?:)\/?/i, "$1//");
    return { why: "slashes", ...(URL.canParse(meant) ? { meant } : {}) };
  }
  const whole = href.startsWith("//") ? `https:${href}` : href;
  if (!/^https?:/i.test(whole) || URL.canParse(whole)) return undefined;
  return { why: "unreadable" };
}

/** An address whose scheme is misspelt, with the one that is meant; `undefined` where that cannot be told. */
export function schemeMended(address: string): string | undefined {
  const [, scheme = "", rest = ""] = /^\s*([a-z][a-z0-9+.-]*):(\S*)\s*$/i.exec(address) ?? [];
  if (rest.startsWith("//")) {
    const near = ["https", "http"].find((one) => editDistance(scheme.toLowerCase(), one) === 1);
    return near === undefined ? undefined : `${near}:${rest}`;
  }
  return /^[^\s/@]+@[^\s/@]+\.[a-z]{2,}$/i.test(rest) ? `mailto:${rest}` : undefined;
}

/** The name of the file of the author's own machine that an address leads to; `undefined` for other addresses. */
export function ownFile(address: string): string | undefined {
  if (!/^\s*(?:file:|[a-z]:[\\/]|[a-z]:%5c)/i.test(address)) return undefined;
  const name = address
    .trim()
    .split(/[\\/]|%5c/i)
    .at(-1);
  return name === "" ? undefined : name;
}

/** The host that an address leads to, by which a link can be called; the address itself where it has none. */
export function hostOf(address: string): string {
  return /^(?:https?:)?\/\/(?:www\.)?([^/?#\s]+)/i.exec(address)?.[1] ?? address;
}
