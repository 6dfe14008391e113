import { posix } from "node:path";
import { readShape } from "./source-imports.ts";
import type { SourceImport } from "./source-imports.ts";

/** A project's sources by path from the root, `/`-separated. */
export type Sources = ReadonlyMap<string, string>;

const PURE = ["domain", "urls", "i18n", "site"];
/** The folders whose code decides what is read from a content file. */
export const READING = [...PURE, "checks", "markdown", "cache", "loader"];
const SHOWN = ["views", "feeds", "seo", "search", "media"];
/** What a whole build is put together from. */
const BUILT = [
  ...READING,
  "workers",
  "validation",
  "report",
  ...SHOWN,
  "output",
  "deploy",
  "editor",
];

/** What each folder of `src` may import besides itself. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  domain: [],
  urls: ["domain"],
  i18n: ["domain"],
  site: ["domain", "urls", "i18n"],
  report: ["domain"],
  workers: [],
  cache: ["domain"],
  // Whoever reads something reports what breaks a rule.
  checks: PURE,
  markdown: [...PURE, "checks"],
  // The loader calls markdown to check the bodies.
  loader: [...PURE, "checks", "markdown", "cache", "workers"],
  // What files say of each other is known when all are read.
  // Some of it has a remedy that is carried out in place.
  validation: [...READING, "editing"],
  feeds: PURE,
  seo: PURE,
  media: READING,
  // A view holds the final addresses of its pictures, and what a feed or a sitemap is made of.
  views: [...PURE, "markdown", "loader", "feeds", "seo", "media"],
  // So does what a search shows of an article.
  search: [...READING, "workers", "media"],
  components: [...PURE, "markdown", "loader", ...SHOWN, "styles"],
  layouts: [...PURE, ...SHOWN, "components", "styles"],
  pages: [...PURE, "markdown", "loader", ...SHOWN, "components", "layouts", "styles"],
  styles: [],
  deploy: PURE,
  // The fields of the editor are those of the schemas.
  editor: READING,
  output: ["domain", "cache", "workers", "report"],
  settings: ["domain", "cache", "output"],
  // Pages that run code are read by Astro with a transform of ours.
  renderer: [...PURE, "markdown", "cache", "views", "output", "settings", "workers"],
  // Opinions about texts, which the check alone asks for.
  prose: [...READING, "settings"],
  // The pipeline puts the steps of a build together, as pages put a page together.
  pipeline: [...BUILT, "prose", "settings", "renderer", "editing", "history"],
  dev: [...BUILT, "settings", "renderer", "pipeline"],
  authoring: [...BUILT, "prose", "pipeline"],
  // Files of the content are changed in place.
  editing: READING,
  // What git knows of earlier content.
  history: ["domain"],
  // What a change does is shown by the views of a build.
  review: [...BUILT, "settings", "history", "pipeline"],
  // The files of a new publication, and of a new article.
  starter: READING,
  // What an archive becomes is read again, to see that nothing was lost.
  import: [...READING, "workers", "starter"],
  cli: [
    ...BUILT,
    "settings",
    "pipeline",
    "dev",
    "starter",
    "import",
    "editing",
    "history",
    "review",
  ],
};

/** Imports within the table that must be erased at compilation. */
const TYPES_ONLY: Record<string, readonly string[]> = { components: ["loader", "views"] };

/** What draws the pictures of the demonstration. */
const DEMO = "scripts/demo/";

/** Folders that know neither Astro nor Node, or not Astro. */
const KEEPS_OUT: Record<string, { what: RegExp; said: string }> = {
  domain: { what: /^(?:node:|astro(?::|\/|$))/, said: "is pure: no Node, no Astro" },
  feeds: { what: /^astro(?::|\/|$)/, said: "returns strings without Astro" },
  seo: { what: /^astro(?::|\/|$)/, said: "returns strings without Astro" },
};

/** Modules whose tool asks for a default export; Astro asks for one of components. */
const DEFAULT_EXPORTS = [
  /^[a-z-]+\.config\.(?:mjs|ts)$/,
  /^src\/components\/virtual-slots\.d\.ts$/,
];

/** Breaches of the import directions and of the naming rules, each `file:line: why`, sorted. */
export function breaches(sources: Sources): string[] {
  const found: string[] = [];
  const edges: Edge[] = [];
  for (const [file, text] of sources) {
    for (const why of misnamed(file)) found.push(`${file}:1: ${why}`);
    if (!/\.(?:ts|mjs|astro)$/.test(file)) continue;
    const shape = readShape(file, text);
    if (!DEFAULT_EXPORTS.some((allowed) => allowed.test(file))) {
      for (const line of shape.defaultExports) {
        found.push(`${file}:${line}: has a default export: name it`);
      }
    }
    for (const imported of shape.imports) {
      const why = forbidden(file, imported);
      if (why !== undefined) found.push(`${file}:${imported.line}: ${why}`);
      const edge = edgeBetween(file, imported);
      if (edge !== undefined) edges.push(edge);
    }
  }
  return [...found, ...cycles(edges), ...circles(sources)].sort();
}

/** Modules of `src` that lead back to themselves, one line for each circle, named by its first file. */
function circles(sources: Sources): string[] {
  const next = new Map<string, string[]>();
  for (const [file, text] of sources) {
    if (!/^src\/.*\.(?:ts|astro)$/.test(file) || isTest(file)) continue;
    const { imports } = readShape(file, text);
    next.set(
      file,
      imports.flatMap(({ from }) => (from.startsWith(".") ? [targetOf(file, from)] : [])),
    );
  }
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    const at = path.indexOf(file);
    if (at >= 0) found.push(`${file}:1: imports itself: ${[...path.slice(at), file].join(" > ")}`);
    if (at >= 0 || done.has(file)) return;
    for (const one of next.get(file) ?? []) visit(one, [...path, file]);
    done.add(file);
  };
  for (const file of next.keys()) visit(file, []);
  return found;
}

