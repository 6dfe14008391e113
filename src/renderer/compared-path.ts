/** How a path is compared, however Astro writes it: decoded, without closing slash and without the 404 page's ending. */
export function comparedPath(path: string): string {
  const plain = decoded(path)
    .replace(/\/$/, "")
    .replace(/^\/404\.html$/, "/404");
  return plain.startsWith("/") ? plain : `/${plain}`;
}

/** A percent sign of a path that is not encoded may stand for itself. */
function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
