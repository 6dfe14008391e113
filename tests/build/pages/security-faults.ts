import { gunzipSync } from "node:zlib";
import type { Element } from "hast";
import { addressesOfPage, addressesOfStyles, entryTexts, isJsonLd } from "./addresses.ts";
import { elementsOf, property } from "./elements.ts";
import type { Fault } from "./link-faults.ts";

/** Whatever in a file of a bundle could run, restyle, call home or tell of the machine that printed it. */
export function securityFaults(path: string, bytes: Buffer, home: URL): Fault[] {
  const text = plainBytes(bytes).toString("utf8");
  const fault = (cause: string, what: string): Fault => ({ cause, where: `${path}: ${what}` });
  const found = nameFaults(path).map((cause) => fault(cause, ""));
  if (/\.(?:html|svg)$/.test(path)) {
    // A drawing is shown as an image, in a document of its own: what it says of its colours binds no page.
    const faults = markupFaults(elementsOf(text), home).filter(
      ([cause]) => cause !== "<style>" || path.endsWith(".html"),
    );
    found.push(...faults.map(([cause, what]) => fault(cause, what)));
  } else if (path.endsWith(".xml")) {
    for (const entry of entryTexts(text)) {
      const faults = markupFaults(elementsOf(entry), home);
      found.push(...faults.map(([cause, what]) => fault(`entry: ${cause}`, what)));
    }
  }
  if (/\.(?:css|svg)$/.test(path)) {
    for (const { address } of addressesOfStyles(text)) {
      if (isElsewhere(address, home)) found.push(fault("asks another host", address));
    }
  }
  return found;
}

/** The bytes of a file, unpacked where it is packed as Pagefind's are. */
export function plainBytes(bytes: Buffer): Buffer {
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
}

function markupFaults(elements: readonly Element[], home: URL): [cause: string, what: string][] {
  const found: [string, string][] = [];
  for (const element of elements) {
    const { tagName } = element;
    if (tagName === "style") found.push(["<style>", ""]);
    if (tagName === "script" && !isJsonLd(element) && property(element, "src") === undefined) {
      found.push(["inline script", ""]);
    }
    if (/^(?:base|object|embed|applet|frame)$/.test(tagName)) found.push([`<${tagName}>`, ""]);
    for (const name of Object.keys(element.properties)) {
      if (/^(?:style|srcDoc|on[a-z].*|dataAstro.*)$/i.test(name)) found.push([name, tagName]);
    }
  }
  for (const { by, address, loaded } of addressesOfPage(elements)) {
    // Browsers pass over white space and control characters in a scheme (URL, section 4.4).
    const scheme = /^(?:javascript|vbscript|data):/i.exec(address.replace(/[\u0000-\u0020]/g, ""));
    if (scheme !== null) found.push([`${scheme[0].toLowerCase()} address`, by]);
    else if (loaded && isElsewhere(address, home)) {
      found.push(["asks another host", `${by} ${address}`]);
    }
  }
  return found;
}

function isElsewhere(address: string, home: URL): boolean {
  return !URL.canParse(address, home) || new URL(address, home).origin !== home.origin;
}

/** Names that Windows keeps for devices, with any ending. */
const DEVICES = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

/** Longest name of a file that common file systems take, in bytes. */
const LONGEST_NAME = 255;

/** Why hosts, archives or file systems could stumble over a path. */
export function nameFaults(path: string): string[] {
  const names = path.split("/");
  return [
    [
      "name with a sign that addresses or Windows keep",
      /[\u0000-\u001f\u007f\\:*?"<>|#%&;]/.test(path),
    ],
    ["name that is not in NFC", path !== path.normalize("NFC")],
    [
      "name with a blank or a dot at its end, or a blank or hyphen first",
      names.some((name) => /^[\s-]|[\s.]$/.test(name)),
    ],
    ["empty name", names.includes("")],
    ["name of a device", names.some((name) => DEVICES.test(name))],
    ["name that is too long", names.some((name) => Buffer.byteLength(name) > LONGEST_NAME)],
  ].flatMap(([cause, is]) => (is === true ? [String(cause)] : []));
}

/** Paths that one file system would take for one: equal but for the case of letters. */
export function sameNames(paths: Iterable<string>): string[] {
  const byFolded = Map.groupBy(paths, (path) => path.normalize("NFKC").toLowerCase());
  return [...byFolded.values()].filter((same) => same.length > 1).map((same) => same.join(" = "));
}

/** Pagefind's own program, as its makers published it: it names folders of the machine that compiled it. */
const COMPILED_ELSEWHERE = /^pagefind\/wasm\.[\w-]+\.pagefind$/;

/** Where people and machines keep checkouts. */
const LOCAL_PATH =
  /file:\/\/[\w./-]*|(?<![\w.~-])(?:\/(?:work|home|root|tmp|Users|private|builds?)\/[\w.][\w./-]*|[A-Z]:\\(?:Users|work)\\\w*)/g;

/**
 * Paths of the machine that printed a bundle, as they stand in one of its files: the folders of the build, and
 * whatever looks like a local path but for those that the publication's own texts, `said`, speak of.
 */
export function placeFaults(
  path: string,
  bytes: Buffer,
  { places, said }: { places: readonly string[]; said: string },
): Fault[] {
  const text = plainBytes(bytes).toString("utf8");
  const found = places
    .filter((folder) => text.includes(folder))
    .map((folder) => ({ cause: "names a folder of the build", where: `${path}: ${folder}` }));
  if (COMPILED_ELSEWHERE.test(path)) return found;
  for (const [local] of text.matchAll(LOCAL_PATH)) {
    if (!said.includes(local))
      found.push({ cause: "names a local path", where: `${path}: ${local}` });
  }
  return found;
}
