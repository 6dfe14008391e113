import { withSignature } from "./index-format.ts";

/**
 * The bytes, before they are packed, of the file of what results show of a page. The engine reads it in the place of
 * Pagefind's own, of which it wants to have `content` and `anchors`.
 */
export function fragmentFile(record: object): Uint8Array<ArrayBuffer> {
  const file = JSON.stringify({ ...record, content: "", anchors: [] });
  return withSignature([new TextEncoder().encode(file)]);
}
