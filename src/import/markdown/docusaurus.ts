import { nameOf } from "../../domain/path-parts.ts";
import { DATA_ENDINGS, firstFile, readProgram } from "./config-file.ts";
import { documentSlug, postPath } from "./docusaurus-address.ts";
import type { Generator, OpenGenerator, PlacedText, SourceText } from "./generator.ts";
import { asList, asValues, isTrue, isValues, pick, textOf, valuesOf } from "./values.ts";
import type { Value, Values } from "./values.ts";

export const DOCUSAURUS_CONFIGS = ["js", "ts", "mjs", "cjs", "mts"].map(
  (ending) => `docusaurus.config.${ending}`,
);

/** A folder of texts of one of the plugins. */
interface ContentFolder {
  kind: "blog" | "docs" | "pages";
  path: string;
  /** Below the base, without slashes at its ends. */
  route: string;
  /** That of translated texts. */
  language?: string;
}

/** Reads the configuration of a site of Docusaurus. */
export const openDocusaurus: OpenGenerator = (folder) => {
  const notes: Generator["notes"] = [];
  const file = firstFile(folder, DOCUSAURUS_CONFIGS);
  const config = file === undefined ? {} : readProgram(folder, file, notes).values;
  const i18n = valuesOf(config, "i18n");
  const language = textOf(i18n, "defaultLocale") ?? "en";
  const own = contentFolders(config);
  const folders = [...own, ...translatedFolders(own, folder.paths, language)].toSorted(
    (a, b) => b.path.length - a.path.length,
  );
  const base = `/${trimmed(textOf(config, "baseUrl") ?? "/")}`.replace(/\/$/, "");
  const url = textOf(config, "url");
  const slash = textOf(config, "trailingSlash");
  const folderOf = (path: string): ContentFolder | undefined =>
    folders.find((one) => path.startsWith(`${one.path}/`));
  const addressOf = ({ route, language: of }: ContentFolder, slug: string): string => {
    const path = [base, of ?? "", route, slug].join("/").replace(/\/{2,}/g, "/");
    if (slash === "true") return path.endsWith("/") ? path : `${path}/`;
    return slash === "false" && path !== "/" ? path.replace(/\/$/, "") : path;
  };
  return {
    system: "docusaurus",
    site: {
      ...pick("title", textOf(config, "title")),
      ...pick("description", textOf(config, "tagline")),
      ...(url === undefined || !URL.canParse(url) ? {} : { url: new URL(`${base}/`, url).href }),
      language,
    },
    base,
    zones: { timezone: "UTC", local: "UTC" },
    menus: menuOf(config),
    notes,
    variables: {},
    spacedTags: false,
    authorFiles: folders.flatMap(({ kind, path }) =>
      kind === "blog" ? DATA_ENDINGS.map((ending) => `${path}/authors.${ending}`) : [],
    ),
    isText: (path) => folderOf(path) !== undefined,
    defaults: () => ({}),
    place: ({ path, values }: SourceText) => {
      const of = folderOf(path);
      if (of === undefined) return { leftOut: "it lies outside of the site's texts" };
      const rest = path.slice(of.path.length + 1);
      if (rest.split("/").some((part) => part.startsWith("_")))
        return { leftOut: "its name or folder begins with an underscore, so it had no page" };
      const placed = of.kind === "blog" ? post(rest, values) : page(of.kind, rest, values);
      const draft = isTrue(values["draft"]);
      return {
        ...withoutAddress(placed),
        ...pick("address", draft ? undefined : addressOf(of, placed.address ?? "")),
        ...(draft ? { draft: true as const } : {}),
        ...pick("language", of.language),
        ...(isTrue(values["unlisted"]) ? { draft: "`unlisted` is true" } : {}),
      };
    },
    fileAddresses: (path) =>
      path.startsWith("static/") ? [`${base}/${path.slice("static/".length)}`] : [],
    bundleOf: () => undefined,
    termAddress: (kind, name) => {
      const blog = own.find((one) => one.kind === "blog");
      return kind === "tag" && blog !== undefined
        ? addressOf(blog, `/tags/${kebab(name)}`)
        : undefined;
    },
  };
};

