import { hash } from "node:crypto";

/** Digest of plain data: equal data, equal digests. */
export function digest(value: unknown): string {
  return hash("sha256", JSON.stringify(value), "base64url");
}

/**
 * The key of a page or a feed: digest of what surrounds it and of its view. Teasers and entries are objects that stand
 * in many views, and each is read once for all of them.
 */
export function viewKey(context: string, view: { kind: string }): string {
  const shared = view.kind === "feed" ? "entries" : "teasers";
  const lean = Object.entries(view).map(([name, value]: [string, unknown]) => [
    name,
    name === shared && Array.isArray(value) ? value.map(digestOnce) : value,
  ]);
  return digest([context, lean]);
}

const digests = new WeakMap<object, string>();

/** Digest of an object that does not change any more. */
export function digestOnce(shared: object): string {
  const known = digests.get(shared) ?? digest(shared);
  digests.set(shared, known);
  return known;
}
