/**
 * A `fetch` that asks the hosts with these origins alone, as the policy of the page has it: Sveltia CMS would also ask
 * how the git host is doing, of a third one. Of an author's account it does not tell where the picture lies, which would
 * be at a fourth; in its place stands a sign.
 */
export function guardedFetch(ask: typeof fetch, origins: readonly string[]): typeof fetch {
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input, document.baseURI);
    const isInside = url.protocol === "blob:" || url.protocol === "data:";
    if (!isInside && !origins.includes(url.origin))
      throw new TypeError(`The editor asks no other host: ${url.origin}`);
    const response = await ask(input, init);
    if (!url.pathname.endsWith("/user") || !response.ok) return response;
    const account = (await response.json()) as Record<string, unknown>;
    return Response.json({ ...account, avatar_url: null }, { status: response.status });
  };
}
