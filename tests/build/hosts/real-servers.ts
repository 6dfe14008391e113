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
  /** Asks for the target of a request as it stands in its first line. */
  ask: (target: string, headers?: Record<string, string>, method?: string) => Promise<Answer>;
  stop: () => Promise<void>;
}

/**
 * Starts a server whose root is a folder in which the bundle lies at its base, with the files that Stet writes for it,
 * unchanged. `folder` is for what the server keeps. Throws ToolMissing, and where it does not answer.
 */
export async function startServer(
  name: RealServer,
  { root, folder, hosting }: { root: string; folder: string; hosting: Hosting },
): Promise<RunningServer> {
  const port = await freePort();
  const own = mkdtempSync(join(folder, `${name}-`));
  const writer = HOST_WRITERS[name];
  const target = name === "apache" ? join(root, hosting.base) : own;
  for (const { path, text } of writer.write(hosting)) {
    mkdirSync(dirname(join(target, path)), { recursive: true });
    writeFileSync(join(target, path), text);
  }
  return running(name, await STARTERS[name]({ root, folder: own, port }), port);
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
    stop: () => end(server),
  };
  for (let tries = 0; tries < 100 && server.exitCode === null; tries += 1) {
    if ((await started.ask("/").catch(() => undefined)) !== undefined) return started;
    await setTimeout(100);
  }
  await started.stop();
  throw new Error(`${name} does not answer.\n${said}`);
}

interface Place {
  root: string;
  folder: string;
  port: number;
}

const STARTERS: Record<RealServer, (place: Place) => Promise<ChildProcess>> = {
  nginx: async ({ root, folder, port }) => {
    const kept = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
      .map((name) => `${name}_temp_path ${folder}/${name};`)
      .join(" ");
    const file = join(folder, "nginx.conf");
    // As root it gives its workers to a user with fewer rights, who may not see the temporary folder.
    const user = process.getuid?.() === 0 ? "user root;" : "";
    writeFileSync(
      file,
      `daemon off; ${user} pid ${folder}/pid; error_log stderr; events {}
      http { access_log off; ${kept}
        server { listen 127.0.0.1:${port}; root ${root}; include ${folder}/stet.conf; } }`,
    );
    return spawn(await need("nginx"), ["-c", file, "-p", folder, "-e", "stderr"]);
  },
  caddy: async ({ root, folder, port }) => {
    const file = join(folder, "Caddyfile");
    writeFileSync(
      file,
      `{\n\tadmin off\n}\nhttp://127.0.0.1:${port} {\n\tbind 127.0.0.1\n\troot * ${root}\n\timport ${folder}/stet.caddy\n\trespond 404\n}\n`,
    );
    return spawn(await need("caddy"), ["run", "--config", file, "--adapter", "caddyfile"], {
      env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
    });
  },
  apache: async ({ root, folder, port }) => {
    const modules = [
      "mpm_event",
      "authz_core",
      "dir",
      "mime",
      "alias",
      "headers",
      "rewrite",
      "deflate",
      "env",
      "filter",
    ];
    const file = join(folder, "apache.conf");
    writeFileSync(
      file,
      `${modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join("\n")}
ServerName paper.example
Listen 127.0.0.1:${port}
PidFile ${folder}/pid
DefaultRuntimeDir ${folder}
ErrorLog ${folder}/errors
TypesConfig /dev/null
AddOutputFilterByType DEFLATE text/html text/css application/rss+xml
DocumentRoot ${root}
<Directory ${root}>
  AllowOverride All
  Require all granted
</Directory>
`,
    );
    return spawn(await need("apache"), ["-f", file, "-DFOREGROUND"]);
  },
};

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const ended = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGTERM");
  await ended;
}

async function freePort(): Promise<number> {
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
