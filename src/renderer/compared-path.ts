/** How a path is compared, however Astro writes it: decoded, without closing slash and without the 404 page's ending. */
export function comparedPath(path: string): string {
  const plain = decodeURI(path)
    .replace(/\/$/, "")
    .replace(/^\/404\.html$/, "/404");
  return plain.startsWith("/") ? plain : `/${plain}`;
}
