import { join } from "node:path";

/** A program the tests need and npm does not bring. */
export interface Tool {
  /** The environment variable that names the program outright. */
  variable: string;
  /** Names to look for in PATH, best first. */
  commands: string[];
  /** Absolute paths where systems put it; looked at before PATH when `placesFirst`. */
  places: string[];
  placesFirst?: boolean;
  /** Arguments with which a program that will do exits with 0; without them any will do. */
  probe?: string[];
  /** The Debian packages that bring it. */
  packages: string[];
}

export type ToolName =
  | "apache"
  | "butteraugli"
  | "caddy"
  | "chromium"
  | "curl"
  | "flock"
  | "hugo"
  | "jekyll"
  | "jing"
  | "jq"
  | "newsboat"
  | "nginx"
  | "nginx-brotli"
  | "openssl"
  | "pdftoppm"
  | "python3"
  | "r2e"
  | "rclone"
  | "sfeed"
  | "ssimulacra"
  | "systemd-analyze"
  | "unzip"
  | "varnish"
  | "xmllint";

export const TOOLS: Record<ToolName, Tool> = {
  apache: {
    variable: "TOOL_APACHE",
    commands: ["apache2"],
    // Debian keeps it out of an ordinary user's PATH.
    places: ["/usr/sbin/apache2"],
    // The server without the service that would start by itself.
    packages: ["apache2-bin"],
  },
  butteraugli: {
    variable: "TOOL_BUTTERAUGLI",
    commands: ["butteraugli_main"],
    places: [],
    packages: ["libjxl-devtools"],
  },
  caddy: { variable: "TOOL_CADDY", commands: ["caddy"], places: [], packages: ["caddy"] },
  chromium: {
    variable: "TOOL_CHROMIUM",
    commands: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    places: [
      "/usr/bin/chromium",
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    ],
    packages: ["chromium"],
  },
  curl: { variable: "TOOL_CURL", commands: ["curl"], places: [], packages: ["curl"] },
  flock: { variable: "TOOL_FLOCK", commands: ["flock"], places: [], packages: ["util-linux"] },
  hugo: { variable: "TOOL_HUGO", commands: ["hugo"], places: [], packages: ["hugo"] },
  jekyll: {
    variable: "TOOL_JEKYLL",
    commands: ["jekyll"],
    places: [],
    probe: ["--version"],
    packages: ["jekyll"],
  },
  jing: { variable: "TOOL_JING", commands: ["jing"], places: [], packages: ["jing"] },
  jq: { variable: "TOOL_JQ", commands: ["jq"], places: [], packages: ["jq"] },
  newsboat: {
    variable: "TOOL_NEWSBOAT",
    commands: ["newsboat"],
    places: [],
    packages: ["newsboat"],
  },
  nginx: {
    variable: "TOOL_NGINX",
    commands: ["nginx"],
    // Debian keeps it out of an ordinary user's PATH.
    places: ["/usr/sbin/nginx"],
    packages: ["nginx"],
  },
  // nginx where it finds its module for Brotli copies.
  "nginx-brotli": {
    variable: "TOOL_NGINX_BROTLI",
    commands: ["nginx"],
    places: ["/usr/sbin/nginx"],
    probe: ["-q", "-t", "-e", "stderr", "-c", join(import.meta.dirname, "nginx-brotli.conf")],
    packages: ["nginx", "libnginx-mod-http-brotli-static"],
  },
  openssl: { variable: "TOOL_OPENSSL", commands: ["openssl"], places: [], packages: ["openssl"] },
  pdftoppm: {
    variable: "TOOL_PDFTOPPM",
    commands: ["pdftoppm"],
    places: [],
    packages: ["poppler-utils"],
  },
  python3: {
    variable: "TOOL_PYTHON3",
    commands: ["python3"],
    // Debian's own Python sees Debian's feedparser; another one, earlier in PATH, does not.
    places: ["/usr/bin/python3"],
    placesFirst: true,
    probe: ["-c", "import feedparser"],
    packages: ["python3", "python3-feedparser"],
  },
  r2e: { variable: "TOOL_R2E", commands: ["r2e"], places: [], packages: ["rss2email"] },
  rclone: { variable: "TOOL_RCLONE", commands: ["rclone"], places: [], packages: ["rclone"] },
  sfeed: { variable: "TOOL_SFEED", commands: ["sfeed"], places: [], packages: ["sfeed"] },
  ssimulacra: {
    variable: "TOOL_SSIMULACRA",
    commands: ["ssimulacra_main"],
    places: [],
    packages: ["libjxl-devtools"],
  },
  "systemd-analyze": {
    variable: "TOOL_SYSTEMD_ANALYZE",
    commands: ["systemd-analyze"],
    places: [],
    packages: ["systemd"],
  },
  unzip: { variable: "TOOL_UNZIP", commands: ["unzip"], places: [], packages: ["unzip"] },
  varnish: {
    variable: "TOOL_VARNISH",
    commands: ["varnishd"],
    places: ["/usr/sbin/varnishd"],
    packages: ["varnish"],
  },
  xmllint: {
    variable: "TOOL_XMLLINT",
    commands: ["xmllint"],
    places: [],
    packages: ["libxml2-utils"],
  },
};
