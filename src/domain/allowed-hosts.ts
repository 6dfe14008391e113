/** What pages may load from other hosts, or send there, by the key of `site.yaml`. */
export const HOST_KINDS = ["script", "connect", "img", "frame", "style", "font", "form"] as const;

export type HostKind = (typeof HOST_KINDS)[number];

/** Origins by what they are for, each once and in order; `https://stats.example.org`. */
export type AllowedHosts = Readonly<Record<HostKind, readonly string[]>>;

/** All origins of several lists, by what they are for; undefined where there are none. */
export function mergedHosts(
  lists: readonly (Partial<AllowedHosts> | undefined)[],
): AllowedHosts | undefined {
  const merged = Object.fromEntries(
    HOST_KINDS.map((kind) => {
      const origins = lists.flatMap((list) => list?.[kind] ?? []);
      return [kind, [...new Set(origins)].sort()];
    }),
  ) as unknown as AllowedHosts;
  return HOST_KINDS.every((kind) => merged[kind].length === 0) ? undefined : merged;
}

/** The kinds of things that each origin is allowed for, by origin, in order. */
export function kindsByOrigin(hosts: AllowedHosts): Map<string, HostKind[]> {
  const origins = [...new Set(HOST_KINDS.flatMap((kind) => hosts[kind]))].sort();
  return new Map(
    origins.map((origin) => [origin, HOST_KINDS.filter((kind) => hosts[kind].includes(origin))]),
  );
}
