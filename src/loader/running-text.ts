/** Whether values of a key are running text, which may hold any sign, rather than names, addresses and the like. */
export function isRunningText(key: unknown): boolean {
  return typeof key === "string" && KEYS.has(key);
}

const KEYS = new Set(
  "title description kicker alt caption credit text note bio summary what".split(" "),
);
