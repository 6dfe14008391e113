import type { ElementContent, Text } from "hast";
import { addNote } from "./conversion.ts";
import type { Conversion } from "./conversion.ts";
import { create, textNode } from "./html-nodes.ts";

/** A bare address; what ends a sentence does not belong to it. */
const ADDRESS = /https?:\/\/[^\s<>"]{0,2000}[^\s<>"'.,;:!?)\]]/g;

/**
 * A text whose bare addresses lead somewhere: Stet makes links of them. Those of the old site at which there will be
 * nothing become code, which is shown as it is.
 */
export function bareAddresses(node: Text, conversion: Conversion): ElementContent[] {
  const { value } = node;
  if (!value.includes("://")) return [node];
  const parts: ElementContent[] = [];
  let end = 0;
  for (const { 0: address, index } of value.matchAll(ADDRESS)) {
    if (!URL.canParse(address) || conversion.context.link(new URL(address)) !== null) continue;
    addNote(
      conversion,
      "lost",
      `An address of what is not in the archive, no longer a link: ${address}`,
    );
    if (index > end) parts.push(textNode(value.slice(end, index)));
    parts.push(create("code", {}, [textNode(address)]));
    end = index + address.length;
  }
  if (end === 0) return [node];
  if (end < value.length) parts.push(textNode(value.slice(end)));
  return parts;
}
