import { ALT_TO_WRITE } from "../domain/placeholder.ts";

/** A link or a picture as it is written in Markdown; the address alone where there are no words for a link. */
export function linkTo(address: string, words: string, isImage: boolean): string {
  const target = /[\s()]/.test(address) ? `<${address}>` : address;
  if (isImage) return `![${words || ALT_TO_WRITE}](${target})`;
  return words === "" ? address : `[${words}](${target})`;
}
