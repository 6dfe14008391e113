import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { createServer, request } from "node:http";
import type { IncomingHttpHeaders } from "node:http";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { HOST_WRITERS } from "../../../src/deploy/hosts/host-writers.ts";
import type { Hosting } from "../../../src/deploy/hosting.ts";
import { need } from "../../tools/need.ts";
import type { Certificate } from "./certificate.ts";
import { apacheFile, caddyFile, nginxFile } from "./server-files.ts";
import type { Place } from "./server-files.ts";

/** The servers of Debian that a bundle is served with, by the name of their writer. */
export const REAL_SERVERS = ["nginx", "caddy", "apache"] as const;
export type RealServer = (typeof REAL_SERVERS)[number];

/** What a server answered. */
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** A server on the loopback interface. */
export interface RunningServer {
  port: number;
  /** Where it speaks TLS, if it was given a certificate; at `port` it then leads there. */
  securePort?: number;
  /** Asks for the target of a request as it stands in its first line. */
  ask: (target: string, headers?: Record<string, string>, method?: string) => Promise<Answer>;
  stop: () => Promise<void>;
}

interface ServedBundle extends Pick<Place, "root" | "folder" | "apacheLines"> {
  hosting: Hosting;
  certificate?: Certificate;
}

/**
 * Starts a server whose root is a folder in which the bundle lies at its base, with the files that Stet writes for it,
 * unchanged. `folder` is for what the server keeps. With a certificate it is served over TLS. Throws ToolMissing, and
 * where it does not answer.
 */
export async function startServer(
  name: RealServer,
  { root, folder, hosting, certificate, apacheLines }: ServedBundle,
): Promise<RunningServer> {
  const port = await freePort();
  const secure = certificate && { ...certificate, port: await freePort() };
  const own = mkdtempSync(join(folder, `${name}-`));
  const writer = HOST_WRITERS[name];
  const target = name === "apache" ? join(root, hosting.base) : own;
  for (const { path, text } of writer.write(hosting)) {
    mkdirSync(dirname(join(target, path)), { recursive: true });
    writeFileSync(join(target, path), text);
  }
  const started = await STARTERS[name]({ root, folder: own, port, secure, apacheLines });
  const server = await running(name, started, port);
  return { ...server, securePort: secure?.port };
}

/** Starts Varnish before a server that runs, with its own rules. */
export async function startVarnish(behind: RunningServer, folder: string): Promise<RunningServer> {
  const port = await freePort();
  const own = mkdtempSync(join(folder, "varnish-"));
  const address = `127.0.0.1:${port}`;
  // Without a jail, whose user may not see the temporary folder.
  const args = ["-j", "none", "-F", "-n", own, "-a", address, "-b", `127.0.0.1:${behind.port}`];
  return running("varnish", spawn(await need("varnish"), [...args, "-s", "malloc,20m"]), port);
}

/** A server that answers, told apart by its port. */
async function running(name: string, server: ChildProcess, port: number): Promise<RunningServer> {
  let said = "";
  for (const stream of [server.stdout, server.stderr])
    stream?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const started = {
    port,
    ask: (asked: string, headers = {}, method = "GET") => ask(port, asked, headers, method),
    stop: () => endServer(server),
  };
  for (let tries = 0; tries < 100 && server.exitCode === null; tries += 1) {
    if ((await started.ask("/").catch(() => undefined)) !== undefined) return started;
    await setTimeout(100);
  }
  await started.stop();
  throw new Error(`${name} does not answer.\n${said}`);
}

const STARTERS: Record<RealServer, (place: Place) => Promise<ChildProcess>> = {
  nginx: async (place) => {
    const file = written(place, "nginx.conf", nginxFile(place));
    return spawn(await need("nginx"), ["-c", file, "-p", place.folder, "-e", "stderr"]);
  },
  caddy: async (place) => {
    const { folder } = place;
    const file = written(place, "Caddyfile", caddyFile(place));
    return spawn(await need("caddy"), ["run", "--config", file, "--adapter", "caddyfile"], {
      env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
    });
  },
  apache: async (place) => {
    const file = written(place, "apache.conf", apacheFile(place));
    return spawn(await need("apache"), ["-f", file, "-DFOREGROUND"]);
  },
};

function written({ folder }: Place, name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

/** Ends a server that was started. */
export async function endServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const ended = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGTERM");
  await ended;
}

/** A port of the loopback interface that nothing listens at. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === "string") throw new Error("There is no port.");
  return address.port;
}

function ask(
  port: number,
  path: string,
  headers: Record<string, string>,
  method: string,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request({ host: "127.0.0.1", port, path, headers, method }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("error", reject);
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts),
        }),
      );
    })
      .on("error", reject)
      .end();
  });
}
