import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { writePlainArticle, writePlainArticles } from "../corpus/plain-content.ts";
import type { PlainForm } from "../corpus/plain-content.ts";
import type { Corpus } from "../corpus/made-article.ts";
import { need } from "../../tests/tools/need.ts";
import { peerEnvironment } from "./peer.ts";
import type { Peer } from "./peer.ts";

/** Hugo takes front matter in braces for JSON. */
const FORM: PlainForm = {
  fence: ["", ""],
  file: ({ day, number }) => `content/articles/${day.slice(0, 7)}/${number}.md`,
};

/** Hugo with the templates of the folder beside this module that has the peer's name. */
export function hugoPeer(name: "hugo" | "hugo-plain", title: string): Peer {
  return {
    name,
    title,
    prepare: async ({ root, folder }) => {
      const hugo = await need("hugo");
      const site = join(folder, "peers", name);
      const said = execFileSync(hugo, ["version"], { encoding: "utf8" });
      return {
        version: `Hugo ${/v([\d.]+)/.exec(said)?.[1] ?? ""}`.trim(),
        site,
        write: (corpus) => {
          cpSync(join(root, "benchmarks/peers", name), site, { recursive: true });
          if (name === "hugo") writeNames(corpus, site);
          writePlainArticles(corpus, site, FORM);
        },
        writeOne: (article, corpus) => writePlainArticle(article, corpus, site, FORM),
        build: {
          program: hugo,
          args: ["--quiet", "--destination", "out"],
          environment: peerEnvironment(),
        },
      };
    },
  };
}

/** Hugo knows a name for a term by a page of the term. */
function writeNames(corpus: Corpus, site: string): void {
  for (const taxonomy of ["categories", "authors", "stories"] as const)
    for (const { slug, name } of corpus[taxonomy]) {
      const file = join(site, `content/${taxonomy}/${slug}/_index.md`);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `${JSON.stringify({ title: name })}\n`);
    }
}
