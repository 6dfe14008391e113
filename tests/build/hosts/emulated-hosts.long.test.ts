import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contentType } from "../../../src/deploy/content-type.ts";
import { fileHeaders, HIDDEN_FILES } from "../../../src/deploy/hosting.ts";
import type { Hosting } from "../../../src/deploy/hosting.ts";
import { HOST_WRITERS } from "../../../src/deploy/hosts/host-writers.ts";
import { batchesOf } from "../../../src/deploy/stored-headers.ts";
import type { HostName } from "../../../src/domain/host-names.ts";
import * as cloudflare from "../../hosts/emulators/cloudflare.ts";
import * as cloudfront from "../../hosts/emulators/cloudfront.ts";
import type { Answer, BundleFiles, HostRequest } from "../../hosts/emulators/emulated-host.ts";
import * as netlify from "../../hosts/emulators/netlify.ts";
import * as vercel from "../../hosts/emulators/vercel.ts";
import type { VercelConfig } from "../../hosts/emulators/vercel-config.ts";
import { checkoutOf } from "../checkout.ts";
import { askAll, HOST_ANSWERS } from "./host-answers.ts";
import { addressOf, hostedBundle, smallPublication } from "./hosted-bundle.ts";
import type { HostedBundle } from "./hosted-bundle.ts";

const directory = mkdtempSync(join(tmpdir(), "stet-emulated-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

interface EmulatedHost {
  faults: string[];
  ask: (request: HostRequest) => Answer;
}

/** The files that Stet writes for a host, by name. */
function written(host: keyof typeof HOST_WRITERS, hosting: Hosting): Map<string, string> {
  return new Map(HOST_WRITERS[host].write(hosting).map(({ path, text }) => [path, text]));
}

const HOSTS: Record<string, (files: BundleFiles, hosting: Hosting) => EmulatedHost> = {
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

/** Hosts that answer what was taken down with its page and 200. */
const WITHOUT_GONE = new Set(["cloudflare", "vercel"]);

let bundle: HostedBundle;
let files: BundleFiles;
beforeAll(async () => {
  bundle = await hostedBundle(
    checkoutOf("emulated"),
    smallPublication("https://press.example/"),
    directory,
  );
  files = new Map(
    [...bundle.files, ...HIDDEN_FILES.filter((file) => file !== "stet-journal.json")].map(
      (file) => [file, readFileSync(join(bundle.folder, file))],
    ),
  );
});

describe.each(Object.keys(HOSTS))("the configuration for %s", (name) => {
  let host: EmulatedHost;
  beforeAll(() => {
    host = (HOSTS[name] as (typeof HOSTS)[string])(files, bundle.hosting);
  });

  test("has nothing that the host refuses or passes over", () => {
    expect(host.faults).toEqual([]);
  });

  test("answers all questions as the guide says", async () => {
    const ask = (path: string, headers: Record<string, string> = {}): Answer =>
      host.ask({ path, headers });
    expect(await askAll(ask, bundle, false)).toEqual(HOST_ANSWERS[name as HostName]);
  });

  test("gives every file its type and its headers", () => {
    const { hosting } = bundle;
    const old = new Set([...hosting.redirects.map(({ from }) => from), ...hosting.gone]);
    for (const file of bundle.files) {
      const address = addressOf(file, hosting);
      // Where there is a page at an address, hosts take `.html` off.
      if (old.has(decodeURI(address)) || file === "404.html") continue;
      const { status, headers } = host.ask({ path: address });
      expect(status, address).toBe(200);
      const {
        "cache-control": caching,
        "cross-origin-resource-policy": policy,
        ...all
      } = fileHeaders(file, hosting);
      expect(headers, address).toMatchObject(all);
      // What no host's list tells otherwise.
      if (/^(?!image).*(?:xml|json|opml|manifest)/.test(contentType(file)))
        expect(headers["content-type"]?.replace(/;.*/, ""), address).toBe(
          contentType(file).replace(/;.*/, ""),
        );
      if (caching === "no-cache")
        expect(["no-cache", "public, max-age=0, must-revalidate"], address).toContain(
          headers["cache-control"],
        );
      else expect(headers["cache-control"], address).toBe(caching);
      expect([policy, undefined], address).toContain(headers["cross-origin-resource-policy"]);
    }
  });

  test("old addresses lead on, with 301", () => {
    for (const { from, to } of bundle.hosting.redirects) {
      // Taken off before anything else is looked for.
      if (name === "vercel" && /\.[^/]*\/$/.test(from)) continue;
      const { status, headers } = host.ask({ path: encodeURI(from) });
      // What the host gives a meaning of its own is left to the page at the old address.
      if (status === 200 && /[*:{}]/.test(from)) continue;
      expect([status, headers["location"]], from).toEqual([301, to]);
    }
  });

  test("what was taken down is answered as well as the host can", () => {
    for (const path of bundle.hosting.gone) {
      const { status } = host.ask({ path: encodeURI(path) });
      expect(status, path).toBe(WITHOUT_GONE.has(name) ? 200 : 410);
    }
  });

  test("what is not there is answered with 404 and the page for that, with all headers", () => {
    for (const path of ["/nothing/", "/2026/nothing.jpg", "/nothing.xml"]) {
      const { status, file, headers } = host.ask({ path });
      expect([status, file], path).toEqual([404, "404.html"]);
      expect(headers, path).toMatchObject({
        "content-security-policy": bundle.hosting.headers["content-security-policy"],
      });
    }
  });

  test("the records of Stet are not handed out", () => {
    for (const record of HIDDEN_FILES) {
      const { status, file } = host.ask({ path: `/${record}` });
      expect([301, 302, 404], record).toContain(status);
      expect(file, record).not.toBe(record);
    }
  });

  test("an address without its closing slash leads to the one with it", () => {
    const { status, headers } = host.ask({ path: "/2026/03/plain" });
    expect([301, 307, 308]).toContain(status);
    expect(headers["location"]).toBe("/2026/03/plain/");
  });
});

test("of a moved archive each host gets as many redirects as it takes, and is told of the others", () => {
  const redirects = Array.from({ length: 5000 }, (_, number) => ({
    from: `/archive/2009/05/a-long-headline-of-an-old-story-${number}.html`,
    to: `/2009/05/a-long-headline-of-an-old-story-${number}/`,
  }));
  for (const [name, make] of Object.entries(HOSTS)) {
    const hosting = { ...bundle.hosting, redirects };
    expect(make(files, hosting).faults, name).toEqual([]);
    const notes = HOST_WRITERS[name as keyof typeof HOST_WRITERS].notes(hosting);
    expect(notes.join("\n"), name).toMatch(
      /[\d,]+ (?:of 5,000 )?old addresses are answered by pages/,
    );
    for (const text of written(name as keyof typeof HOST_WRITERS, hosting).values())
      expect(Math.max(...text.split("\n").map((line) => line.length))).toBeLessThan(2000);
  }
});
