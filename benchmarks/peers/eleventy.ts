import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Corpus, Named } from "../corpus/made-article.ts";
import { writePlainArticle, writePlainArticles } from "../corpus/plain-content.ts";
import type { PlainForm } from "../corpus/plain-content.ts";
import { runMeasured } from "../run-measured.ts";
import { ToolMissing } from "../../tests/tools/need.ts";
import { peerEnvironment } from "./peer.ts";
import type { Peer } from "./peer.ts";

const FORM: PlainForm = {
  fence: ["---json\n", "\n---"],
  file: ({ day, number }) => `articles/${day.slice(0, 7)}/${number}.md`,
};

const SITE = {
  title: "The Measured Press",
  url: "https://measured.example",
  description: "Made to be measured.",
};

/** Eleventy with the templates of the folder beside this module that has the peer's name. */
export function eleventyPeer(name: "eleventy" | "eleventy-plain", title: string): Peer {
  return {
    name,
    title,
    prepare: async ({ root, folder }) => {
      const home = join(folder, "peers/with-eleventy");
      const version = await install(home, join(root, "benchmarks/peers/eleventy/package.json"));
      const site = join(home, name);
      return {
        version: `Eleventy ${version}`,
        site,
        write: (corpus) => {
          cpSync(join(root, "benchmarks/peers", name), site, { recursive: true });
          mkdirSync(join(site, "_data"), { recursive: true });
          writeFileSync(join(site, "_data/site.json"), JSON.stringify(SITE));
          writeFileSync(join(site, "_data/names.json"), JSON.stringify(namesOf(corpus)));
          writePlainArticles(corpus, site, FORM);
        },
        writeOne: (article, corpus) => writePlainArticle(article, corpus, site, FORM),
        build: {
          program: process.execPath,
          args: [join(home, PROGRAM), "--quiet"],
          environment: peerEnvironment(),
        },
      };
    },
  };
}

const PACKAGE = "node_modules/@11ty/eleventy/package.json";
const QUIETLY = ["--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1"];
const PROGRAM = "node_modules/@11ty/eleventy/cmd.cjs";

/** Installs what `needs` lists into a folder above the sites, and gives the version of Eleventy. */
async function install(home: string, needs: string): Promise<string> {
  const installed = join(home, PACKAGE);
  if (!existsSync(installed)) {
    mkdirSync(home, { recursive: true });
    cpSync(needs, join(home, "package.json"));
    // npm tells scripts where its own program is; that one runs on any system.
    const npm = process.env["npm_execpath"];
    const [program, ...before] = npm === undefined ? ["npm"] : [process.execPath, npm];
    const { code, output } = await runMeasured({
      program,
      args: [...before, "install", ...QUIETLY],
      folder: home,
      environment: process.env,
    }).catch((error: unknown) => ({ code: undefined, output: String(error) }));
    if (code !== 0 || !existsSync(installed)) {
      const lines = output.trim().split("\n");
      const why = lines.find((line) => /error/i.test(line)) ?? lines[0] ?? "";
      throw new ToolMissing(
        `npm could not install it (${why}): install npm and let it reach a registry.`,
      );
    }
  }
  const { version } = JSON.parse(readFileSync(installed, "utf8")) as { version: string };
  return version;
}

function namesOf({ categories, authors, stories }: Corpus): Record<string, unknown> {
  const bySlug = (all: readonly Named[]): Record<string, string> =>
    Object.fromEntries(all.map(({ slug, name }) => [slug, name]));
  return {
    categories: bySlug(categories.toSorted((a, b) => (a.slug < b.slug ? -1 : 1))),
    authors: bySlug(authors),
    stories: bySlug(stories),
    tags: {},
  };
}
