import { hasFile } from "./emulated-host.ts";
import type { BundleFiles } from "./emulated-host.ts";

/** What a path leads to: a file of the bundle, another path, or nothing. */
export type Found = { file: string } | { redirect: string } | undefined;

/**
 * What Cloudflare Pages has at a decoded path: the page `/a` is `a.html`, the page `/a/` is `a/index.html`, and other
 * spellings of them are redirected.
 * See https://developers.cloudflare.com/pages/configuration/serving-pages/#route-matching; where that is silent, as
 * Cloudflare's published code for Pages does it.
 */
export function pagesFile(files: BundleFiles, path: string): Found {
  const has = (one: string): boolean => hasFile(files, one);
  if (path.endsWith("/")) {
    if (has(`${path}index.html`)) return { file: `${path}index.html`.slice(1) };
    if (path.endsWith("/index/")) return { redirect: path.slice(0, -"index/".length) };
    return has(`${path.slice(0, -1)}.html`) ? { redirect: path.slice(0, -1) } : undefined;
  }
  if (has(path)) {
    if (!path.endsWith(".html")) return { file: path.slice(1) };
    const bare = path.slice(0, -".html".length);
    if (bare.endsWith("/index")) return { redirect: bare.slice(0, -"index".length) };
    return has(bare) || bare === "/" ? { file: path.slice(1) } : { redirect: bare };
  }
  if (path.endsWith("/index")) return { redirect: path.slice(0, -"index".length) };
  if (has(`${path}.html`)) return { file: `${path}.html`.slice(1) };
  return has(`${path}/index.html`) ? { redirect: `${path}/` } : undefined;
}

/**
 * What Workers have at a decoded path with `html_handling: "auto-trailing-slash"`, which is the default.
 * See https://developers.cloudflare.com/workers/static-assets/routing/advanced/html-handling/.
 */
export function workersFile(files: BundleFiles, path: string): Found {
  const has = (one: string): boolean => hasFile(files, one);
  // Two files can claim one address: then the one that is named exactly has it, and none is redirected there.
  const moved = (file: string, to: string): Found =>
    has(file) && !has(to) && to !== path ? { redirect: to } : undefined;
  const page = (folder: string): Found =>
    moved(`${folder}/index.html`, `${folder}/`) ?? moved(`${folder}.html`, folder);
  if (path.endsWith("/index") && !has(path)) {
    const found = page(path.slice(0, -"/index".length));
    if (found !== undefined) return found;
  } else if (path.endsWith("/index.html")) {
    const found = page(path.slice(0, -"/index.html".length));
    if (found !== undefined) return found;
  } else if (path.endsWith("/")) {
    if (has(`${path}index.html`)) return { file: `${path}index.html`.slice(1) };
    const found = moved(`${path.slice(0, -1)}.html`, path.slice(0, -1));
    if (found !== undefined) return found;
  } else if (path.endsWith(".html")) {
    const bare = path.slice(0, -".html".length);
    const found = moved(path, bare) ?? moved(`${bare}/index.html`, `${bare}/`);
    if (found !== undefined) return found;
  }
  if (has(path)) return { file: path.slice(1) };
  if (has(`${path}.html`)) return { file: `${path}.html`.slice(1) };
  return moved(`${path}/index.html`, `${path}/`);
}

/** The `404.html` that is nearest to a path, in its folder or one above it. */
export function notFoundPage(files: BundleFiles, path: string): string | undefined {
  let folder = path;
  while (folder !== "") {
    folder = folder.slice(0, folder.lastIndexOf("/"));
    if (hasFile(files, `${folder}/404.html`)) return `${folder}/404.html`.slice(1);
  }
  return undefined;
}
