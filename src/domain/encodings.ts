/** How a file may be packed, by its name in HTTP (`Content-Encoding`, RFC 9110, section 8.4.1). */
export type Encoding = "br" | "gzip";

/** What servers expect at the end of the name of a packed copy that lies beside a file. */
export const COPY_ENDINGS: Readonly<Record<Encoding, string>> = { br: ".br", gzip: ".gz" };

/** All of them, in the order in which copies are made. */
export const ENCODINGS = Object.keys(COPY_ENDINGS) as readonly Encoding[];

/** Whether a text names one of them. */
export function isEncoding(text: unknown): text is Encoding {
  return typeof text === "string" && Object.hasOwn(COPY_ENDINGS, text);
}
