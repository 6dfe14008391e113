import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { securityHeaders } from "../../../src/deploy/headers.ts";
import { fileClasses } from "../../../src/deploy/hosting.ts";
import type { Hosting } from "../../../src/deploy/hosting.ts";
import { missingTools } from "../../tools/need.ts";
import { REAL_SERVERS, startServer } from "./real-servers.ts";
import type { RunningServer } from "./real-servers.ts";

const directory = mkdtempSync(join(tmpdir(), "stet-impossible-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const without = await missingTools(REAL_SERVERS);

/** No file has such a name, or lies so deep. */
const IMPOSSIBLE = [
  ...["%00", "a%00b.html", `2026/${"x".repeat(256)}/`, `2026/${"x".repeat(256)}.jpg`],
  ...[encodeURI("é".repeat(128)), encodeURI("中".repeat(86))],
  "x/".repeat(2100),
];

/** The longest that one can have. */
const POSSIBLE = ["x".repeat(255), "é".repeat(127), "中".repeat(85)];

describe.skipIf(without !== false).each(["/", "/news/"])("below %s", (base) => {
  const root = mkdtempSync(join(directory, "www-"));
  const hosting: Hosting = {
    origin: "https://paper.example",
    base,
    headers: securityHeaders(),
    classes: fileClasses(undefined),
    redirects: [],
    queries: [],
    gone: [],
  };
  const MISSING = "There is no such page.";
  beforeAll(() => {
    mkdirSync(join(root, base), { recursive: true });
    writeFileSync(join(root, base, "404.html"), MISSING);
    for (const name of POSSIBLE) writeFileSync(join(root, base, name), name);
  });

  /** Statuses and texts, by the end of the address. */
  async function answers(
    { ask }: RunningServer,
    paths: readonly string[],
  ): Promise<Record<string, [status: number, text: string]>> {
    const all: Record<string, [number, string]> = {};
    for (const path of paths) {
      const { status, body } = await ask(base + path);
      all[path] = [status, body.toString()];
    }
    return all;
  }
  const all = <Value>(paths: readonly string[], value: Value): Record<string, Value> =>
    Object.fromEntries(paths.map((path) => [path, value]));

  test.each(REAL_SERVERS)("a folder without a page of its own is missing on %s", async (name) => {
    mkdirSync(join(root, base, "p/12"), { recursive: true });
    writeFileSync(join(root, base, "p/12/index.html"), "Twelve.");
    const server = await startServer(name, { root, folder: directory, hosting });
    try {
      const { status, headers, body } = await server.ask(`${base}p/`);
      expect([status, body.toString()]).toEqual([404, MISSING]);
      expect(headers).toMatchObject(securityHeaders());
      expect((await server.ask(`${base}p/12/`)).status).toBe(200);
    } finally {
      await server.stop();
    }
  });

  test.each(REAL_SERVERS)("an address that no file can have is no fault of %s", async (name) => {
    const server = await startServer(name, { root, folder: directory, hosting });
    try {
      for (const [path, [status]] of Object.entries(await answers(server, IMPOSSIBLE)))
        expect([400, 403, 404], path).toContain(status);
    } finally {
      await server.stop();
    }
  });

  test("Caddy answers it with the page for missing addresses", async () => {
    const server = await startServer("caddy", { root, folder: directory, hosting });
    try {
      expect(await answers(server, IMPOSSIBLE)).toEqual(all(IMPOSSIBLE, [404, MISSING]));
      for (const name of POSSIBLE)
        expect((await server.ask(base + encodeURI(name))).body.toString()).toBe(name);
      const { headers } = await server.ask(`${base}%00`);
      expect(headers).toMatchObject(hosting.headers);
    } finally {
      await server.stop();
    }
  });

  test("Apache answers an encoded slash with that page where its own configuration names it, as the guide says", async () => {
    const slashes = ["a%2Fb", "%2f", "a%2fb.jpg"];
    const served = { root, folder: directory, hosting };
    const alone = await startServer("apache", served);
    try {
      for (const [path, [status, text]] of Object.entries(await answers(alone, slashes))) {
        expect(status, path).toBe(404);
        expect(text, path).not.toBe(MISSING);
      }
    } finally {
      await alone.stop();
    }
    const apacheLines = `ErrorDocument 404 ${base}404.html`;
    const told = await startServer("apache", { ...served, apacheLines });
    try {
      expect(await answers(told, slashes)).toEqual(all(slashes, [404, MISSING]));
      const { headers } = await told.ask(`${base}a%2Fb`);
      expect(headers).toMatchObject(hosting.headers);
    } finally {
      await told.stop();
    }
  });
});
