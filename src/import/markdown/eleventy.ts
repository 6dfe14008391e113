import { folderOf, foldersOf, nameOf } from "../../domain/path-parts.ts";
import { DATA_ENDINGS, firstFile, readDataFile, readProgram } from "./config-file.ts";
import { filledPermalink } from "./eleventy-permalink.ts";
import type { Generator, OpenGenerator, SourceText } from "./generator.ts";
import type { SourceFolder } from "./source-folder.ts";
import {
  asValues,
  isFalse,
  isTrue,
  isValues,
  mergedValues,
  pick,
  textOf,
  valuesOf,
} from "./values.ts";
import type { Values } from "./values.ts";
import { readDate } from "./written-date.ts";

export const ELEVENTY_CONFIGS = [
  ".eleventy.js",
  ...["js", "mjs", "cjs", "ts"].map((ending) => `eleventy.config.${ending}`),
];

const PROGRAMS = ["js", "cjs", "mjs"];

/** Key under which it is kept that only a function says where a text stood. */
const COMPUTED = "permalink computed by a function";

/** Reads the configuration of a site of Eleventy. */
export const openEleventy: OpenGenerator = (folder, faults) => {
  const notes: Generator["notes"] = [];
  const file = firstFile(folder, ELEVENTY_CONFIGS);
  const program = file === undefined ? undefined : readProgram(folder, file, notes);
  const config = mergedValues(program?.values ?? {}, asValues(program?.exports["config"]));
  const setInput = program?.calls.find(({ method }) => method === "setInputDirectory")?.argument;
  const dir = valuesOf(config, "dir");
  const input = trimmed(textOf(dir, "input") ?? (typeof setInput === "string" ? setInput : ""));
  const data = trimmed(textOf(dir, "data") ?? "_data");
  const below = (path: string): string => (input === "" ? path : `${input}/${path}`);
  const base = trimmed(textOf(config, "pathPrefix") ?? "");
  const site = new EleventySite({
    folder,
    faults,
    notes,
    input,
    base: base === "" ? "" : `/${base}`,
  });
  const about = ["site", "metadata", "meta"]
    .flatMap((name) =>
      [...DATA_ENDINGS, ...PROGRAMS].map((ending) => below(`${data}/${name}.${ending}`)),
    )
    .find((path) => folder.has(path));
  const values = about === undefined ? {} : site.dataOf(about);
  const url = textOf(values, "url", "baseUrl", "base_url", "siteUrl");
  const copied = (program?.calls ?? [])
    .filter(({ method }) => method === "addPassthroughCopy")
    .flatMap(({ argument }) => passthrough(argument, input));
  const skipped = [
    data,
    textOf(dir, "includes") ?? "_includes",
    textOf(dir, "layouts") ?? "_includes",
  ].map((name) => below(trimmed(name)));
  return {
    system: "eleventy",
    site: {
      ...pick("title", textOf(values, "title", "name")),
      ...pick("description", textOf(values, "description")),
      ...(url === undefined || !URL.canParse(url)
        ? {}
        : { url: new URL(`${site.base}/`, url).href }),
      ...pick("language", textOf(values, "language", "lang")),
    },
    base: site.base,
    zones: { timezone: "UTC", local: "UTC" },
    menus: [],
    notes,
    variables: { site: values, metadata: values },
    spacedTags: false,
    authorFiles: DATA_ENDINGS.map((ending) => below(`${data}/authors.${ending}`)),
    isText: (path) =>
      (input === "" || path.startsWith(`${input}/`)) &&
      !skipped.some((one) => path.startsWith(`${one}/`)) &&
      !/^(?:README|CHANGELOG|CONTRIBUTING|LICENSE|CODE_OF_CONDUCT|SECURITY)\.md$/i.test(path),
    defaults: (path) => site.defaults(path),
    place: (text) => site.place(text),
    fileAddresses: (path) =>
      copied.flatMap(({ from, to }) => {
        if (path === from) return [`${site.base}/${to}`];
        return path.startsWith(`${from}/`)
          ? [
              `${site.base}/${[to, path.slice(from.length + 1)].filter((part) => part !== "").join("/")}`,
            ]
          : [];
      }),
    bundleOf: () => undefined,
    termAddress: () => undefined,
  };
};

function trimmed(path: string): string {
  return path.replace(/^\.?\/+|\/+$/g, "").replace(/^\.$/, "");
}

