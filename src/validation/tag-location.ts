import type { SourceLocation } from "../domain/source-location.ts";
import { literalPattern } from "../domain/literal-pattern.ts";

/**
 * Where a tag stands in a file, of whose `tags` the key is known: the key itself where it is not written as it is read.
 * Few articles are told of a tag, so no places of tags are kept.
 */
export function tagLocation(text: string, key: SourceLocation, tag: string): SourceLocation {
  const entry = new RegExp(
    `(?<=(?:[[,]|^\\s*-|^\\s)\\s*["']?)${literalPattern(tag)}(?=["']?\\s*(?:[,\\]#]|$))`,
    "u",
  );
  const lines = text.split(/\r?\n/);
  for (let at = key.line - 1; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    // Another key, or the end.
    if (at > key.line - 1 && /^(?!- )[^\s\]]/.test(line)) break;
    const index = entry.exec(line)?.index;
    if (index !== undefined) return { line: at + 1, column: index + 1, length: tag.length };
  }
  return key;
}
