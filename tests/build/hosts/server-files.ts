import type { Certificate } from "./certificate.ts";

/** What a server serves, and where. */
export interface Place {
  root: string;
  /** What the server keeps, with the file that Stet wrote for it if it reads that outside the bundle. */
  folder: string;
  port: number;
  /** Where it speaks TLS; then `port` leads there. */
  secure?: Certificate & { port: number };
  /** Lines of Apache's own configuration, which the file in the bundle cannot have. */
  apacheLines?: string;
}

/** A whole configuration of nginx around the written file. */
export function nginxFile({ root, folder, port, secure }: Place): string {
  const kept = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join(" ");
  // As root it gives its workers to a user with fewer rights, who may not see the temporary folder.
  const user = process.getuid?.() === 0 ? "user root;" : "";
  const site = `root ${root}; include ${folder}/stet.conf;`;
  const servers =
    secure === undefined
      ? `server { listen 127.0.0.1:${port}; ${site} }`
      : `server { listen 127.0.0.1:${port}; return 301 https://localhost:${secure.port}$request_uri; }
        server { listen 127.0.0.1:${secure.port} ssl; ssl_certificate ${secure.certificate}; ssl_certificate_key ${secure.key}; ${site} }`;
  return `daemon off; ${user} pid ${folder}/pid; error_log stderr; events {}
      http { access_log off; ${kept}
        ${servers} }`;
}

/** A whole configuration of Caddy around the written file. */
export function caddyFile({ root, folder, port, secure }: Place): string {
  const site = `\troot * ${root}\n\timport ${folder}/stet.caddy\n\trespond 404\n`;
  return secure === undefined
    ? `{\n\tadmin off\n}\nhttp://127.0.0.1:${port} {\n\tbind 127.0.0.1\n${site}}\n`
    : `{\n\tadmin off\n\tauto_https off\n}
http://localhost:${port} {\n\tbind 127.0.0.1\n\tredir https://localhost:${secure.port}{uri} 301\n}
https://localhost:${secure.port} {\n\tbind 127.0.0.1\n\ttls ${secure.certificate} ${secure.key}\n${site}}\n`;
}

const APACHE_MODULES = [
  ...["mpm_event", "authz_core", "dir", "mime", "alias", "headers", "rewrite", "deflate", "env"],
  "filter",
];

/** What Debian's mods-available/mime.conf says of the endings that packed copies have. */
export const DEBIAN_TYPES = "AddType application/x-gzip .gz .tgz\nAddLanguage br .br";

/** A whole configuration of Apache around the written file, which is in the bundle. */
export function apacheFile({ root, folder, port, secure, apacheLines = "" }: Place): string {
  const modules = [...APACHE_MODULES, ...(secure === undefined ? [] : ["ssl", "socache_shmcb"])];
  const site = `DocumentRoot ${root}
${apacheLines}
<Directory ${root}>
  AllowOverride All
  Require all granted
</Directory>
`;
  const listening =
    secure === undefined
      ? site
      : `Listen 127.0.0.1:${secure.port}
<VirtualHost 127.0.0.1:${port}>
Redirect 301 / https://localhost:${secure.port}/
</VirtualHost>
<VirtualHost 127.0.0.1:${secure.port}>
SSLEngine on
SSLCertificateFile ${secure.certificate}
SSLCertificateKeyFile ${secure.key}
${site}</VirtualHost>
`;
  return `${modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join("\n")}
ServerName paper.example
Listen 127.0.0.1:${port}
PidFile ${folder}/pid
DefaultRuntimeDir ${folder}
ErrorLog ${folder}/errors
TypesConfig /dev/null
${DEBIAN_TYPES}
AddOutputFilterByType DEFLATE text/html text/css application/rss+xml
${listening}`;
}
