import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, request } from "node:http";
import type { IncomingHttpHeaders, Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formatHeaders } from "./bundled-headers.ts";
import { securityHeaders } from "./headers.ts";
import { listenNear } from "./listen.ts";
import { serveBundle } from "./static-server.ts";

const directory = mkdtempSync(join(tmpdir(), "stet-serve-"));
const folder = join(directory, "bundle");
const files: Record<string, string> = {
  "bundle/index.html": "<h1>front</h1>",
  "bundle/404.html": "<h1>not found</h1>",
  "bundle/a/index.html": "<h1>a</h1>",
  "bundle/caf\u00E9/index.html": "<h1>caf\u00E9</h1>",
  "bundle/rss.xml": "<rss/>",
  "bundle/news/rss.xml": `<rss>${"<item/>".repeat(1000)}</rss>`,
  "bundle/empty.txt": "",
  "bundle/tide.mp4": "0123456789",
  "bundle/_astro/x.css": "h1{}",
  "bundle/.hidden": "hidden",
  "bundle/.git/config": "hidden",
  "bundle/.well-known/security.txt": "Contact: mailto:a@b.example",
  "bundle/stet-headers.json": formatHeaders(
    securityHeaders({ frames: ["https://frames.example"], media: [] }),
  ),
  "bundle/stet-manifest.jsonl": "{}",
  "bundle/stet-journal.json": "{}",
  "secret.txt": "secret",
  "secrets/index.html": "secret",
};
let server: Server;
let port: number;

beforeAll(async () => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(directory, path, ".."), { recursive: true });
    writeFileSync(join(directory, path), text);
  }
  symlinkSync(join(directory, "secret.txt"), join(folder, "link.txt"));
  symlinkSync(join(directory, "secrets"), join(folder, "links"));
  server = createServer(serveBundle({ folder, base: "/paper/" }));
  port = await listenNear(server, 0);
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
  rmSync(directory, { recursive: true });
});

interface Answer {
  status: number | undefined;
  headers: IncomingHttpHeaders;
  body: string;
}

/** By hand, since `fetch` would tidy the path before it is sent. */
function ask(path: string, method = "GET", headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request({ host: "localhost", port, path, method, headers }, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => (body += chunk));
      response.on("end", () =>
        resolve({ status: response.statusCode, headers: response.headers, body }),
      );
    })
      .on("error", reject)
      .end();
  });
}

describe("what is there", () => {
  test.each([
    ["/paper/", "<h1>front</h1>", "text/html; charset=utf-8"],
    ["/paper/?from=x", "<h1>front</h1>", "text/html; charset=utf-8"],
    ["/paper/a/", "<h1>a</h1>", "text/html; charset=utf-8"],
    ["/paper/caf%C3%A9/", "<h1>caf\u00E9</h1>", "text/html; charset=utf-8"],
    ["/paper/rss.xml", "<rss/>", "application/rss+xml; charset=utf-8"],
    ["/paper/empty.txt", "", "text/plain; charset=utf-8"],
    ["/paper/_astro/x.css", "h1{}", "text/css; charset=utf-8"],
    ["/paper/.well-known/security.txt", "Contact: mailto:a@b.example", "text/plain; charset=utf-8"],
  ])("%s is answered with its file and type", async (path, body, type) => {
    const answer = await ask(path);
    expect(answer).toMatchObject({ status: 200, body });
    expect(answer.headers["content-type"]).toBe(type);
    expect(answer.headers["content-length"]).toBe(String(Buffer.byteLength(body)));
    expect(answer.headers["content-security-policy"]).toContain(
      "frame-src https://frames.example;",
    );
  });

  test.each([
    ["/paper/a", "/paper/a/"],
    ["/paper/a?x=1", "/paper/a/?x=1"],
    ["/paper/caf%C3%A9", "/paper/caf%C3%A9/"],
    ["/paper", "/paper/"],
    ["/", "/paper/"],
  ])("%s redirects to %s", async (path, location) => {
    const answer = await ask(path);
    expect(answer.status).toBe(301);
    expect(answer.headers.location).toBe(location);
  });

  test("HEAD has the headers of GET and no body", async () => {
    const answer = await ask("/paper/a/", "HEAD");
    expect(answer).toMatchObject({ status: 200, body: "" });
    expect(answer.headers["content-length"]).toBe("10");
  });

  test("a reader who has it is told so, until it changes", async () => {
    const { etag = "" } = (await ask("/paper/a/")).headers;
    expect(etag).toMatch(/^"[^"]+"$/);
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
      const answer = await ask("/paper/a/", "GET", { "if-none-match": known });
      expect(answer).toMatchObject({ status: 304, body: "" });
      expect(answer.headers.etag).toBe(etag);
    }
    writeFileSync(join(folder, "a/index.html"), "<h1>A</h1>");
    expect((await ask("/paper/a/", "GET", { "if-none-match": etag })).status).toBe(200);
  });
});

