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

/** Why an address leads nowhere, whatever there is in the world; `undefined` for one that may lead somewhere. */
export function whyNowhere(address: string): string | undefined {
  const href = address.trim();
  if (href === "") return "is missing";
  const shown = href.length > 60 ? `${href.slice(0, 59)}…` : href;
  if (/^(?:mailto|tel|sms):$/i.test(href)) return `is \`${shown}\` alone`;
  if (/^https?:\/?(?!\/)/i.test(href))
    return `is \`${shown}\`, where two slashes belong behind the colon`;
  const whole = href.startsWith("//") ? `https:${href}` : href;
  if (!/^https?:/i.test(whole) || URL.canParse(whole)) return undefined;
  return `is \`${shown}\`, which no browser can follow`;
}
