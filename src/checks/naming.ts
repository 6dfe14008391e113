/**
 * How a value of front matter or of a data file is called: `image.src`, entry 2 of `tags`, `note` in entry 1 of
 * `corrections`, `/old/` in `moved`.
 */
export function nameOfPath(path: readonly PropertyKey[]): string {
  const at = path.findLastIndex((part) => typeof part === "number" || !KEY.test(String(part)));
  if (at < 0) return `\`${path.map(String).join(".")}\``;
  const part = path[at];
  const parent = nameOfPath(path.slice(0, at));
  const one = typeof part === "number" ? `entry ${part + 1} of` : `\`${String(part)}\` in`;
  const name = at === 0 ? `\`${String(part)}\`` : `${one} ${parent}`;
  return at === path.length - 1 ? name : `${nameOfPath(path.slice(at + 1))} in ${name}`;
}

/** What a key looks like; other keys are data, such as old addresses. */
const KEY = /^[\p{L}\p{N}_-]+$/u;

/** A text with a capital letter at its beginning. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