describe("Rule 4: a feed", () => {
  test("is not sent again to a reader who has it, by validator alone and by date alone", async () => {
    const { headers } = await ask("/paper/news/rss.xml");
    const { etag = "", "last-modified": changed = "" } = headers;
    expect(headers["cache-control"]).toBe("public, max-age=1800");
    expect((await ask("/paper/news/rss.xml", "GET", { "if-none-match": etag })).status).toBe(304);
    const since = { "if-modified-since": changed };
    expect((await ask("/paper/news/rss.xml", "GET", since)).status).toBe(304);
    const before = { "if-modified-since": new Date(Date.parse(changed) - 1000).toUTCString() };
    expect((await ask("/paper/news/rss.xml", "GET", before)).status).toBe(200);
    const other = { ...since, "if-none-match": '"other"' };
    expect((await ask("/paper/news/rss.xml", "GET", other)).status).toBe(200);
  });

  test.each([
    ["gzip", true],
    ["br;q=1.0, gzip;q=0.8", true],
    ["*", true],
    ["gzip;q=0", false],
    ["identity", false],
    ["br", false],
  ])("is packed for whoever takes it: %s", async (accepted, isPacked) => {
    const response = await fetch(`http://localhost:${port}/paper/news/rss.xml`, {
      headers: { "accept-encoding": accepted },
    });
    expect(response.headers.get("content-encoding")).toBe(isPacked ? "gzip" : null);
    expect(response.headers.get("vary")).toBe("accept-encoding");
    expect(await response.text()).toBe(files["bundle/news/rss.xml"]);
    const etag = response.headers.get("etag") ?? "";
    expect(etag.startsWith("W/")).toBe(isPacked);
    const again = { "if-none-match": etag, "accept-encoding": accepted };
    expect((await ask("/paper/news/rss.xml", "GET", again)).status).toBe(304);
  });
});

describe("what is not there, or not to be seen", () => {
  test.each([
    "/paper/b/",
    "/paper/rss.xml/",
    "/paper/a/index.html/",
    "/elsewhere/",
    "/paperback/",
    "/paper/.hidden",
    "/paper/.git/config",
    "/paper/a/.well-known/security.txt",
    "/paper/stet-manifest.jsonl",
    "/paper/stet-journal.json",
    "/paper/link.txt",
    "/paper/links/",
    "/paper/links",
    "/paper/../secret.txt",
    "/paper/%2e%2e/secret.txt",
    "/paper/..%2fsecret.txt",
    "/paper/a/..%5c..%5csecret.txt",
    "/paper//a/",
    "//paper.example/a",
    "/paper/a%00",
    `/paper/${"x".repeat(5000)}`,
  ])("%s is answered with the page for that", async (path) => {
    expect(await ask(path)).toMatchObject({ status: 404, body: "<h1>not found</h1>" });
  });

  test("a malformed address is refused", async () => {
    expect((await ask("/paper/%E0%A4%A")).status).toBe(400);
    expect((await ask("*")).status).toBe(400);
  });

  test("other methods are refused", async () => {
    const answer = await ask("/paper/", "POST");
    expect(answer.status).toBe(405);
    expect(answer.headers.allow).toBe("GET, HEAD");
  });
});

describe("a part of a file", () => {
  test("is given with its place, as films are asked for", async () => {
    const answer = await ask("/paper/tide.mp4", "GET", { range: "bytes=2-4" });
    expect(answer).toMatchObject({ status: 206, body: "234" });
    expect(answer.headers).toMatchObject({
      "content-range": "bytes 2-4/10",
      "content-length": "3",
      "content-type": "video/mp4",
      "cross-origin-resource-policy": "cross-origin",
    });
  });

  test("is offered, and refused beyond the end", async () => {
    expect((await ask("/paper/tide.mp4")).headers["accept-ranges"]).toBe("bytes");
    const answer = await ask("/paper/tide.mp4", "GET", { range: "bytes=10-" });
    expect(answer.status).toBe(416);
    expect(answer.headers["content-range"]).toBe("bytes */10");
  });

  test("is not given of another state than the reader has seen", async () => {
    const { headers } = await ask("/paper/tide.mp4");
    const ofState = (seen: string) =>
      ask("/paper/tide.mp4", "GET", { range: "bytes=0-1", "if-range": seen });
    expect((await ofState(headers.etag ?? "")).status).toBe(206);
    expect((await ofState(headers["last-modified"] ?? "")).status).toBe(206);
    expect(await ofState('"other"')).toMatchObject({ status: 200, body: "0123456789" });
  });
});

test("the next free port is taken where the first is in use", async () => {
  const other = createServer();
  const got = await listenNear(other, port);
  expect(got).toBeGreaterThan(port);
  other.close();
});
