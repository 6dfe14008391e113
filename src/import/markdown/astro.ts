import GithubSlugger from "github-slugger";
import { folderOf, nameOf } from "../../domain/path-parts.ts";
import { DATA_ENDINGS, firstFile, readProgram } from "./config-file.ts";
import type { Generator, OpenGenerator, SourceText } from "./generator.ts";
import type { SourceFolder } from "./source-folder.ts";
import { isTrue, pick, textOf, valuesOf } from "./values.ts";
import { trimmedEnd } from "./text-scan.ts";

export const ASTRO_CONFIGS = ["mjs", "js", "ts", "mts", "cjs"].map(
  (ending) => `astro.config.${ending}`,
);

const COLLECTION_CONFIGS = ["src/content.config", "src/content/config"].flatMap((name) =>
  ["ts", "js", "mjs", "mts"].map((ending) => `${name}.${ending}`),
);

/** Reads the configuration of a site of Astro. */
export const openAstro: OpenGenerator = (folder) => {
  const notes: Generator["notes"] = [];
  const file = firstFile(folder, ASTRO_CONFIGS);
  const config = file === undefined ? {} : readProgram(folder, file, notes).values;
  const base = trimmedEnd((textOf(config, "base") ?? "").replace(/^\/?(?=[^/])/, "/"), "/");
  const url = textOf(config, "site");
  const collections = collectionFolders(folder);
  const routes = collectionRoutes(folder);
  for (const { name } of collections)
    if (!routes.has(name))
      notes.push({
        what: `no page of \`src/pages\` shows the collection \`${name}\` below one folder, so the old addresses of its texts are not known`,
      });
  const isFile = textOf(valuesOf(config, "build"), "format") === "file";
  const hasSlash = textOf(config, "trailingSlash") !== "never" && !isFile;
  const addressOf = (path: string): string =>
    `${base}/${path.replace(/^\/+|\/+$/g, "")}${hasSlash ? "/" : ""}`.replace(/\/{2,}/g, "/");
  const collectionOf = (path: string): (typeof collections)[number] | undefined =>
    collections.find(({ folder: one }) => path.startsWith(`${one}/`));
  return {
    system: "astro",
    site: {
      ...(url === undefined || !URL.canParse(url) ? {} : { url: new URL(`${base}/`, url).href }),
      ...pick("language", textOf(valuesOf(config, "i18n"), "defaultLocale")),
    },
    base,
    zones: { timezone: "UTC", local: "UTC" },
    menus: [],
    notes,
    variables: {},
    spacedTags: false,
    authorFiles: DATA_ENDINGS.flatMap((ending) => [
      `src/content/authors.${ending}`,
      `src/data/authors.${ending}`,
    ]),
    isText: (path) => path.startsWith("src/pages/") || collectionOf(path) !== undefined,
    defaults: () => ({}),
    place: ({ path, values }: SourceText) => {
      const collection = collectionOf(path);
      const root = collection?.folder ?? "src/pages";
      const stem = path.slice(root.length + 1).replace(/\.[^./]+$/, "");
      if (stem.split("/").some((part) => part.startsWith("_")))
        return { leftOut: "its name or folder begins with an underscore, so Astro left it out" };
      const own = textOf(values, "slug");
      const id = collection === undefined ? stem : (own ?? slugged(stem));
      const short = id.replace(/(?:^|\/)index$/, "");
      const route = collection === undefined ? "" : routes.get(collection.name);
      const date = textOf(
        values,
        "pubDate",
        "date",
        "publishDate",
        "published",
        "datePublished",
        "pubDatetime",
      );
      const draft = isTrue(values["draft"]);
      const last = nameOf(short) || nameOf(folderOf(stem));
      return {
        kind: date === undefined ? "page" : "article",
        ...(route === undefined || draft ? {} : { address: addressOf(`${route}/${short}`) }),
        slug: last,
        ...pick("date", date),
        title: last,
        ...(draft ? { draft: true as const } : {}),
      };
    },
    fileAddresses: (path) =>
      path.startsWith("public/") ? [`${base}/${path.slice("public/".length)}`] : [],
    bundleOf: () => undefined,
    termAddress: () => undefined,
  };
};

function slugged(stem: string): string {
  return stem
    .split("/")
    .map((part) => new GithubSlugger().slug(part))
    .join("/");
}

/** The collections of a site with the folders that their texts lie in. */
function collectionFolders(folder: SourceFolder): { name: string; folder: string }[] {
  const found = new Map<string, string>();
  for (const path of folder.paths) {
    const name = /^src\/content\/([^/]+)\//.exec(path)?.[1];
    if (name !== undefined && !name.startsWith("_")) found.set(name, `src/content/${name}`);
  }
  const file = firstFile(folder, COLLECTION_CONFIGS);
  const read = file === undefined ? undefined : folder.text(file);
  if (read !== undefined && "text" in read) {
    // Only what is written in quotation marks is taken; nothing runs.
    const parts = read.text
      .split(/(?:const|let|var)\s+(?=\w+\s*=\s*defineCollection\s*\()/)
      .slice(1);
    for (const part of parts) {
      const name = /^\w+/.exec(part)?.[0] ?? "";
      const base = /\bbase\s*:\s*["'`]([^"'`$]+)["'`]/.exec(part)?.[1];
      const renamed = new RegExp(`["']?([\\w-]+)["']?\\s*:\\s*${name}\\b`).exec(read.text)?.[1];
      if (base !== undefined) found.set(renamed ?? name, base.replace(/^\.?\/+|\/+$/g, ""));
    }
  }
  return [...found].map(([name, path]) => ({ name, folder: path }));
}

/** The addresses below which pages with one open part show a collection, by its name. */
function collectionRoutes(folder: SourceFolder): Map<string, string> {
  const routes = new Map<string, string>();
  for (const path of folder.paths) {
    const route = /^src\/pages\/(?:([^[]*)\/)?\[(?:\.\.\.)?\w+\]\.astro$/.exec(path);
    const read = route === null ? undefined : folder.text(path);
    if (route === null || read === undefined || "faults" in read) continue;
    const name = /getCollection\s*\(\s*["'`]([\w-]+)["'`]/.exec(read.text)?.[1];
    // A tag's page lists a collection too; what it is made for, its first part, is no entry of it.
    const isEntry = /\b(?:id|slug)\b/.test(read.text) && !/params: ?\{ ?tags?\b/.test(read.text);
    if (name !== undefined && isEntry && !routes.has(name)) routes.set(name, route[1] ?? "");
  }
  return routes;
}
