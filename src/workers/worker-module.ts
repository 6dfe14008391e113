/**
 * Address of a module that another process loads, beside the module at `url`: `name` is its file without the ending,
 * which is that of both. Stet is TypeScript in a checkout and JavaScript in an installed package.
 */
export function moduleBeside(url: string, name: string): string {
  return new URL(`./${name}${/\.[a-z]+$/.exec(url)?.[0] ?? ""}`, url).href;
}
