/** Longest part of an old address in bytes, and longest whole: what file systems and servers take. */
const LONGEST_PART = 200;
const LONGEST_ADDRESS = 1000;

/** An old address as a path below the base, or why nothing can be printed there. */
export type OldAddress = { path: string } | { fault: string; fix: string };

/**
 * Reads an address that something had before: a path below the base, percent-encoded or not.
 *
 * What ends in `.html` or `.htm` is a file of that name; everything else gets a closing slash, because a host
 * shows a page by a folder's index, also where the old system wrote `/story.php`.
 */
export function readOldAddress(written: string): OldAddress {
  if (!/^\/(?!\/)/.test(written)) {
    return {
      fault: "is no address of this publication",
      fix: "Write the path alone, from its first slash: /2019/old-name/.",
    };
  }
  if (/[?#]/.test(written)) {
    return {
      fault: "has a ? or a #, and a bundle of files cannot tell such addresses apart",
      fix: "List it in the rules of your host.",
    };
  }
  const path = decodedPath(written);
  if (path === undefined || /[\u0000-\u001F\u007F\\]/u.test(path)) {
    return {
      fault: "holds a character that no address has",
      fix: "Write it as it stands in the address bar.",
    };
  }
  const parts = path.split("/").filter((part, at, all) => part !== "" || !isEnd(at, all.length));
  if (parts.some((part) => part === "" || part === "." || part === "..")) {
    return { fault: "has an empty part, or one of dots", fix: "Write each part of it once." };
  }
  if (path.length > LONGEST_ADDRESS || parts.some((part) => bytesOf(part) > LONGEST_PART)) {
    return {
      fault: `is longer than ${LONGEST_ADDRESS} characters, or a part of it than ${LONGEST_PART} bytes`,
      fix: "List it in the rules of your host.",
    };
  }
  if (parts.at(-1) === "index.html") parts.pop();
  if (parts.length === 0)
    return { fault: "is the front page", fix: "Remove it: the press prints the front page." };
  const isFile = !written.endsWith("/") && /\.html?$/i.test(parts.at(-1) ?? "");
  return { path: `/${parts.join("/")}${isFile ? "" : "/"}` };
}

function isEnd(at: number, length: number): boolean {
  return at === 0 || at === length - 1;
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}

function decodedPath(written: string): string | undefined {
  try {
    // A slash that is encoded would come out as one that parts.
    return /%2f/i.test(written) ? undefined : decodeURIComponent(written).normalize("NFC");
  } catch {
    return undefined;
  }
}
