/**
 * A name with each letter and its accents composed to one character (Unicode NFC). Names that differ only in that look
 * the same, and some systems change the one form to the other, so files, data files, tags and fragments are compared in this
 * form. The words that readers see stay as they are written.
 */
export function composed(name: string): string {
  return name.normalize("NFC");
}