function withoutAddress({ address: _address, ...placed }: PlacedText): PlacedText {
  return placed;
}

function post(rest: string, values: Values): PlacedText {
  const { date, text, slug } = postPath(rest);
  const written = textOf(values, "slug");
  const day = textOf(values, "date") ?? date;
  return {
    kind: "article",
    address: `/${written ?? slug}`,
    slug: nameOf(trimmed(written ?? text)),
    ...pick("date", day),
    title: nameOf(text),
  };
}

function page(kind: "docs" | "pages", rest: string, values: Values): PlacedText {
  const [slug, id] = [textOf(values, "slug"), textOf(values, "id")];
  const address =
    kind === "docs"
      ? documentSlug(rest, { ...pick("slug", slug), ...pick("id", id) })
      : (slug ?? `/${rest.replace(/(?:^|(?<=\/))index\.mdx?$|\.mdx?$/, "")}`);
  const joined = trimmed(address).replaceAll("/", "-");
  return {
    kind: "page",
    address,
    slug: joined === "" ? (kind === "docs" ? "docs" : "home") : joined,
    ...pick("date", textOf(values, "date")),
    title: nameOf(rest).replace(/\.mdx?$/, ""),
    ...(trimmed(address).includes("/")
      ? {
          notes: [
            "pages of Stet lie side by side, so the folders of its address became parts of its name",
          ],
        }
      : {}),
  };
}

function contentFolders(config: Values): ContentFolder[] {
  const folders: ContentFolder[] = [];
  const add = (kind: ContentFolder["kind"], options: Value | undefined): void => {
    const values = asValues(options);
    const path = trimmed(textOf(values, "path") ?? (kind === "pages" ? "src/pages" : kind));
    const route = trimmed(textOf(values, "routeBasePath") ?? (kind === "pages" ? "" : kind));
    if (options !== "false") folders.push({ kind, path, route });
  };
  for (const preset of asList(config["presets"])) {
    const [name, options] = asList(preset);
    if (typeof name !== "string" || !/classic/.test(name)) continue;
    for (const kind of ["blog", "docs", "pages"] as const) add(kind, asValues(options)[kind]);
  }
  for (const plugin of asList(config["plugins"])) {
    const [name, options] = asList(plugin);
    const kind = /plugin-content-(blog|docs|pages)$|^content-(blog|docs|pages)$/.exec(
      typeof name === "string" ? name : "",
    );
    const found = kind?.[1] ?? kind?.[2];
    if (found === "blog" || found === "docs" || found === "pages") add(found, options);
  }
  if (folders.length === 0)
    for (const kind of ["blog", "docs", "pages"] as const) add(kind, undefined);
  return folders;
}

/** The folders of `i18n/` that hold translations of those of the site. */
function translatedFolders(
  own: readonly ContentFolder[],
  paths: readonly string[],
  language: string,
): ContentFolder[] {
  const names = new Set(paths.flatMap((path) => /^i18n\/([\w-]+)\//.exec(path)?.[1] ?? []));
  return [...names]
    .filter((name) => name !== language)
    .flatMap((name) =>
      own.map((one) => ({
        ...one,
        path: `i18n/${name}/docusaurus-plugin-content-${one.kind}${one.kind === "docs" ? "/current" : ""}`,
        language: name,
      })),
    );
}

function menuOf(config: Values): Generator["menus"] {
  const items = asList(valuesOf(valuesOf(config, "themeConfig"), "navbar")["items"]).filter(
    isValues,
  );
  const links = items.flatMap((item) => {
    const href = textOf(item, "to", "href");
    const label = textOf(item, "label");
    return href === undefined || label === undefined ? [] : [{ label, href }];
  });
  return links.length === 0 ? [] : [{ name: "navbar", location: "primary", items: links }];
}

function trimmed(path: string): string {
  return path.replace(/^\.?\/+|\/+$/g, "");
}

/** A name as lodash's `kebabCase` has it, for names of letters, digits and blanks. */
function kebab(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, "$1-$2")
    .replace(
      /([A-Za-z])(\d)|(\d)([A-Za-z])/g,
      (_, a = "", b = "", c = "", d = "") => `${a}${c}-${b}${d}`,
    )
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
}
