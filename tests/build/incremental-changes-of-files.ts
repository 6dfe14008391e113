import {
  cpSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { EXIT } from "../../src/cli/outcome.ts";
import {
  bundleFiles,
  editCode,
  editContent,
  failToBuild,
  looseArticle,
  readContent,
  removeCode,
  removeContent,
  replaceInSecret,
} from "./incremental-world.ts";
import type { World } from "./incremental-world.ts";
import type { Change } from "./incremental-change.ts";
import { drawing, photograph } from "../fixtures/image-files.ts";
import { LANDINGS, makeImage, writeContent } from "./publication.ts";

const BESIDE = "\n[The votes](./votes.pdf), and [the quay](../../2024/11/quay.png).\n";

/** Pictures, files that are copied as they are, and what is done to bundles, folders and running builds. */
export const CHANGES_OF_FILES: readonly Change[] = [
  {
    name: "a picture is replaced in secret: same name, same length, same time",
    steps: [
      async (world) => {
        const file = join(world.options.content, "articles/2024/11/quay.png");
        replaceInSecret(file, await makeImage(50 + world.chance.below(50)));
      },
    ],
  },
  {
    name: "a picture has other bytes under its name: of another size, then of another kind",
    steps: [
      async (world) =>
        writeContent(
          world.options.content,
          "articles/2025/02/ribbon.jpg",
          await photograph(900, 1200),
        ),
      async (world) =>
        writeContent(
          world.options.content,
          "articles/2025/02/ribbon.jpg",
          await drawing(1300, 700),
        ),
    ],
  },
  {
    name: "an article links to files beside it, one of them is replaced in secret, and the links go",
    steps: [
      (world) => {
        writeContent(world.options.content, "articles/2025/04/votes.pdf", "%PDF one");
        editContent(world, "articles/2025/04/council-vote.mdx", (text) => text + BESIDE);
      },
      (world) =>
        replaceInSecret(
          join(world.options.content, "articles/2025/04/votes.pdf"),
          Buffer.from("%PDF two"),
        ),
      (world) =>
        editContent(world, "articles/2025/04/council-vote.mdx", (text) => text.replace(BESIDE, "")),
    ],
  },
  {
    name: "the share picture of site.yaml is named, replaced in secret, and taken back",
    alone: true,
    rare: true,
    steps: [
      (world) => {
        writeContent(world.options.content, "share.svg", lines("#357"));
        editContent(world, "site.yaml", (text) => `${text}image: ./share.svg\n`);
      },
      (world) =>
        replaceInSecret(join(world.options.content, "share.svg"), Buffer.from(lines("#735"))),
      (world) => {
        editContent(world, "site.yaml", (text) => text.replace(/^image: .*\n/m, ""));
        removeContent(world, "share.svg");
      },
    ],
  },
  {
    name: "the logo of site.yaml is named, leads to another file, its file is replaced, and it is taken back",
    alone: true,
    rare: true,
    steps: [
      (world) => editContent(world, "site.yaml", (text) => `${text}logo: /crest.png\n`),
      (world) =>
        editContent(world, "site.yaml", (text) =>
          text.replace("/crest.png", "articles/2025/04/lamp.png"),
        ),
      async (world) =>
        writeContent(world.options.content, "articles/2025/04/lamp.png", await drawing(300, 100)),
      (world) => editContent(world, "site.yaml", (text) => text.replace(/^logo: .*\n/m, "")),
    ],
  },
  {
    name: "the picture of a post is replaced, and the post is removed",
    steps: [
      async (world) => {
        // Whatever changed before, somebody quotes it.
        writeContent(
          world.options.content,
          "articles/2025/03/gangway-signed.mdx",
          '---\ntitle: The gangway is signed for\ndescription: It comes in May.\ncategory: harbour\nauthor: mia-roth\ndate: 2025-03-02\n---\n\nThe board said so:\n\n<SocialPost post="board-gangway" />\n',
        );
        writeContent(world.options.content, "posts/gangway.png", await makeImage(11));
      },
      async (world) => {
        const post = readContent(world, "posts/board-gangway.yaml");
        removeContent(world, "posts/board-gangway.yaml");
        await failToBuild(world, EXIT.invalid);
        writeContent(
          world.options.content,
          "posts/board-gangway.yaml",
          post.replace(/^picture:[^]*/m, ""),
        );
        removeContent(world, "posts/gangway.png");
      },
    ],
  },
  {
    name: "the figures of a chart are replaced in secret, lose a row, come back, and lie in the public folder",
    steps: [
      (world) =>
        replaceInSecret(
          join(world.options.content, "articles/2025/03/landings.csv"),
          Buffer.from(LANDINGS.replace("515", "551")),
        ),
      (world) =>
        writeContent(
          world.options.content,
          "articles/2025/03/landings.csv",
          LANDINGS.replace("2024,515,88\n", ""),
        ),
      (world) => writeContent(world.options.content, "articles/2025/03/landings.csv", LANDINGS),
      (world) =>
        writeContent(world.options.content, "public/visitors.csv", "Month,Visitors\n2025-01,7\n"),
    ],
  },
  {
    name: "a picture is deleted, and comes back",
    steps: [
      (world) => removeContent(world, "articles/2025/04/lamp.png"),
      async (world) =>
        writeContent(world.options.content, "articles/2025/04/lamp.png", await makeImage(3)),
    ],
  },
  {
    name: "a picture of the public folder is replaced",
    steps: [
      async (world) =>
        writeContent(world.options.content, "public/crest.png", await makeImage(7, "jpeg")),
    ],
  },
  {
    name: "a public file is added, replaced in secret, and removed",
    steps: [
      (world) => writeContent(world.options.content, "public/rates/2025.txt", "rates: 5\n"),
      (world) =>
        replaceInSecret(
          join(world.options.content, "public/rates/2025.txt"),
          Buffer.from("rates: 6\n"),
        ),
      (world) => removeContent(world, "public/rates/2025.txt"),
    ],
  },
  {
    name: "an old address is given, led elsewhere, and an article is taken down and comes back",
    steps: [
      (world) => writeContent(world.options.content, "redirects.yaml", "moved: { /old/: / }\n"),
      (world) =>
        writeContent(world.options.content, "redirects.yaml", "moved: { /old/: /about/ }\n"),
      (world) =>
        writeContent(
          world.options.content,
          "redirects.yaml",
          `gone: { ${looseArticle(world)}: { date: 2025-01-01 } }\n`,
        ),
      (world) => removeContent(world, "redirects.yaml"),
    ],
  },
  {
    name: "popular.json is added, edited, and removed",
    steps: [
      (world) => writeContent(world.options.content, "popular.json", popularOf(world, 7)),
      (world) => writeContent(world.options.content, "popular.json", popularOf(world, 900)),
      (world) => removeContent(world, "popular.json"),
    ],
  },
  {
    name: "a public file of the press is added, replaced in secret, and removed",
    rare: true,
    steps: [
      (world) => editCode(world, "public/icons/heron.txt", () => "a heron\n"),
      ({ keeping, clean }) => {
        for (const { root } of [keeping, clean]) {
          replaceInSecret(join(root, "public/icons/heron.txt"), Buffer.from("a Heron\n"));
        }
      },
      (world) => removeCode(world, "public/icons/heron.txt"),
    ],
  },
  {
    name: "the press brings a public file that the publication has too, and the publication's goes",
    steps: [
      (world) => editCode(world, "public/robots.txt", () => "User-agent: nobody\n"),
      (world) => removeContent(world, "public/robots.txt"),
    ],
  },
  {
    name: "a page of the bundle is cut short",
    steps: [(world) => truncateSync(join(world.options.out, drawnPage(world)), 100)],
  },
  {
    name: "a page of the bundle is changed in secret",
    steps: [
      (world) => {
        const file = join(world.options.out, drawnPage(world));
        replaceInSecret(
          file,
          Buffer.from(readFileSync(file, "utf8").replace("<title>", "<tItle>")),
        );
      },
    ],
  },
  {
    name: "a page of the bundle is deleted",
    steps: [(world) => unlinkSync(join(world.options.out, drawnPage(world)))],
  },
  {
    name: "a picture of the bundle is deleted",
    steps: [
      (world) =>
        unlinkSync(join(world.options.out, world.chance.one(bundleFiles(world, /\.(?:png|jpg)$/)))),
    ],
  },
  {
    name: "a style sheet of the bundle is deleted",
    alone: true,
    steps: [
      (world) =>
        unlinkSync(
          join(world.options.out, world.chance.one(bundleFiles(world, /^_astro\/.*\.css$/))),
        ),
    ],
  },
  {
    name: "a file of the search index is deleted",
    steps: [
      (world) =>
        unlinkSync(join(world.options.out, world.chance.one(bundleFiles(world, /^pagefind\//)))),
    ],
  },
  {
    name: "the manifest is deleted, the folder is refused, and its owner empties it",
    alone: true,
    rare: true,
    steps: [
      async (world) => {
        rmSync(join(world.options.out, "stet-manifest.jsonl"));
        await failToBuild(world, EXIT.refused);
        rmSync(world.options.out, { recursive: true });
      },
    ],
  },
  {
    name: "the cache is deleted",
    alone: true,
    steps: [(world) => rmSync(world.options.cache, { recursive: true })],
  },
  {
    name: "the cache is damaged",
    alone: true,
    rare: true,
    steps: [
      (world) => {
        const { cache } = world.options;
        const images = readdirSync(join(cache, "pictures")).map((name) => `pictures/${name}`);
        for (const name of ["index.jsonl", ...images]) {
          const file = join(cache, name);
          writeFileSync(file, readFileSync(file).subarray(0, -50));
        }
        editContent(world, looseArticle(world), (text) => `${text}\nIn spite of all.\n`);
      },
    ],
  },
  {
    name: "another publication takes its turn",
    alone: true,
    steps: [
      (world) => {
        const content = join(world.base, "other content");
        // Times are kept too, so that only folder, inode and time of change tell the two apart.
        cpSync(world.options.content, content, { recursive: true, preserveTimestamps: true });
        world.options = { ...world.options, content };
        editContent(world, "site.yaml", (text) =>
          text.replace(/^name: .*$/m, "name: The Other Paper"),
        );
        editContent(world, "articles/2025/03/tide-clock-data.ts", (text) =>
          text.replace('"flood"', '"surge"'),
        );
      },
      (world) => {
        world.options = { ...world.options, content: join(world.base, "content") };
      },
    ],
  },
  {
    name: "another output folder takes its turn",
    alone: true,
    steps: [
      (world) => {
        world.options = { ...world.options, out: join(world.base, "other out") };
        editContent(world, looseArticle(world), (text) => `${text}\nFor the other folder.\n`);
      },
      (world) => {
        world.options = { ...world.options, out: join(world.base, "out") };
      },
    ],
  },
  {
    name: "an edit with an error is refused, and mended",
    steps: [
      async (world) => {
        const file = looseArticle(world);
        const text = readContent(world, file);
        editContent(world, file, () => text.replace(/^category: .*$/m, "category: nowhere"));
        await failToBuild(world, EXIT.invalid);
        editContent(world, file, () => text.replace("lay quiet", "lay still"));
      },
    ],
  },
  {
    name: "a component throws, and is mended",
    alone: true,
    steps: [
      async (world) => {
        const file = "src/components/listing/ShownDate.astro";
        editContent(world, looseArticle(world), (text) => `${text}\nWhile it was broken.\n`);
        editCode(world, file, (text) =>
          text.replace(
            "const { date, site,",
            'if (Astro.props) throw new Error("Out of ink.");\nconst { date, site,',
          ),
        );
        const run = await failToBuild(world, EXIT.failed);
        if (!run.stderr.includes("Out of ink."))
          throw new Error(`The build does not say why:\n${run.stderr}`);
        editCode(world, file, (text) => text.replace(/^if \(Astro\.props\).*\n/m, ""));
      },
    ],
  },
  {
    name: "a build is killed, and the edit taken back",
    alone: true,
    steps: [
      async (world) => {
        const file = looseArticle(world);
        const text = readContent(world, file);
        editContent(world, file, () => text.replace("The water", "The cold water"));
        const { child, ended } = world.keeping.start(world.options);
        const moment = setTimeout(() => child.kill("SIGKILL"), (1 + world.chance.next()) * 2000);
        await ended;
        clearTimeout(moment);
        editContent(world, file, () => text);
      },
    ],
  },
];

function lines(colour: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="315"><path fill="${colour}" d="M0 0h600v315H0z"/></svg>`;
}

function drawnPage(world: World): string {
  return world.chance.one(bundleFiles(world, /\.html$/));
}

/** Counts of an article, and a pin on another. */
function popularOf(world: World, count: number): string {
  return JSON.stringify({ counts: { [looseArticle(world)]: count }, pins: [looseArticle(world)] });
}
