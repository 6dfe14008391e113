import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { writePlainArticle, writePlainArticles } from "../corpus/plain-content.ts";
import type { PlainForm } from "../corpus/plain-content.ts";
import { peerEnvironment } from "./peer.ts";
import type { Peer } from "./peer.ts";

const FORM: PlainForm = {
  fence: ["---\n", "\n---"],
  file: ({ path }) => `articles${path.slice(0, -1)}.mdx`,
};

/** Astro takes a second for some dozen articles this way; more of them would say nothing more. */
const MOST = 1000;

/**
 * Astro as it comes, one module an article: a front page and the articles. It runs on the checkout's own packages,
 * so its site lies inside the checkout.
 */
export function astroPeer(processor: "remark" | "satteri", title: string): Peer {
  return {
    name: `astro-${processor}`,
    title,
    most: MOST,
    prepare: ({ root }) => {
      const site = join(root, ".stet/peers", `astro-${processor}`);
      const packageFile = readFileSync(join(root, "node_modules/astro/package.json"), "utf8");
      const { version } = JSON.parse(packageFile) as { version: string };
      return Promise.resolve({
        version: `Astro ${version}`,
        site,
        write: (corpus) => {
          cpSync(join(root, "benchmarks/peers/astro"), site, { recursive: true });
          writePlainArticles(corpus, site, FORM);
        },
        writeOne: (article, corpus) => writePlainArticle(article, corpus, site, FORM),
        build: {
          program: process.execPath,
          args: [
            join(root, "node_modules/astro/bin/astro.mjs"),
            ...["build", "--silent", "--config", `${processor}.config.mjs`],
          ],
          environment: peerEnvironment({ ASTRO_TELEMETRY_DISABLED: "1" }),
        },
      });
    },
  };
}
