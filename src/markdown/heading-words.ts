/** The words of a heading as its line has them, without the hashes before and behind them (CommonMark, section 4.2). */
export function headingWords(line: string): string {
  return line
    .replace(/^#+/, "")
    .trimEnd()
    .replace(/(?<!#)#+$/, "")
    .trim();
}
