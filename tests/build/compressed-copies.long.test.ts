import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request } from "node:http";
import type { IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listenNear } from "../../src/deploy/listen.ts";
import { isWorthPacking } from "../../src/deploy/packable.ts";
import { missingTools, need } from "../tools/need.ts";
import { bundleDifferences, readBundle } from "./bundles.ts";
import { checkoutOf } from "./checkout.ts";
import { assertBuilt, buildIn } from "./checkout-commands.ts";
import type { Run, TestBuild } from "./checkout-commands.ts";
import { FIXTURE_NOW, shortArticle, writeContent, writePublication } from "./publication.ts";

const base = mkdtempSync(join(tmpdir(), "stet-copies-"));
const options = buildIn(base, FIXTURE_NOW);
const checkout = checkoutOf("copies");
const isCopy = (path: string): boolean => /\.(?:br|gz)$/.test(path);

async function build(changes: Partial<TestBuild> = {}): Promise<Run> {
  const run = await checkout.build({ ...options, compress: true, ...changes });
  assertBuilt(run);
  return run;
}

/** The bundle that a clean build makes of the content as it is. */
async function cleanBundle(changes: Partial<TestBuild> = {}): Promise<Map<string, Buffer>> {
  const beside = buildIn(mkdtempSync(join(base, "clean-")), FIXTURE_NOW);
  await build({ ...changes, out: beside.out, cache: beside.cache });
  return readBundle(beside.out);
}

beforeAll(async () => {
  await writePublication(options.content);
  await build({ compress: false });
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

describe("a build with --compress", () => {
  test("adds copies to the bundle, each of which holds its original, and changes nothing else", async () => {
    const before = readBundle(options.out);
    await build();
    const bundle = readBundle(options.out);
    const copies = [...bundle].filter(([path]) => isCopy(path));
    for (const [path, bytes] of copies) {
      const original = bundle.get(path.replace(/\.(?:br|gz)$/, ""));
      const unpacked = path.endsWith(".br") ? brotliDecompressSync(bytes) : gunzipSync(bytes);
      expect(original?.equals(unpacked), path).toBe(true);
    }
    const worth = [...before].filter(
      ([path, bytes]) => path !== "stet-manifest.jsonl" && isWorthPacking(path, bytes.length),
    );
    for (const [path] of worth)
      expect([bundle.has(`${path}.br`), bundle.has(`${path}.gz`)], path).toEqual([true, true]);
    expect(copies).toHaveLength(worth.length * 2);
    const others = [...bundle].filter(([path]) => !isCopy(path));
    const differences = bundleDifferences(new Map(others), before);
    expect(differences.map((text) => text.split(":")[0])).toEqual(["stet-manifest.jsonl"]);
    expect((await checkout.verify(options)).code).toBe(0);
  });

  test("packs only what has changed, and gives what a clean build gives", async () => {
    await build();
    const count = ({ stderr }: Run): number => Number(/Compressing: (\d+)/.exec(stderr)?.[1] ?? 0);
    writeContent(options.content, "articles/2025/05/new-note.md", shortArticle(90, "2025-05-01"));
    const added = await build();
    expect(count(added)).toBeGreaterThan(2);
    expect(count(added)).toBeLessThan(readBundle(options.out).size / 4);
    expect(bundleDifferences(readBundle(options.out), await cleanBundle())).toEqual([]);

    rmSync(join(options.content, "articles/2025/05/new-note.md"));
    await build();
    const bundle = readBundle(options.out);
    expect([...bundle.keys()].filter((path) => path.includes("new-note"))).toEqual([]);
    expect(bundleDifferences(bundle, await cleanBundle())).toEqual([]);
    expect(count(await build())).toBe(0);
  });

  test("is not taken for one without it: copies go and come, also where nothing else changes", async () => {
    await pause(150);
    await build();
    const packed = readBundle(options.out);
    await build({ compress: false });
    expect([...readBundle(options.out).keys()].filter(isCopy)).toEqual([]);
    await build();
    expect(bundleDifferences(readBundle(options.out), packed)).toEqual([]);
  });
});

/** Asks for a page as a browser does, and gives what was answered. */
async function ask(port: number, path: string, accepts: string): Promise<[string, Buffer]> {
  for (let tries = 0; ; tries++) {
    try {
      const response = await new Promise<IncomingMessage>((resolve, reject) => {
        const headers = { "accept-encoding": accepts };
        request({ host: "127.0.0.1", port, path, headers }, resolve).on("error", reject).end();
      });
      const parts: Buffer[] = [];
      for await (const part of response) parts.push(part as Buffer);
      return [response.headers["content-encoding"] ?? "", Buffer.concat(parts)];
    } catch (error) {
      if (tries === 100) throw error;
      await pause(100);
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listenNear(server, 0);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const without = await missingTools(["nginx", "caddy"]);

describe.skipIf(without)("with the lines of docs/scale.md", () => {
  const lines = (of: string): string => {
    const text = readFileSync(join(import.meta.dirname, "../../docs/scale.md"), "utf8");
    return new RegExp(`\`\`\`${of}\\n(.*?)\`\`\``, "s").exec(text)?.[1] ?? `no ${of} in docs`;
  };
  let bundle = "";
  let running: ChildProcess | undefined;
  beforeAll(async () => {
    await build();
    bundle = join(base, "served");
    cpSync(options.out, bundle, { recursive: true });
    // nginx reads as nobody where it was started as root.
    chmodSync(base, 0o755);
  });
  afterAll(() => {
    running?.kill();
  });

  test("nginx sends the copies", async () => {
    const port = await freePort();
    const folder = mkdtempSync(join(base, "nginx-"));
    const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
      .map((name) => `${name}_temp_path ${folder}/${name};`)
      .join(" ");
    // The module for brotli is a package of its own; tests/build/hosts/host-pages.long.test.ts has it.
    const block = lines("nginx").replace(/^\s*brotli_static.*$/m, "");
    writeFileSync(
      join(folder, "nginx.conf"),
      `daemon off; pid ${folder}/pid; error_log stderr; events {}
      http { access_log off; ${temporary} types { text/html html; }
        server { listen 127.0.0.1:${port}; root ${bundle}; ${block} } }`,
    );
    running = spawn(await need("nginx"), ["-c", join(folder, "nginx.conf"), "-e", "stderr"], {
      stdio: "ignore",
    });
    const page = readFileSync(join(bundle, "index.html.gz"));
    expect(await ask(port, "/", "gzip, br")).toEqual(["gzip", page]);
    const [encoding, plain] = await ask(port, "/", "identity");
    expect([encoding, plain.equals(gunzipSync(page))]).toEqual(["", true]);
    running.kill();
  });

  test("Caddy sends the copies, packed as each client likes best", async () => {
    const port = await freePort();
    const folder = mkdtempSync(join(base, "caddy-"));
    const file = join(folder, "Caddyfile");
    writeFileSync(
      file,
      `{\n\tadmin off\n}\nhttp://127.0.0.1:${port} {\n\troot * ${bundle}\n${lines("caddy")}}\n`,
    );
    running = spawn(await need("caddy"), ["run", "--config", file, "--adapter", "caddyfile"], {
      stdio: "ignore",
      env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
    });
    for (const [accepts, ending] of [
      ["br, gzip", "br"],
      ["gzip", "gz"],
    ] as const)
      expect(await ask(port, "/", accepts)).toEqual([
        ending === "br" ? "br" : "gzip",
        readFileSync(join(bundle, `index.html.${ending}`)),
      ]);
    running.kill();
  });
});
