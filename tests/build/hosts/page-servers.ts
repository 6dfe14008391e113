import { execFile, spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { promisify } from "node:util";
import { codeBlock } from "../../hosts/guide-texts.ts";
import { need } from "../../tools/need.ts";
import { endServer, freePort } from "./real-servers.ts";
import type { RealServer } from "./real-servers.ts";
import { DEBIAN_TYPES } from "./server-files.ts";

const run = promisify(execFile);

/** What stands at the beginning of the block of a page that is the server's own file. */
const BLOCKS: Record<RealServer, RegExp> = {
  nginx: /^server \{/,
  caddy: /^paper\.example \{/,
  apache: /^<VirtualHost/,
};

/** The file that a page tells to write for the server. */
export function serverBlock(host: RealServer): string {
  return codeBlock(`hosts/${host}.md`, ({ code }) => BLOCKS[host].test(code));
}

/** Where a page's paths and ports are here; `own` has what `stet hosts` wrote, and is the server's. */
interface Place {
  www: string;
  own: string;
  http: number;
  https: number;
}

/** A server that was started with the block of its page. */
export interface PageServer {
  /** Runs a command of the page as it stands there; gives what it prints. */
  shell: (command: string) => Promise<string>;
  stop: () => Promise<void>;
}

/**
 * Starts a server with a block as its page has it, but for paths and ports, and with a certificate of its own. What
 * commands ask of paper.example is asked of it. Throws ToolMissing, and where it does not answer.
 */
export async function startPageServer(
  host: RealServer,
  block: string,
  { www, own }: Pick<Place, "www" | "own">,
): Promise<PageServer> {
  const place = { www, own, http: await freePort(), https: await freePort() };
  await writeCertificate(own);
  const server = await STARTERS[host](block.replaceAll("/srv/www", www), place);
  let said = "";
  for (const stream of [server.stdout, server.stderr])
    stream?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const lines = [443, 80].map(
    (port) =>
      `connect-to = "paper.example:${port}:127.0.0.1:${port === 443 ? place.https : place.http}"`,
  );
  writeFileSync(join(own, ".curlrc"), ["insecure", ...lines, ""].join("\n"));
  await need("curl");
  const env = { ...process.env, CURL_HOME: own };
  const shell = async (command: string): Promise<string> =>
    (await run("bash", ["-c", command], { env })).stdout;
  const started = { shell, stop: () => endServer(server) };
  for (let tries = 0; tries < 100 && server.exitCode === null; tries += 1) {
    if ((await shell("curl -sI https://paper.example/ || true")) !== "") return started;
    await setTimeout(100);
  }
  await started.stop();
  throw new Error(`${host} does not answer.\n${said}`);
}

const STARTERS: Record<RealServer, (block: string, place: Place) => Promise<ChildProcess>> = {
  nginx: async (block, { own, http, https }) => {
    const here = block
      .replaceAll("listen 443 ", `listen 127.0.0.1:${https} `)
      .replaceAll("listen 80;", `listen 127.0.0.1:${http};`)
      .replaceAll("/etc/nginx/", `${own}/`)
      .replaceAll("/etc/letsencrypt/live/paper.example/", `${own}/`);
    const kept = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
      .map((name) => `${name}_temp_path ${own}/${name};`)
      .join(" ");
    const isBrotli = block.includes("stet-brotli.conf");
    // Debian's package of the module loads it by itself.
    const module = isBrotli ? "load_module modules/ngx_http_brotli_static_module.so;" : "";
    const user = process.getuid?.() === 0 ? "user root;" : "";
    // What Debian's nginx.conf has around the server blocks.
    writeFileSync(
      join(own, "nginx.conf"),
      `${module} daemon off; ${user} pid ${own}/pid; error_log stderr; events {}
      http { access_log off; ${kept} sendfile on; types_hash_max_size 2048; gzip on;
        include /etc/nginx/mime.types; default_type application/octet-stream;
        ${here} }`,
    );
    const file = join(own, "nginx.conf");
    return spawn(await need(isBrotli ? "nginx-brotli" : "nginx"), ["-c", file, "-e", "stderr"]);
  },
  caddy: async (block, { own, http, https }) => {
    const file = join(own, "Caddyfile");
    const options = [
      ...["admin off", "default_bind 127.0.0.1", "local_certs", "skip_install_trust"],
      ...[`http_port ${http}`, `https_port ${https}`],
    ];
    writeFileSync(file, `{\n\t${options.join("\n\t")}\n}\n${block}`);
    return spawn(await need("caddy"), ["run", "--config", file, "--adapter", "caddyfile"], {
      env: { ...process.env, HOME: own, XDG_DATA_HOME: own, XDG_CONFIG_HOME: own },
    });
  },
  apache: async (block, { own, http, https }) => {
    // Those that Debian loads by itself, and those that the page switches on.
    const modules = [
      ...["mpm_event", "authz_core", "dir", "mime", "alias", "deflate", "env", "filter"],
      ...["headers", "rewrite", "ssl"],
    ].map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so\n`);
    const file = join(own, "apache.conf");
    const here = block
      .replaceAll("*:443", `127.0.0.1:${https}`)
      .replaceAll("*:80", `127.0.0.1:${http}`)
      .replaceAll("/etc/letsencrypt/live/paper.example/", `${own}/`);
    writeFileSync(
      file,
      `${modules.join("")}Listen 127.0.0.1:${http}\nListen 127.0.0.1:${https}
ServerName paper.example\nPidFile ${own}/pid\nDefaultRuntimeDir ${own}\nErrorLog ${own}/errors
TypesConfig /etc/mime.types\n${DEBIAN_TYPES}\nAddOutputFilterByType DEFLATE text/html text/css application/rss+xml
${here}`,
    );
    return spawn(await need("apache"), ["-f", file, "-DFOREGROUND"]);
  },
};

async function writeCertificate(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const files = ["-keyout", join(folder, "privkey.pem"), "-out", join(folder, "fullchain.pem")];
  await run(await need("openssl"), [
    ...["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1"],
    ...["-subj", "/CN=paper.example", ...files],
  ]);
}
