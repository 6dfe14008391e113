import { kindsByOrigin } from "../domain/allowed-hosts.ts";
import type { AllowedHosts } from "../domain/allowed-hosts.ts";

/** One line that tells which other hosts pages may load from, or send to, and what for; empty where there are none. */
export function hostsLine(hosts: AllowedHosts | undefined): string {
  if (hosts === undefined) return "";
  const named = Array.from(
    kindsByOrigin(hosts),
    ([origin, kinds]) => `${origin} (${kinds.join(", ")})`,
  );
  return `The security policy of every page lets in: ${named.join("; ")}.\n`;
}
