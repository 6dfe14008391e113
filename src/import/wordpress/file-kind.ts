import { ArchiveError } from "../archive.ts";

/** Why a file cannot be a WordPress export, by how it begins: what it is, and what to do. Undefined where it may be one. */
export function wrongFileKind(start: Uint8Array): { what: string; remedy: string } | undefined {
  if (start.length === 0)
    return { what: "The file is empty", remedy: `The download failed: ${EXPORT_AGAIN}` };
  const signature = SIGNATURES.find(({ bytes }) => bytes.every((byte, at) => start[at] === byte));
  if (signature !== undefined) return signature;
  if (start.subarray(0, 4).includes(0)) return UTF_16;
  const text = new TextDecoder("latin1").decode(start).replace(/^ï»¿/, "").trimStart();
  if (/^[{[]/.test(text))
    return {
      what: "The file is JSON, not a WordPress export",
      remedy: `Ghost exports JSON; WordPress exports XML: ${EXPORT_AGAIN}`,
    };
  if (/^<!doctype\s+html|^<html/i.test(text))
    return {
      what: "The file is an HTML page, not a WordPress export",
      remedy: `Perhaps a sign-in or error page was saved in its place: ${EXPORT_AGAIN}`,
    };
  if (!text.startsWith("<"))
    return {
      what: text === "" ? "The file has nothing but blanks in it" : "The file is not XML",
      remedy: `A WordPress export begins with \`<?xml\`: ${EXPORT_AGAIN}`,
    };
  const encoding = /^<\?xml[^>]{0,80}?\sencoding\s{0,9}=\s{0,9}["']([\w.:-]+)/.exec(text)?.[1];
  if (encoding !== undefined && !/^(?:utf-?8|us-ascii|ascii)$/i.test(encoding))
    return {
      what: `The file says that its encoding is ${encoding}`,
      remedy: `Stet reads UTF-8. Convert the file, for instance with \`iconv -f ${encoding} -t UTF-8\`, and write encoding="UTF-8" in its first line.`,
    };
  return undefined;
}

/** How to get a good file. */
export const EXPORT_AGAIN =
  "in the WordPress admin, choose Tools, Export, All content, and download the file again.";

const UTF_16 = {
  what: "The file is in UTF-16",
  remedy:
    'Stet reads UTF-8. Convert the file, for instance with `iconv -f UTF-16 -t UTF-8`, and write encoding="UTF-8" in its first line.',
};

const UNPACK = "Unpack it, and give the `.xml` files in it.";

const SIGNATURES = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], what: "The file is a zip archive", remedy: UNPACK },
  { bytes: [0x1f, 0x8b], what: "The file is packed with gzip", remedy: UNPACK },
  { bytes: [0x42, 0x5a, 0x68], what: "The file is packed with bzip2", remedy: UNPACK },
  { bytes: [0xfd, 0x37, 0x7a], what: "The file is packed with xz", remedy: UNPACK },
  { bytes: [0xff, 0xfe], ...UTF_16 },
  { bytes: [0xfe, 0xff], ...UTF_16 },
];

/** What to say of a file that the system does not let us read; undefined for errors of other kinds. */
export function unreadableFile(file: string, error: unknown): ArchiveError | undefined {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (typeof code !== "string") return undefined;
  const what = UNREADABLE[code] ?? `The file cannot be read (${code}). Copy it to this machine.`;
  return new ArchiveError(`${file}: ${what}`);
}

const UNREADABLE: Readonly<Record<string, string>> = {
  ENOENT: "There is no such file. Check its path.",
  EISDIR: "This is a folder. Name the `.xml` files in it.",
  EACCES: "You may not read this file. Change its permissions.",
};
