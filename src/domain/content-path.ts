/**
 * Stands before paths below the content folder in what is told of a file, until it is known where that folder lies for
 * who reads it. Diagnostics are cached, and the same cache may serve publications in other folders. No text of an author
 * holds this noncharacter (U+FDD0), which Unicode keeps for such uses.
 */
const CONTENT_FOLDER = "\uFDD0";

/** The path of a file below the content folder, for a message: it is shown as people type it, `content/authors/ada.yaml`. */
export function inContent(path: string): string {
  return CONTENT_FOLDER + path;
}

/** A message with the paths in it as they are shown: after `prefix`, such as `content/`. */
export function withContentFolder(message: string, prefix: string): string {
  return message.replaceAll(CONTENT_FOLDER, prefix);
}
