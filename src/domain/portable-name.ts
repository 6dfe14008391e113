import { holdsUnprintable } from "./characters.ts";

/** What file systems take: bytes of one name. */
const LONGEST_NAME = 255;

/** Names of devices on Windows, whatever follows behind a dot. */
const DEVICES =
  /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d\u00B9\u00B2\u00B3]) *(?:\.|$)/i;

/** First parts of addresses that hosts answer themselves: Cloudflare, Vercel, Firebase and App Engine. */
const HOSTS_OWN: ReadonlySet<string> = new Set(["cdn-cgi", "_vercel", "__", "_ah"]);

/** Whether a name is kept for a device by Windows, where no file can be called so. */
export function isDeviceName(name: string): boolean {
  return DEVICES.test(name);
}

/** Whether hosts answer what lies below this first part of an address, whatever the bundle holds there. */
export function isHostsOwn(name: string): boolean {
  return HOSTS_OWN.has(name.toLowerCase());
}

/**
 * Why a file or folder cannot be called so on every system and host, as the end of a sentence that begins with its
 * name; undefined where it can.
 */
export function nameFault(name: string): string | undefined {
  if (name.includes("\\"))
    return "has a backslash, which separates folders in addresses and on Windows";
  if (/[\t\n\r]/.test(name)) return "has a line break or a tab in it";
  if (holdsUnprintable(name)) return "has a control character in it";
  const sign = /[<>:"|?*]/.exec(name)?.[0];
  if (sign !== undefined) return `has a \`${sign}\`, which Windows does not allow in names`;
  if (/[\s.]$/.test(name)) return "ends with a dot or a space, which Windows and some hosts remove";
  if (isDeviceName(name)) return "is reserved for a device by Windows";
  const bytes = new TextEncoder().encode(name).length;
  if (bytes > LONGEST_NAME)
    return `has ${bytes} bytes, but file systems allow at most ${LONGEST_NAME}`;
  return undefined;
}

/** The name most like this one that every system and host takes. */
export function portableName(name: string): string {
  const plain = name
    .replace(/[\u0000-\u001F\u007F\\<>:"|?*]+/g, "-")
    .toWellFormed()
    .replace(/(?<![\s.])[\s.]+$/, "");
  const at = plain.lastIndexOf(".");
  const ending = at > 0 ? plain.slice(at) : "";
  const stem = plain.slice(0, plain.length - ending.length);
  const short = nameFault(plain) === undefined ? stem : shortened(stem);
  return `${isDeviceName(short) || short === "" ? `file-${short}` : short}${ending}`;
}

/** As much of a name as leaves room for an ending. */
function shortened(stem: string): string {
  let kept = "";
  for (const sign of stem) {
    if (new TextEncoder().encode(kept + sign).length > LONGEST_NAME - 55) break;
    kept += sign;
  }
  return kept;
}
