/**
 * The command that keeps a post of a social network, as it is typed in any shell; of an address that could mean something
 * to one, the place that it has to be written in.
 */
export function keepCall(address?: string): string {
  const isPlain = address !== undefined && /^https?:\/\/[\w\-.~:/?#@&=+%,;]{1,200}$/.test(address);
  return `npx --no-install stet keep "${isPlain ? address : "URL"}"`;
}

/** Whether a text is the address of something on the web. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\//i.test(text.trim());
}
