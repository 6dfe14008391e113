import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** A file of the editor by its path below the editor's folder, with what it holds. */
export type EditorFiles = Map<string, string | Buffer>;

/**
 * Packages that Sveltia CMS loads for fields and settings that the configuration does not use: maps, the highlighting of
 * a hundred languages of code, the optimising of drawings, and the lists of Decap's interface for scripts. Left out, they
 * are 20 MB less.
 */
const LEFT_OUT = /^(?:@shikijs\/|immutable$|leaflet(?:\/|$)|svgo(?:\/|$)|terra-draw)/;

const NOTHING = "\0nothing";

/**
 * The scripts of the editor, with the typefaces and WebAssembly that Sveltia CMS brings along, and the licences of all
 * packages that are in them. The same packages give the same bytes. `packageRoot` is Stet's folder, `main` the module of
 * the package, which may lie elsewhere; both are absolute, `main` without symbolic links.
 *
 * Throws an Error where a script names a file that is not among them, or loads a module from another host.
 */
export async function editorScripts(packageRoot: string, main: string): Promise<EditorFiles> {
  const { rolldown } = await import("rolldown");
  const assets = packageAssets(dirname(main));
  const bundle = await rolldown({
    input: { editor: join(packageRoot, "src/editor/client/start-editor.ts") },
    cwd: packageRoot,
    platform: "browser",
    logLevel: "silent",
    plugins: [
      {
        name: "leave-out",
        resolveId: (id: string) => (LEFT_OUT.test(id) ? NOTHING : undefined),
        load: (id: string) => (id === NOTHING ? "export default undefined;" : undefined),
      },
      {
        name: "package-of-the-project",
        resolveId: (id: string) => (id === "@sveltia/cms" ? main : undefined),
      },
      {
        name: "own-typefaces",
        transform: (code: string, id: string) =>
          id === main ? withOwnTypefaces(code, [...assets.keys()]) : undefined,
      },
    ],
  });
  try {
    const { output } = await bundle.generate({
      format: "es",
      minify: true,
      comments: false,
      entryFileNames: "[name].js",
      chunkFileNames: "chunks/[name].js",
    });
    const chunks = output.filter((one) => one.type === "chunk");
    const files: EditorFiles = new Map<string, string | Buffer>([
      ...chunks.map(({ fileName, code }) => [fileName, code] as const),
      ...assets,
      ["licences.txt", licences(chunks.flatMap(({ moduleIds }) => moduleIds))],
    ]);
    assertComplete(files);
    return files;
  } finally {
    await bundle.close();
  }
}

/** What lies beside the script of the package and is fetched by it: typefaces, WebAssembly, a worker. */
function packageAssets(packageFolder: string): Map<string, Buffer> {
  const folder = join(packageFolder, "assets");
  const names = readdirSync(folder).filter((name) => !name.endsWith(".map"));
  return new Map(names.sort().map((name) => [`assets/${name}`, readFileSync(join(folder, name))]));
}

/** A typeface in the style sheet of Sveltia CMS: at a host for packages, by the name of the package and its file. */
const TYPEFACE =
  /https:\/\/cdn\.jsdelivr\.net\/fontsource\/fonts\/([a-z\d-]+)(?::vf)?@[\d.]+\/([\w-]+)\.woff2/g;

/**
 * The script with the addresses of the typefaces that the package brings along: its style sheet names another host, for
 * the first letters are drawn before its script has registered these. They are found from the page.
 */
function withOwnTypefaces(code: string, assets: readonly string[]): string {
  let count = 0;
  const own = code.replaceAll(TYPEFACE, (address, name: string, subset: string) => {
    const asset = assets.find((path) => path.startsWith(`assets/${name}-${subset}-`));
    if (asset === undefined)
      throw new Error(`@sveltia/cms has no typeface in the place of ${address}.`);
    count += 1;
    return asset;
  });
  if (count === 0 || own.includes("cdn.jsdelivr.net"))
    throw new Error("The style sheet of @sveltia/cms names typefaces in a way that is not known.");
  return own;
}

/** Files that scripts name by their place beside them. */
const NAMED_FILE = /[`"']((?:\.\.\/)?assets\/[\w.-]+)[`"']/g;

function assertComplete(files: EditorFiles): void {
  for (const [path, content] of files) {
    if (typeof content !== "string" || !path.endsWith(".js")) continue;
    for (const [, named = ""] of content.matchAll(NAMED_FILE)) {
      const file = named.replace(/^\.\.\//, "");
      if (!files.has(file))
        throw new Error(`The editor's script ${path} needs ${named}, which @sveltia/cms lacks.`);
    }
    const elsewhere = /import\(\s*[`"'](?:https?:)?\/\/[^`"']*/.exec(content)?.[0];
    if (elsewhere !== undefined)
      throw new Error(`The editor's script ${path} loads a module of another host: ${elsewhere}`);
  }
}

/** The licences of the packages that modules belong to, by the names of the packages. */
function licences(modules: readonly string[]): string {
  const folders = [
    ...new Set(
      modules.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0] ?? []),
    ),
  ].sort();
  const texts = folders.map((folder) => {
    const { name, version, license } = JSON.parse(
      readFileSync(join(folder, "package.json"), "utf8"),
    ) as { name: string; version: string; license?: string };
    const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
    const text =
      file !== undefined && existsSync(join(folder, file))
        ? readFileSync(join(folder, file), "utf8").trim()
        : (license ?? "");
    return `${name} ${version}\n\n${text}\n`;
  });
  return texts.join(`\n${"-".repeat(72)}\n\n`);
}
