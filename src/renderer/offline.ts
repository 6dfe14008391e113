/**
 * Keeps Astro from the network: it would report its use, and look for a newer version. What the person who runs
 * this has set already stays.
 */
export function keepAstroOffline(environment: Record<string, string | undefined>): void {
  environment["ASTRO_TELEMETRY_DISABLED"] ??= "1";
  environment["ASTRO_DISABLE_UPDATE_CHECK"] ??= "true";
}
