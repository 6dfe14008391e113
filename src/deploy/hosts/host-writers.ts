import type { HostName } from "../../domain/host-names.ts";
import { APACHE } from "./apache.ts";
import { CADDY } from "./caddy.ts";
import { CLOUDFLARE } from "./cloudflare.ts";
import { GITHUB } from "./github.ts";
import type { HostWriter } from "./host-file.ts";
import { NETLIFY } from "./netlify.ts";
import { NGINX } from "./nginx.ts";
import { S3 } from "./s3.ts";
import { VERCEL } from "./vercel.ts";

/** How each host is set up. */
export const HOST_WRITERS: Readonly<Record<HostName, HostWriter>> = {
  nginx: NGINX,
  caddy: CADDY,
  apache: APACHE,
  netlify: NETLIFY,
  cloudflare: CLOUDFLARE,
  vercel: VERCEL,
  s3: S3,
  github: GITHUB,
};