/** Why a file may not import what it imports; undefined when it may. */
function forbidden(file: string, imported: SourceImport): string | undefined {
  const own = areaOf(file);
  if (!imported.from.startsWith(".")) {
    const kept = own.source === undefined || isTest(file) ? undefined : KEEPS_OUT[own.source];
    return kept?.what.test(imported.from) === true
      ? `imports ${imported.from}, but src/${own.source} ${kept.said}`
      : undefined;
  }
  const target = targetOf(file, imported.from);
  const to = areaOf(target);
  if (to.top === "scripts" && own.top !== "scripts")
    return `imports ${target}: nothing imports scripts`;
  const isOfDemo = file.startsWith(DEMO);
  if (target.startsWith(DEMO) && !isOfDemo && file !== "scripts/draw.ts")
    return `imports ${target}: only scripts/draw.ts imports the demonstration`;
  if (isOfDemo && to.top === "src" && to.source !== "domain")
    return `imports ${target}, but of Stet the demonstration may import only src/domain`;
  if (to.source === "pages") return `imports ${target}: nothing imports pages`;
  if (own.top !== "src") {
    const showsPages = own.top === "scripts" || own.top === "benchmarks" || own.top === "";
    return showsPages && (to.source === "components" || to.source === "layouts")
      ? `imports ${target}: only pages put components together`
      : undefined;
  }
  if (to.top !== "src") {
    if (target === "package.json" || (isTest(file) && to.top === "tests")) return undefined;
    return `imports ${target}, which is outside src`;
  }
  return forbiddenInSource(own.source, { target, source: to.source }, imported.typeOnly);
}

function forbiddenInSource(
  own: string | undefined,
  to: { target: string; source: string | undefined },
  typeOnly: boolean,
): string | undefined {
  if (own === undefined || own === to.source) return undefined;
  const allowed = MAY_IMPORT[own];
  if (allowed === undefined) {
    return `lies in src/${own}, a folder that the import rules do not know: add it to the architecture first`;
  }
  if (to.source === undefined || !allowed.includes(to.source)) {
    const list = allowed.length === 0 ? "nothing but itself" : `only ${allowed.join(", ")}`;
    return `imports ${to.target}, but src/${own} may import ${list}`;
  }
  if (TYPES_ONLY[own]?.includes(to.source) === true && !typeOnly) {
    return `imports ${to.target}, but src/${own} may import only types from src/${to.source}`;
  }
  return undefined;
}

function misnamed(file: string): string[] {
  const parts = file.split("/");
  const name = parts.at(-1) ?? "";
  const { top, source } = areaOf(file);
  const wrong: string[] = [];
  const shed = parts.slice(0, -1).find((folder) => /^(?:libs?|utils?|helpers?)$/.test(folder));
  if (shed !== undefined) {
    wrong.push(`lies in a folder named ${shed}: put it into the module that owns its concept`);
  }
  if (top === "src" && /^index\.[mc]?[jt]s$/.test(name)) {
    wrong.push("is an index module: import from the module itself");
  }
  // The names of pages are the addresses of the site.
  if (source === "pages") return wrong;
  if (name.endsWith(".astro") && !/^[A-Z][A-Za-z0-9]*\.astro$/.test(name)) {
    wrong.push("is a component whose name is not in PascalCase");
  }
  if (/\.(?:ts|mjs|cjs|css)$/.test(name) && !/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/.test(name)) {
    wrong.push("is a module whose name is not in kebab-case");
  }
  return wrong;
}

interface Edge {
  from: string;
  to: string;
  location: string;
}

function edgeBetween(file: string, imported: SourceImport): Edge | undefined {
  if (!imported.from.startsWith(".") || isTest(file)) return undefined;
  const from = areaOf(file).source;
  const to = areaOf(targetOf(file, imported.from)).source;
  if (from === undefined || to === undefined || from === to) return undefined;
  return { from, to, location: `${file}:${imported.line}` };
}

/** One breach for each import that takes part in a cycle of folders of `src`. */
function cycles(edges: Edge[]): string[] {
  const next = new Map<string, Set<string>>();
  for (const { from, to } of edges) next.set(from, (next.get(from) ?? new Set()).add(to));
  const reaches = (from: string, goal: string, seen = new Set<string>()): boolean =>
    from === goal ||
    [...(next.get(from) ?? [])].some((to) => {
      if (seen.has(to)) return false;
      return reaches(to, goal, seen.add(to));
    });
  return edges
    .filter(({ from, to }) => reaches(to, from))
    .map(({ from, to, location }) => `${location}: src/${from} and src/${to} import each other`);
}

/** The top folder of a path (`""` for the root) and, in `src`, the folder below it. */
function areaOf(file: string): { top: string; source?: string } {
  const [top = "", second, ...below] = file.split("/");
  if (second === undefined) return { top: "" };
  return top === "src" && below.length > 0 ? { top, source: second } : { top };
}

function targetOf(file: string, from: string): string {
  return posix.join(posix.dirname(file), from.replace(/\?.*$/, ""));
}

function isTest(file: string): boolean {
  return file.endsWith(".test.ts");
}
