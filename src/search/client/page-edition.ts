/**
 * Whether the page at this address has been replaced by one that no longer names this one's script, as another version
 * of the press makes it. `false` where the page cannot be fetched, and in development, where scripts keep their names.
 */
export async function isPageReplaced(): Promise<boolean> {
  const script = document.querySelector('script[src*="/_astro/"]')?.getAttribute("src") ?? "";
  try {
    const response = await fetch(location.pathname, { cache: "no-cache" });
    return response.ok && !(await response.text()).includes(script);
  } catch {
    return false;
  }
}