/** What a passthrough copy copies, and where to below the root. */
function passthrough(argument: unknown, input: string): { from: string; to: string }[] {
  if (typeof argument === "string") {
    const from = trimmed(argument).replace(/\/\*\*?(?:\/\*)?$/, "");
    const to = input !== "" && from.startsWith(`${input}/`) ? from.slice(input.length + 1) : from;
    return [{ from, to }];
  }
  if (typeof argument !== "object" || argument === null) return [];
  return Object.entries(argument).flatMap(([from, to]) =>
    typeof to === "string" ? [{ from: trimmed(from), to: trimmed(to) }] : [],
  );
}

interface SiteOptions {
  folder: SourceFolder;
  faults: string[];
  notes: Generator["notes"];
  input: string;
  base: string;
}

class EleventySite {
  readonly base: string;
  readonly #options: SiteOptions;
  readonly #read = new Map<string, Values>();

  constructor(options: SiteOptions) {
    this.#options = options;
    this.base = options.base;
  }

  /** The values of a data file, whether it is data or a program. */
  dataOf(path: string): Values {
    const { folder, faults, notes } = this.#options;
    let values = this.#read.get(path);
    if (values === undefined) {
      if (PROGRAMS.some((ending) => path.endsWith(`.${ending}`))) {
        const program = readProgram(folder, path, notes);
        values = { ...program.values };
        if (program.functions.includes("permalink")) {
          values[COMPUTED] = "true";
          notes.push({
            file: path,
            what: "`permalink` is a function, so old addresses below are not known",
          });
        }
      } else values = readDataFile(folder, path, faults);
      this.#read.set(path, values);
    }
    return values;
  }

  defaults(path: string): Values {
    const { folder, input } = this.#options;
    const stems = [
      ...foldersOf(path).map((one) => `${one}/${nameOf(one)}`),
      path.replace(/\.[^./]+$/, ""),
    ];
    let values: Values = {};
    for (const stem of stems) {
      if (input !== "" && !stem.startsWith(`${input}/`)) continue;
      const endings = [".json", ".11tydata.json", ...PROGRAMS.map((one) => `.11tydata.${one}`)];
      for (const ending of endings)
        if (folder.has(stem + ending)) values = mergedValues(values, this.dataOf(stem + ending));
    }
    // Tags of data files gather texts into collections: they are no topics.
    delete values["tags"];
    return values;
  }

  place({ path, values, own }: SourceText): ReturnType<Generator["place"]> {
    const { input } = this.#options;
    const stem = (input === "" ? path : path.slice(input.length + 1)).replace(/\.[^./]+$/, "");
    const name = nameOf(stem);
    const folder = folderOf(stem);
    const named = name === "index" ? nameOf(folder) : name;
    const [, day, rest = ""] = /^(\d{4}-\d\d-\d\d)-(.+)$/.exec(named) ?? [];
    const fileSlug = day === undefined ? named : rest;
    const written = textOf(values, "date");
    const isComputed =
      written !== undefined && /^(?:git )?(?:last modified|created)$/i.test(written);
    const fileDay = /(?:^|\/)(\d{4}-\d\d-\d\d)-/.exec(stem)?.[1];
    const date = written === undefined || isComputed ? fileDay : written;
    const { permalink } = values;
    if (isFalse(typeof permalink === "string" ? permalink : undefined))
      return { leftOut: "`permalink` is false, so it had no page" };
    const template = isValues(permalink) ? textOf(permalink, "build") : textOf(values, "permalink");
    const read = date === undefined ? undefined : readDate(date, { timezone: "UTC", local: "UTC" });
    const iso = read !== undefined && "date" in read ? read.date : "";
    const page: Values = { fileSlug, filePathStem: `/${stem}`, date: iso, inputPath: `./${path}` };
    const isDuplicate = nameOf(folder) === name;
    const address =
      values[COMPUTED] !== undefined && own.values["permalink"] === undefined
        ? undefined
        : template === undefined
          ? `/${name === "index" || isDuplicate ? folder : stem}/`
          : filledPermalink(template, { ...values, date: iso, page });
    const clean = address
      ?.replace(/(?:^|\/)index\.html$/, "/")
      .replace(/^\/?/, "/")
      .replace(/\/{2,}/g, "/");
    const draft = isTrue(values["draft"]);
    const isPage = textOf(values, "layout") === "page" || date === undefined;
    return {
      kind: isPage ? "page" : "article",
      ...pick("address", clean === undefined || draft ? undefined : `${this.base}${clean}`),
      slug: textOf(own.values, "slug") ?? fileSlug,
      ...pick("date", date),
      title: fileSlug,
      ...(draft ? { draft: true as const } : {}),
      ...(address === undefined
        ? {
            notes: [
              "its old address is not known: its permalink is computed by the site's own code",
            ],
          }
        : {}),
      ...(isComputed
        ? { notes: [`its date was that of its file or of git (\`${written}\`)`] }
        : {}),
    };
  }
}
