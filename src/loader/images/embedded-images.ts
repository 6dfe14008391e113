import type { ImageHeader } from "./decode-memory.ts";
import { XmlError, xmlParts } from "./xml-scan.ts";

/** A picture within a drawing, as the address of an element holds it (RFC 2397). */
const DATA = /^\s*data:image\/[^,]*,/i;

/**
 * What is known before it is drawn of the pictures that a drawing holds itself. Whatever draws it decodes each as a whole,
 * however small the drawing. What is no picture is left out, as those who draw leave it out.
 */
export async function embeddedHeaders(svg: Uint8Array): Promise<ImageHeader[]> {
  const files = embeddedImages(svg);
  if (files.length === 0) return [];
  const { default: sharp } = await import("sharp");
  const headers: ImageHeader[] = [];
  for (const file of files) {
    try {
      headers.push(await sharp(file, { limitInputPixels: false }).metadata());
    } catch {
      continue;
    }
  }
  return headers;
}

/** The files of the pictures that a drawing holds; none where it is not sound XML. */
function embeddedImages(svg: Uint8Array): Buffer[] {
  const source = Buffer.from(svg.buffer, svg.byteOffset, svg.byteLength).toString("utf8");
  const found: Buffer[] = [];
  try {
    for (const part of xmlParts(source)) {
      if (part.kind !== "open") continue;
      for (const [name, value] of part.attributes)
        if (/(?:^|:)href$/i.test(name) && DATA.test(value)) found.push(dataOf(value));
    }
  } catch (error) {
    if (!(error instanceof XmlError)) throw error;
  }
  return found;
}

function dataOf(address: string): Buffer {
  const comma = address.indexOf(",");
  const data = address.slice(comma + 1);
  if (/;\s*base64\s*$/i.test(address.slice(0, comma))) return Buffer.from(data, "base64");
  return Buffer.from(
    data.replaceAll(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    "latin1",
  );
}
