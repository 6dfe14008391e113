/** Why a file cannot be a Ghost export, by how it begins: what it is, and what to do. Undefined where it may be one. */
export function wrongFileKind(start: Uint8Array): string | undefined {
  if (start.length === 0) return `The file is empty. The download failed: ${EXPORT_AGAIN}`;
  const packed = SIGNATURES.find(({ bytes }) => bytes.every((byte, at) => start[at] === byte));
  if (packed !== undefined)
    return `The file is ${packed.what}. Unpack it, and give the \`.json\` file in it; its folder \`content\` is what --uploads takes.`;
  if (start.subarray(0, 4).includes(0) || (start[0] === 0xff && start[1] === 0xfe))
    return "The file is in UTF-16. Ghost exports UTF-8. Convert the file, for instance with `iconv -f UTF-16 -t UTF-8`.";
  const text = new TextDecoder("latin1").decode(start).replace(/^ï»¿/, "").trimStart();
  if (text.startsWith("{")) return undefined;
  if (text === "")
    return `The file has nothing but blanks in it. The download failed: ${EXPORT_AGAIN}`;
  if (/^<!doctype\s+html|^<html/i.test(text))
    return `The file is an HTML page, not a Ghost export. Perhaps a sign-in or error page was saved in its place: ${EXPORT_AGAIN}`;
  if (/^<\?xml|^<rss/i.test(text))
    return "The file is XML, not a Ghost export. WordPress exports XML: import it with `import wordpress`.";
  if (text.startsWith("["))
    return `The file is a list, not a Ghost export, which is an object with \`db\` in it: ${EXPORT_AGAIN}`;
  if (/^(?:"?\w+"?,){3}/.test(text) && /\bemail\b/.test(text.split("\n")[0] ?? ""))
    return `The file is a table of members (CSV), not an export of the publication. Members are not imported: ${EXPORT_AGAIN}`;
  return `The file is not JSON. A Ghost export begins with \`{\`: ${EXPORT_AGAIN}`;
}

/** How to get a good file. */
export const EXPORT_AGAIN =
  "in Ghost Admin, choose Settings, Import/Export, Export, and download the content as JSON again.";

const SIGNATURES = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], what: "a zip archive" },
  { bytes: [0x1f, 0x8b], what: "packed with gzip" },
  { bytes: [0x42, 0x5a, 0x68], what: "packed with bzip2" },
  { bytes: [0xfd, 0x37, 0x7a], what: "packed with xz" },
];

/** Why a file cannot be read, by the code of the system. */
export function unreadable(code: string): string {
  if (code === "ENOENT") return "There is no such file. Check its path.";
  if (code === "EISDIR") return "This is a folder. Name the `.json` file in it.";
  if (code === "EACCES") return "You may not read this file. Change its permissions.";
  return `The file cannot be read (${code}). Copy it to this machine, and try again.`;
}
