import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { GOOD_PUBLICATION } from "../../tests/build/bad-inputs/good-publication.ts";
import { makeEmptyCheckout } from "../../tests/build/bad-inputs/command-here.ts";
import { HOST_NAMES } from "../domain/host-names.ts";
import { READERS_HERE } from "../loader/readers.ts";
import { EXIT } from "./outcome.ts";
import { runHosts } from "./run-hosts.ts";

let project: string;
let said: { stdout: string; stderr: string };
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), "stet-hosts-command-"));
  said = { stdout: "", stderr: "" };
  makeEmptyCheckout(project);
  for (const [file, text] of Object.entries(GOOD_PUBLICATION)) write(file, text);
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

function write(file: string, text: string | Uint8Array): void {
  const path = join(project, "content", file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function hosts(host: (typeof HOST_NAMES)[number], out = `hosts/${host}`): Promise<number> {
  return runHosts(
    {
      packageRoot: project,
      projectRoot: project,
      cwd: project,
      environment: { STET_NOW: "2026-04-01T12:00:00Z" },
      node: process.version,
      clock: Date.now,
      timer: () => performance.now(),
      stdout: { write: (text: string) => (said.stdout += text) },
      stderr: { write: (text: string) => (said.stderr += text) },
      readers: READERS_HERE,
    },
    { host, out },
  );
}

describe("the files of a host", () => {
  test.each(HOST_NAMES)("for %s are written and named, with what to do", async (host) => {
    expect(await hosts(host)).toBe(EXIT.done);
    const files = readdirSync(join(project, "hosts", host));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect(said.stdout).toContain(`hosts/${host}/${file}\n`);
    expect(said.stdout).toMatch(/\nFor .+:\n- /);
    expect(said.stderr).toBe("");
  });

  test("say what site.yaml says of other hosts and of https", async () => {
    const site = String(GOOD_PUBLICATION["site.yaml"]);
    write("site.yaml", `${site}embeds: { players: [vimeo] }\nhttps: { subdomains: true }\n`);
    expect(await hosts("nginx", "elsewhere")).toBe(EXIT.done);
    const text = readFileSync(join(project, "elsewhere/stet.conf"), "utf8");
    expect(text).toContain("frame-src https://player.vimeo.com;");
    expect(text).toContain("max-age=63072000; includeSubDomains");
  });

  test("are not written where the content has errors", async () => {
    write("categories/engines.yaml", "titel: Engine rooms\n");
    expect(await hosts("caddy")).toBe(EXIT.invalid);
    expect(said.stderr).toContain("Nothing was written");
    expect(existsSync(join(project, "hosts"))).toBe(false);
  });

  test.each(["nginx", "caddy", "apache"] as const)(
    "for %s are not written for a path that it would read as a pattern",
    async (host) => {
      const site = String(GOOD_PUBLICATION["site.yaml"]);
      write("site.yaml", site.replace("https://paper.example/", '"https://paper.example/a$b/"'));
      expect(await hosts(host)).toBe(EXIT.refused);
      expect(said.stderr).toContain("has a `$`");
      expect(existsSync(join(project, "hosts"))).toBe(false);
    },
  );
});
