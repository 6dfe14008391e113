import { cpSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { HIDDEN_FILES, hostingOf } from "../../../src/deploy/hosting.ts";
import type { Hosting } from "../../../src/deploy/hosting.ts";
import { KEPT_FOLDER } from "../../../src/domain/rollback-folder.ts";
import { loadPublication } from "../../../src/pipeline/load-publication.ts";
import { photograph } from "../../fixtures/image-files.ts";
import { GOOD_PUBLICATION, text } from "../bad-inputs/good-publication.ts";
import { assertBuilt, buildIn } from "../checkout-commands.ts";
import type { Checkout } from "../checkout-commands.ts";
import { writeContent } from "../publication.ts";

const NOW = "2026-04-01T12:00:00Z";

const REDIRECTS = `
queries:
  p: /p/
  page-id: /p/
  feed: /feed/
moved:
  /p/123/: articles/2026/03/plain.md
  /feed/rss2/: /rss.xml
  /2019/old-name.html: articles/2026/03/plain.md
  /blog/: /
  /2019/story.php: articles/2026/03/plain.md
  /%e4%b8%ad (1)/: articles/2026/03/plain.md
  '/2026/03/*/': articles/2026/03/plain.md
  '/{$PATH}/{path}/': articles/2026/03/plain.md
  '/say "yes"; $host/': articles/2026/03/plain.md
  /away/: https://elsewhere.example/?a=1&b=%20$2
gone:
  articles/2026/03/withdrawn.mdx: { date: 2026-03-20, note: Withdrawn at the wish of a person it named. }
  /2018/deleted.htm: { date: 2026-03-21 }
  /2018/100%25/: { date: 2026-03-21 }
`;

/** A bundle as it lies on a server, with packed copies of its texts. */
export interface HostedBundle {
  /** The root of the server, absolute; the bundle lies in it at the base of `hosting`. */
  root: string;
  /** The bundle, absolute. */
  folder: string;
  hosting: Hosting;
  /** Bundle paths of what was built. */
  files: readonly string[];
  /** Those of them that have packed copies. */
  packed: ReadonlySet<string>;
}

/** What a bundle is built from, and when. */
export interface BundleSource {
  /** Writes the content folder, which is absolute. */
  fill: (content: string) => void | Promise<void>;
  now: string;
}

/** A small publication at an address, with redirects, takedowns, pictures and a film. */
export function smallPublication(url: string): BundleSource {
  return {
    now: NOW,
    fill: async (content) => {
      const contents = {
        ...GOOD_PUBLICATION,
        "site.yaml": String(GOOD_PUBLICATION["site.yaml"]).replace("https://paper.example/", url),
        "redirects.yaml": REDIRECTS,
        "articles/2026/03/withdrawn.mdx": text({}, "Words that are withdrawn."),
        "articles/2026/03/lock.jpg": await photograph(900, 600),
        "articles/2026/03/terms.pdf": "%PDF-1.4 terms",
        "articles/2026/03/pictures.mdx": text(
          {},
          "![A lock](./lock.jpg)\n\nWords, and [the terms](./terms.pdf).",
        ),
        "public/tide.webm": "0123456789".repeat(500),
      };
      for (const [file, held] of Object.entries(contents)) writeContent(content, file, held);
    },
  };
}

/** Builds a bundle and lays it below the root of a server. */
export async function hostedBundle(
  checkout: Checkout,
  { fill, now }: BundleSource,
  directory: string,
): Promise<HostedBundle> {
  const options = buildIn(directory, now);
  await fill(options.content);
  assertBuilt(await checkout.build({ ...options, compress: true }));
  const { publication } = await loadPublication({
    content: options.content,
    cache: join(directory, "cache-of-test"),
    now: Date.parse(now),
    clock: Date.now,
    codeVersion: "test",
  });
  if (publication === undefined) throw new Error("The publication is not sound.");
  const hosting = hostingOf(publication);
  const root = join(directory, "www");
  const folder = join(root, hosting.base);
  mkdirSync(folder, { recursive: true });
  cpSync(options.out, folder, { recursive: true });
  const all = filesIn(folder);
  const isCopy = (file: string): boolean => /\.(?:br|gz)$/.test(file);
  const files = all.filter((file) => !isCopy(file) && !HIDDEN_FILES.some((one) => one === file));
  const packed = new Set(files.filter((file) => all.includes(`${file}.gz`)));
  mkdirSync(join(folder, KEPT_FOLDER));
  writeFileSync(join(folder, KEPT_FOLDER, "kept.html"), "What was taken down.");
  // Servers believe no date that is still to come, and ask about one a minute later.
  for (const file of filesIn(folder)) utimesSync(join(folder, file), 1.7e9, 1.7e9);
  return { root, folder, hosting, files, packed };
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => statSync(join(folder, file)).isFile())
    .map((file) => file.replaceAll("\\", "/"))
    .sort();
}

/** The address of a file of the bundle, as browsers ask for it. */
export function addressOf(file: string, { base }: Hosting): string {
  return encodeURI(base + file.replace(/(^|\/)index\.html$/, "$1"));
}
