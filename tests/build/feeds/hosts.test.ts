import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, get } from "node:http";
import type { IncomingHttpHeaders } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cacheControl } from "../../../src/deploy/caching.ts";
import { contentType } from "../../../src/deploy/content-type.ts";
import { FEED_HOSTS } from "../../../src/deploy/host-config.ts";
import { ROOT } from "../../structure/project-files.ts";
import { missingTools, need } from "../../tools/need.ts";

/** Visits a feed with feedparser, again with what it was given as validator, and again with the date. */
const TWO_VISITS = `
import feedparser, sys
first = feedparser.parse(sys.argv[1])
print(first.status,
      feedparser.parse(sys.argv[1], etag=first.etag).status,
      feedparser.parse(sys.argv[1], modified=first.modified).status)
`;

const FEEDS = [
  "rss.xml",
  "news/rss.xml",
  "atom.xml",
  "2026/11/live/atom.xml",
  "news/feed.json",
  "headlines.xml",
  "feeds/archive/2026/10-1.xml",
];

test.each(Object.entries(FEED_HOSTS))(
  "%s is what the code says: if not, `npm run docs` writes it",
  (file, write) => {
    expect(readFileSync(join(ROOT, file), "utf8")).toBe(write());
  },
);

interface Host {
  name: string;
  /** Where the bundle lies on the host, with a slash at both ends. */
  base: string;
  start: (folder: string, port: number) => Promise<ChildProcess>;
}

/** An nginx whose `server` block holds this. */
async function nginx(folder: string, port: number, block: string): Promise<ChildProcess> {
  const file = join(folder, "nginx.conf");
  const kept = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join(" ");
  writeFileSync(
    file,
    `daemon off; pid ${folder}/pid; error_log stderr; events {}
    http { access_log off; ${kept} types { text/html html; text/xml xml; }
      server { listen 127.0.0.1:${port}; add_header X-Kept yes; ${block} } }`,
  );
  return spawn(await need("nginx"), ["-c", file, "-p", folder, "-e", "stderr"], {
    stdio: "ignore",
  });
}

/** A Caddy with a site that holds these lines. */
async function caddy(folder: string, port: number, ...lines: string[]): Promise<ChildProcess> {
  const file = join(folder, "Caddyfile");
  const site = [`bind 127.0.0.1`, "header X-Kept yes", ...lines].map((line) => `\t${line}\n`);
  writeFileSync(file, `{\n\tadmin off\n}\nhttp://127.0.0.1:${port} {\n${site.join("")}}\n`);
  return spawn(await need("caddy"), ["run", "--config", file, "--adapter", "caddyfile"], {
    stdio: "ignore",
    env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
  });
}

const NGINX = `include ${join(ROOT, "docs/hosts/nginx-feeds.conf")};`;
const CADDY = `import ${join(ROOT, "docs/hosts/caddy-feeds")}`;

const HOSTS: readonly Host[] = [
  {
    name: "nginx",
    base: "/",
    start: (folder, port) => nginx(folder, port, `root ${folder}/bundle; ${NGINX}`),
  },
  {
    name: "nginx below a path",
    base: "/paper/",
    start: (folder, port) =>
      nginx(
        folder,
        port,
        `root ${folder}/none; location /paper/ { alias ${folder}/bundle/; ${NGINX} }`,
      ),
  },
  {
    name: "Caddy",
    base: "/",
    start: (folder, port) => caddy(folder, port, `root * ${folder}/bundle`, CADDY, "file_server"),
  },
  {
    name: "Caddy below a path",
    base: "/paper/",
    start: (folder, port) =>
      caddy(
        folder,
        port,
        CADDY,
        `handle_path /paper/* {\n\t\troot * ${folder}/bundle\n\t\tfile_server\n\t}`,
      ),
  },
];

const without = await missingTools(["nginx", "caddy", "python3"]);

