import type { AllowedHosts } from "../domain/allowed-hosts.ts";
import { GISCUS_ORIGIN } from "../domain/comments.ts";
import { PLAYER_ORIGINS } from "../domain/players.ts";
import type { Https, Site } from "../domain/publication.ts";

/** What of other hosts a publication lets a click load, by origin. */
export interface AllowedOrigins {
  frames: readonly string[];
  media: readonly string[];
  /** What every page may load from other hosts, or send there, without a click. */
  hosts?: AllowedHosts;
  /** How far browsers are to keep to https; absent where the site has none, or its owner does not want it. */
  https?: Https;
}

/** What of a publication decides its headers. */
export type HeaderSettings = Pick<Site, "embeds" | "comments" | "hosts"> &
  Partial<Pick<Site, "origin" | "https">>;

/** The origins that `site.yaml` switches on, each once and in order, and whether readers come by https alone. */
export function allowedOrigins({
  embeds,
  comments,
  hosts,
  origin = "",
  https = {},
}: HeaderSettings): AllowedOrigins {
  const frames: string[] = (embeds?.players ?? []).map((player) => PLAYER_ORIGINS[player]);
  if (comments !== undefined && "giscus" in comments) frames.push(GISCUS_ORIGIN);
  frames.push(...(hosts?.frame ?? []));
  const media = (embeds?.media ?? []).map((host) => `https://${host}`);
  return {
    frames: [...new Set(frames)].sort(),
    media: [...new Set(media)].sort(),
    ...(hosts === undefined ? {} : { hosts }),
    ...(origin.startsWith("https:") && https !== false ? { https } : {}),
  };
}

/** The header that not every publication has. */
export const STRICT_TRANSPORT = "strict-transport-security";

/** Headers of every answer, by name in lower case. */
export type SecurityHeaders = Readonly<Record<string, string>>;

/**
 * What a page may do, the same for every page of a publication: it fetches from its own origin alone, runs no inline
 * code and stands in no frame. Frames, films and recordings of other hosts come from those alone that the publication
 * has switched on, and no page loads one before it is asked to. What it loads by itself from hosts that `site.yaml` lists
 * for a part of its own comes from those alone. Search needs WebAssembly, and a worker, whose address
 * its own policy lets through (`src/search/client/ask-worker.ts`). (CSP level 3 with Trusted Types, W3C.)
 */
function policy({ frames, media, hosts }: AllowedOrigins): string {
  const directives: readonly (readonly [directive: string, ...sources: string[]])[] = [
    ["default-src", "'none'"],
    ["script-src", "'self'", "'wasm-unsafe-eval'", ...(hosts?.script ?? [])],
    ["worker-src", "'self'"],
    ["style-src", "'self'", ...(hosts?.style ?? [])],
    ["img-src", "'self'", ...(hosts?.img ?? [])],
    ["font-src", "'self'", ...(hosts?.font ?? [])],
    ["media-src", "'self'", ...media],
    ["frame-src", ...(frames.length === 0 ? ["'none'"] : frames)],
    ["connect-src", "'self'", ...(hosts?.connect ?? [])],
    ["manifest-src", "'self'"],
    ["form-action", "'self'", ...(hosts?.form ?? [])],
    ["base-uri", "'none'"],
    ["frame-ancestors", "'none'"],
    ["require-trusted-types-for", "'script'"],
    ["trusted-types", "stet-search"],
  ];
  return directives.map((directive) => directive.join(" ")).join("; ");
}

/** The headers of every answer of a publication; without one, those that let nothing of another host in. */
export function securityHeaders(
  allowed: AllowedOrigins = { frames: [], media: [] },
): SecurityHeaders {
  return {
    "content-security-policy": policy(allowed),
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy":
      "browsing-topics=(), camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "referrer-policy": "strict-origin-when-cross-origin",
    ...(allowed.https === undefined ? {} : { [STRICT_TRANSPORT]: strictTransport(allowed.https) }),
    "x-content-type-options": "nosniff",
  };
}

/** Two years, which is what lists of such hosts ask for (RFC 6797, section 6.1). */
function strictTransport({ subdomains, preload }: Https): string {
  return [
    "max-age=63072000",
    ...(subdomains === true ? ["includeSubDomains"] : []),
    ...(preload === true ? ["preload"] : []),
  ].join("; ");
}
