/** The hosts that Stet writes configuration for, as `stet hosts --for` and `host` in `site.yaml` name them. */
export const HOST_NAMES = [
  "nginx",
  "caddy",
  "apache",
  "netlify",
  "cloudflare",
  "vercel",
  "s3",
  "github",
] as const;
export type HostName = (typeof HOST_NAMES)[number];

/** Hosts that read their configuration in the bundle, with the files that they read there. */
export const FILES_IN_BUNDLE = {
  apache: [".htaccess"],
  netlify: ["_headers", "_redirects"],
  cloudflare: ["_headers", "_redirects"],
  vercel: ["vercel.json"],
  github: [".nojekyll"],
} as const satisfies Partial<Record<HostName, readonly string[]>>;
export type BundledHost = keyof typeof FILES_IN_BUNDLE;

/** Hosts that read these files at their root alone, and not where a bundle lies below a path. */
export const AT_ROOT_ONLY: readonly BundledHost[] = ["netlify", "cloudflare", "vercel"];

export const BUNDLED_HOSTS = Object.keys(FILES_IN_BUNDLE) as BundledHost[];
