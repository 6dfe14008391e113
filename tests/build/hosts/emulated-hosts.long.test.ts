import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contentType } from "../../../src/deploy/content-type.ts";
import { fileClasses, fileHeaders, HIDDEN_FILES, isSelected } from "../../../src/deploy/hosting.ts";
import { HOST_WRITERS } from "../../../src/deploy/hosts/host-writers.ts";
import type { HostName } from "../../../src/domain/host-names.ts";
import type { Answer, BundleFiles } from "../../hosts/emulators/emulated-host.ts";
import { codeBlock, consoleCommands, missingLines } from "../../hosts/guide-texts.ts";
import { checkoutOf } from "../checkout.ts";
import { EMULATED_HOSTS, filesOf, written } from "./emulated-hosts.ts";
import type { EmulatedHost } from "./emulated-hosts.ts";
import { askAll, HOST_ANSWERS } from "./host-answers.ts";
import { addressOf, hostedBundle, smallPublication } from "./hosted-bundle.ts";
import type { HostedBundle } from "./hosted-bundle.ts";

const directory = mkdtempSync(join(tmpdir(), "stet-emulated-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** Hosts that answer what was taken down with its page and 200. */
const WITHOUT_GONE = new Set(["cloudflare", "vercel"]);

/**
 * Whether the table has a rule for the file by its name or folder. Netlify knows none for endings, and which of two rules
 * counts that give one header is not documented there.
 */
function isOfOneRule(file: string): boolean {
  return fileClasses(undefined).some(({ files: { names, folders } }) =>
    isSelected({ names, folders }, file),
  );
}

let bundle: HostedBundle;
let files: BundleFiles;
beforeAll(async () => {
  bundle = await hostedBundle(
    checkoutOf("emulated"),
    smallPublication("https://press.example/"),
    directory,
  );
  files = filesOf(bundle);
});

describe.each(Object.keys(EMULATED_HOSTS))("the configuration for %s", (name) => {
  let host: EmulatedHost;
  beforeAll(() => {
    host = (EMULATED_HOSTS[name] as (typeof EMULATED_HOSTS)[string])(files, bundle.hosting);
  });

  test("has nothing that the host refuses or passes over", () => {
    expect(host.faults).toEqual([]);
  });

  test("answers all questions as the guide says", async () => {
    const ask = (path: string, headers: Record<string, string> = {}): Answer =>
      host.ask({ path, headers });
    expect(await askAll(ask, bundle, false)).toEqual(HOST_ANSWERS[name as HostName]);
  });

  test("answers each command of its page as the page says", () => {
    const block = codeBlock(`hosts/${name}.md`, ({ language }) => language === "console");
    const commands = consoleCommands(block);
    expect(commands.length).toBeGreaterThan(0);
    for (const { command, expected } of commands) {
      const [, path = ""] = /^curl -sI https:\/\/paper\.example(\/\S*)$/.exec(command) ?? [];
      const { status, headers } = host.ask({ path });
      const lines = Object.entries(headers).map(([header, value]) => `${header}: ${value}`);
      const answer = [`HTTP/2 ${status}`, ...lines].join("\n");
      expect(missingLines(answer, expected), `${command}\n${answer}`).toEqual([]);
    }
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
      expect(headers["cross-origin-resource-policy"], address).toBe(
        name === "netlify" && !isOfOneRule(file) ? undefined : policy,
      );
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
  for (const [name, make] of Object.entries(EMULATED_HOSTS)) {
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
