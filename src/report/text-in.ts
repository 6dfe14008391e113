import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Gives the text of a file by its path below `folder`, as it is now, for diagnostics that come file by file: the last one is
 * kept. `undefined` where there is none any more.
 */
export function textIn(folder: string): (file: string) => string | undefined {
  let last: { file: string; text: string | undefined } | undefined;
  return (file) => {
    if (last?.file !== file) last = { file, text: textOrNothing(join(folder, file)) };
    return last.text;
  };
}

function textOrNothing(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