describe.skipIf(without).each(HOSTS)(
  "Rule 4: with its file of docs/hosts/, $name",
  ({ start, base }) => {
    const folder = mkdtempSync(join(tmpdir(), "stet-hosts-"));
    let port: number;
    let server: ChildProcess | undefined;
    const ask = (path: string, headers: Record<string, string> = {}) =>
      answer(port, base + path, headers);

    beforeAll(async () => {
      // nginx gives its workers to a user with fewer rights.
      chmodSync(folder, 0o755);
      for (const path of [...FEEDS, "index.html"]) {
        const file = join(folder, "bundle", path);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, "<item/>".repeat(1000));
      }
      port = await freePort();
      server = await start(folder, port);
      for (let tries = 0; tries < 100; tries += 1) {
        const up = await ask("index.html").catch(() => undefined);
        if (up !== undefined) return;
        await setTimeout(100);
      }
      throw new Error("The server does not answer.");
    });
    afterAll(async () => {
      if (server?.exitCode === null) {
        const ended = new Promise((resolve) => server?.once("exit", resolve));
        server.kill("SIGTERM");
        await ended;
      }
      rmSync(folder, { recursive: true, force: true });
    });

    test.each(FEEDS)("gives %s with its type, its age, a validator, and packed", async (path) => {
      const { status, headers } = await ask(path, { "accept-encoding": "gzip" });
      expect(status).toBe(200);
      expect(headers["content-type"]?.replace(/;\s*/, "; ").toLowerCase()).toBe(contentType(path));
      const [age] = /max-age=\d+/.exec(cacheControl(path)) ?? [];
      expect(headers["cache-control"]).toContain(age);
      expect(headers["content-encoding"]).toBe("gzip");
      expect(headers.etag).toMatch(/^(?:W\/)?".+"$/);
      expect(headers["last-modified"]).toBeDefined();
      // What the site says of all its files is said of feeds too.
      expect(headers["x-kept"]).toBe("yes");
    });

    test("answers 304 to the validator alone and to the date alone, packed or not", async () => {
      for (const encoding of ["identity", "gzip"]) {
        const packed = { "accept-encoding": encoding };
        const { headers } = await ask("atom.xml", packed);
        const { etag = "", "last-modified": date = "" } = headers;
        const later = new Date(Date.parse(date) + 60_000).toUTCString();
        const earlier = new Date(Date.parse(date) - 60_000).toUTCString();
        const questions: [Record<string, string>, number][] = [
          [{ "if-none-match": etag }, 304],
          [{ "if-modified-since": date }, 304],
          [{ "if-modified-since": later }, 304],
          [{ "if-none-match": '"other"' }, 200],
          [{ "if-modified-since": earlier }, 200],
        ];
        for (const [asked, status] of questions)
          expect(
            (await ask("atom.xml", { ...packed, ...asked })).status,
            Object.keys(asked)[0],
          ).toBe(status);
      }
    });

    test("answers 304 to the second visit of feedparser", async () => {
      const address = `http://127.0.0.1:${port}${base}rss.xml`;
      const reader = spawn(await need("python3"), ["-c", TWO_VISITS, address]);
      let said = "";
      reader.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
      await new Promise((resolve) => reader.once("close", resolve));
      expect(said.trim()).toBe("200 304 304");
    });

    test("leaves what is no feed alone", async () => {
      const { headers } = await ask("index.html");
      expect(headers["content-type"]).toMatch(/^text\/html/);
      expect(headers["cache-control"]).toBeUndefined();
    });
  },
);

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("There is no port.");
  return address.port;
}

function answer(
  port: number,
  path: string,
  headers: Record<string, string>,
): Promise<{ status: number | undefined; headers: IncomingHttpHeaders }> {
  return new Promise((resolve, reject) => {
    get({ host: "127.0.0.1", port, path, headers }, (response) => {
      response.resume();
      response.on("end", () => resolve({ status: response.statusCode, headers: response.headers }));
    }).on("error", reject);
  });
}
