import { readFileSync } from "node:fs";
import { join } from "node:path";
import { HIDDEN_FILES } from "../../../src/deploy/hosting.ts";
import type { Hosting } from "../../../src/deploy/hosting.ts";
import { HOST_WRITERS } from "../../../src/deploy/hosts/host-writers.ts";
import { batchesOf } from "../../../src/deploy/stored-headers.ts";
import * as cloudflare from "../../hosts/emulators/cloudflare.ts";
import * as cloudfront from "../../hosts/emulators/cloudfront.ts";
import type { Answer, BundleFiles, HostRequest } from "../../hosts/emulators/emulated-host.ts";
import * as netlify from "../../hosts/emulators/netlify.ts";
import * as vercel from "../../hosts/emulators/vercel.ts";
import type { VercelConfig } from "../../hosts/emulators/vercel-config.ts";
import type { HostedBundle } from "./hosted-bundle.ts";

/** A host that is emulated with the files that Stet writes for it. */
export interface EmulatedHost {
  faults: string[];
  ask: (request: HostRequest) => Answer;
}

/** The files that Stet writes for a host, by name. */
export function written(host: keyof typeof HOST_WRITERS, hosting: Hosting): Map<string, string> {
  return new Map(HOST_WRITERS[host].write(hosting).map(({ path, text }) => [path, text]));
}

/** Hosts by the name of their writer. */
export const EMULATED_HOSTS: Record<
  string,
  (files: BundleFiles, hosting: Hosting) => EmulatedHost
> = {
  netlify: (files, hosting) => {
    const bundle = { files: new Map([...files, ...written("netlify", hosting)]) };
    return {
      faults: netlify.faults(bundle),
      ask: (request) => netlify.serve(bundle, request),
    };
  },
  cloudflare: (files, hosting) => {
    const bundle = { files: new Map([...files, ...written("cloudflare", hosting)]) };
    return {
      faults: cloudflare.faults(bundle),
      ask: (request) => cloudflare.serve(bundle, request),
    };
  },
  vercel: (files, hosting) => {
    const text = written("vercel", hosting).get("vercel.json") ?? "{}";
    const bundle = { files, config: JSON.parse(text) as VercelConfig };
    return { faults: vercel.faults(bundle), ask: (request) => vercel.serve(bundle, request) };
  },
  s3: (files, hosting) => {
    const texts = written("s3", hosting);
    const metadata = new Map<string, Record<string, string>>();
    for (const { headers, paths } of batchesOf([...files.keys()].map((path) => ({ path }))))
      for (const path of paths)
        metadata.set(
          path,
          Object.fromEntries(
            Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
          ),
        );
    const { Items: errors } = JSON.parse(texts.get("custom-error-responses.json") ?? "") as {
      Items: { ErrorCode: number; ResponsePagePath: string; ResponseCode: string }[];
    };
    const bundle = {
      files,
      metadata,
      viewerRequest: texts.get("cloudfront-function.js") ?? "",
      viewerResponse: texts.get("cloudfront-response-function.js") ?? "",
      errorResponses: errors.map(({ ErrorCode, ResponsePagePath, ResponseCode }) => ({
        errorCode: ErrorCode,
        responsePagePath: ResponsePagePath,
        responseCode: Number(ResponseCode),
      })),
      responseHeaders: policyHeaders(texts.get("response-headers-policy.json") ?? ""),
    };
    return {
      faults: cloudfront.faults(bundle),
      ask: (request) => cloudfront.serve(bundle, request),
    };
  },
};

/** The headers that a policy of CloudFront's adds. */
function policyHeaders(text: string): Record<string, string> {
  const { SecurityHeadersConfig: security, CustomHeadersConfig: custom } = JSON.parse(text) as {
    SecurityHeadersConfig: {
      ContentSecurityPolicy: { ContentSecurityPolicy: string };
      ReferrerPolicy: { ReferrerPolicy: string };
      StrictTransportSecurity: { AccessControlMaxAgeSec: number };
    };
    CustomHeadersConfig: { Items: { Header: string; Value: string }[] };
  };
  return {
    "content-security-policy": security.ContentSecurityPolicy.ContentSecurityPolicy,
    "referrer-policy": security.ReferrerPolicy.ReferrerPolicy,
    "strict-transport-security": `max-age=${security.StrictTransportSecurity.AccessControlMaxAgeSec}`,
    "x-content-type-options": "nosniff",
    ...Object.fromEntries(custom.Items.map(({ Header, Value }) => [Header, Value])),
  };
}

/** What lies on an emulated host: the files of a bundle, with those that Stet reads itself. */
export function filesOf({ files, folder }: HostedBundle): BundleFiles {
  return new Map(
    [...files, ...HIDDEN_FILES.filter((file) => file !== "stet-journal.json")].map((file) => [
      file,
      readFileSync(join(folder, file)),
    ]),
  );
}
