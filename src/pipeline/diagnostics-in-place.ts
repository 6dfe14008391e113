import type { Diagnostic } from "../domain/diagnostic.ts";

/** Adds diagnostics, each in the place of those of another code of the same file: it says more. */
export function addInPlace(
  diagnostics: Diagnostic[],
  added: readonly Diagnostic[],
  code: string,
): void {
  if (added.length === 0) return;
  const files = new Set(added.map(({ file }) => file));
  let kept = 0;
  for (const one of diagnostics) {
    if (one.code === code && files.has(one.file)) continue;
    diagnostics[kept] = one;
    kept += 1;
  }
  diagnostics.length = kept;
  diagnostics.push(...added);
}
