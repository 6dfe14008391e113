import type { BadInput } from "./bad-input.ts";
import { GOOD_PUBLICATION } from "./good-publication.ts";

const SITE = String(GOOD_PUBLICATION["site.yaml"]);
const siteWith = (...lines: string[]): BadInput["files"] => ({
  "site.yaml": `${SITE}${lines.join("\n")}\n`,
});

/** The host that a bundle is configured for. */
export const HOST_ROWS: BadInput[] = [
  {
    name: "a host that reads no configuration in the bundle",
    files: siteWith("host: nginx"),
    exit: 1,
    diagnostics: ["schema/value site.yaml:6:7"],
  },
  {
    name: "a host that reads its configuration at its root, for a publication below a path",
    files: {
      "site.yaml": `${SITE.replace("paper.example/", "paper.example/news/")}host: cloudflare\n`,
    },
    exit: 1,
    diagnostics: ["site/host site.yaml:6:7"],
  },
  {
    name: "a file of public/ in the place of what the host reads",
    files: {
      ...siteWith("host: netlify", "public: [public/_redirects]"),
      "public/_redirects": "/a /b 301\n",
    },
    exit: 1,
    diagnostics: ["site/host site.yaml:6:7"],
  },
  {
    name: "an editor in the browser whose package is not installed",
    files: siteWith("editor:", "  github: paper/site"),
    exit: 1,
    diagnostics: ["site/editor site.yaml:6:1"],
  },
  {
    name: "a list of https hosts without those below",
    files: siteWith("https: { preload: true }"),
    exit: 1,
    diagnostics: ["schema/value site.yaml:6:8"],
  },
];
