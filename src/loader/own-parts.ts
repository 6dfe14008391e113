import { readFileSync } from "node:fs";
import { join } from "node:path";
import { rule as componentRule } from "../checks/part/component.ts";
import { rule as missingRule } from "../checks/part/missing.ts";
import type { ContentFile } from "../cache/content-file.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { nearestName } from "../domain/nearest-name.ts";
import { AD_NAMES, SLOT_NAMES } from "../domain/own-parts.ts";
import { composed } from "../domain/composed.ts";
import type { Ad, AdName, OwnParts, OwnSlots, SlotName } from "../domain/own-parts.ts";
import type { Site } from "../domain/publication.ts";
import type { PartsFile } from "../site/parts-schema.ts";
import type { ContentFiles } from "./content-lists.ts";
import { digestOfFiles, keepFolder, loadOwnComponents } from "./own-components.ts";
import type { ComponentFiles } from "./own-components.ts";
import { importDiagnostics } from "./own-imports.ts";
import type { CodeFolder } from "./own-imports.ts";
import type { SnippetContext } from "./own-html.ts";
import { readText } from "./read-text.ts";
import type { ParsedSite } from "./read-site.ts";
import { SITE_FILE } from "./site-images.ts";
import { unreadableDiagnostic } from "./unreadable.ts";

/** What the parts of a publication are read with. */
export interface PartsContext {
  /** Absolute paths of the content folder, and of the folder for what is kept between builds. */
  content: string;
  cache: string;
  files: ContentFiles;
  site: Site;
  locationOf: ParsedSite["locationOf"];
}

/** A text of the owner's with its path below the content folder. */
interface PartText {
  file: string;
  text: string;
}

/** What the parts of a publication give; undefined where there are none of a kind. */
export interface ParsedParts {
  parts: OwnParts | undefined;
  components: ComponentFiles | undefined;
}

/**
 * Reads the parts that `site.yaml` lists, and adds what is wrong with them to `diagnostics`. Its
 * components are loaded into this process.
 */
export async function readOwnParts(
  listed: Partial<PartsFile>,
  context: PartsContext,
  diagnostics: Diagnostic[],
): Promise<ParsedParts> {
  const parts: OwnParts = {};
  const { files, site } = context;
  const loadable = { site, publicFiles: new Set(files.publicFiles.keys()) };
  if (listed.styles !== undefined) {
    const sheet = readPart("styles", listed.styles, ["styles"], context, diagnostics);
    if (sheet !== undefined) {
      const { readOwnStyles } = await import("./own-styles.ts");
      const read = await readOwnStyles(sheet.text, sheet.file, loadable);
      diagnostics.push(...read.diagnostics);
      if (read.css !== undefined) parts.css = read.css;
    }
  }
  if (listed.navigation !== undefined) parts.navigation = listed.navigation;
  const slots =
    listed.slots === undefined ? undefined : await readSlots(listed.slots, context, diagnostics);
  if (slots !== undefined) parts.slots = slots;
  if (listed.head !== undefined) {
    const { file, hosts } = listed.head;
    const head = await readSnippet(
      { key: "head", file, at: ["head"], hosts },
      context,
      diagnostics,
    );
    if (head !== undefined) parts.head = head;
  }
  const ads =
    listed.ads === undefined ? undefined : await readAds(listed.ads, context, diagnostics);
  if (ads !== undefined) parts.ads = ads;
  if (listed.newsletter !== undefined) parts.newsletter = listed.newsletter;
  const components =
    listed.components === undefined
      ? undefined
      : await readComponents(listed.components, context, diagnostics);
  if (components === undefined) await loadOwnComponents(undefined);
  else parts.components = components.digest;
  return {
    parts: Object.keys(parts).length === 0 ? undefined : parts,
    components: components?.files,
  };
}

/** The HTML of a snippet, where it can be printed. */
async function readSnippet(
  snippet: {
    key: "head" | "ads";
    file: string;
    at: readonly PropertyKey[];
    hosts: SnippetContext["hosts"] | undefined;
  },
  context: PartsContext,
  diagnostics: Diagnostic[],
): Promise<string | undefined> {
  const { key, file, at, hosts = {} } = snippet;
  const { site, files } = context;
  const name = [...at, "file"].map(String).join(".");
  const part = readPart(name, file, [...at, "file"], context, diagnostics);
  if (part === undefined) return undefined;
  const publicFiles = new Set(files.publicFiles.keys());
  const { readOwnHtml } = await import("./own-html.ts");
  const read = readOwnHtml(part.text, part.file, { key, site, publicFiles, hosts });
  diagnostics.push(...read.diagnostics);
  return read.html;
}

/** The advertisements that can be shown; undefined where none can. */
async function readAds(
  listed: NonNullable<PartsFile["ads"]>,
  context: PartsContext,
  diagnostics: Diagnostic[],
): Promise<OwnParts["ads"]> {
  const { hosts } = listed;
  const ads: [AdName, Ad][] = [];
  for (const name of AD_NAMES) {
    const place = listed[name];
    if (place === undefined) continue;
    const { file, ...room } = place;
    const snippet = { key: "ads", file, at: ["ads", name], hosts } as const;
    // In their order, in which their problems are told.
    const html = await readSnippet(snippet, context, diagnostics);
    if (html !== undefined) ads.push([name, { html, ...room }]);
  }
  return ads.length === 0 ? undefined : Object.fromEntries(ads);
}

/** The components that are there, with what they import, compiled; undefined where none is. */
async function readSlots(
  listed: NonNullable<PartsFile["slots"]>,
  context: PartsContext,
  diagnostics: Diagnostic[],
): Promise<OwnSlots | undefined> {
  const files: Partial<Record<SlotName, string>> = {};
  for (const name of SLOT_NAMES) {
    const path = listed[name];
    if (path === undefined) continue;
    const part = readPart(`slots.${name}`, path, ["slots", name], context, diagnostics);
    if (part !== undefined) files[name] = part.file;
  }
  if (Object.keys(files).length === 0) return undefined;
  const code = codeFolder("slots", context);
  const entries = Object.values(files).map((file) => composed(file).slice("slots/".length));
  diagnostics.push(...(await importDiagnostics(entries, code)));
  return { files, digest: digestOfFiles(code.bytes) };
}

/** The components that are there, copied to where any process loads them, and loaded here. */
async function readComponents(
  listed: readonly string[],
  context: PartsContext,
  diagnostics: Diagnostic[],
): Promise<{ digest: string; files: ComponentFiles } | undefined> {
  const { COMPONENTS } = await import("../markdown/components/registry.ts");
  const { content, cache, locationOf } = context;
  const code = codeFolder("components", context);
  const { bytes } = code;
  const names = listed.flatMap((name, at) => {
    const location = { file: SITE_FILE, ...locationOf(["components", at]) };
    if (COMPONENTS.some((component) => component.name === name)) {
      diagnostics.push(componentRule.at(location, { is: "taken", name }));
      return [];
    }
    const file = [`${name}.ts`, `${name}.js`].find((one) => bytes.has(one));
    if (file === undefined) {
      const there = [...bytes.keys()].map((one) => one.replace(/\.[tj]s$/, ""));
      const near = nearestName(name, there);
      diagnostics.push(componentRule.at(location, { is: "absent", name, near }));
    }
    return file === undefined ? [] : [file];
  });
  if (names.length === 0) return undefined;
  const folder = keepFolder(cache, content, bytes) ?? join(content, "components");
  const component = { folder, files: names };
  const imports = await importDiagnostics(names, code);
  diagnostics.push(...imports);
  for (const { file, line, column, ...fault } of await loadOwnComponents(component)) {
    // What cannot be imported is what cannot be loaded.
    if (fault.is === "broken" && imports.length > 0) continue;
    diagnostics.push(componentRule.at({ file: code.fileOf(file), line, column }, fault));
  }
  return { digest: digestOfFiles(bytes), files: component };
}

/** All files of a folder of parts, by their paths in it: any of them may be imported by another. */
function codeFolder(
  folder: CodeFolder["folder"],
  { content, files }: Pick<PartsContext, "content" | "files">,
): CodeFolder {
  const bytes = new Map<string, Buffer>();
  for (const [path, { file }] of files.assets) {
    if (path.startsWith(`${folder}/`))
      bytes.set(path.slice(folder.length + 1), readFileSync(join(content, file)));
  }
  const fileOf = (path: string): string =>
    files.assets.get(`${folder}/${path}`)?.file ?? `${folder}/${path}`;
  return { folder, bytes, fileOf };
}

/** The text of a file that a key of `site.yaml` names. */
function readPart(
  key: string,
  path: string,
  at: readonly PropertyKey[],
  { content, files, locationOf }: PartsContext,
  diagnostics: Diagnostic[],
): PartText | undefined {
  const found: ContentFile | undefined = files.assets.get(path);
  if (found === undefined) {
    const near = nearestName(path, [...files.assets.keys()].filter(isPart));
    diagnostics.push(
      missingRule.at({ file: SITE_FILE, ...locationOf(at) }, { key, file: path, near }),
    );
    return undefined;
  }
  try {
    const read = readText(readFileSync(join(content, found.file)), found.file);
    diagnostics.push(...read.diagnostics);
    return read.text === undefined ? undefined : { file: found.file, text: read.text };
  } catch (error) {
    diagnostics.push(unreadableDiagnostic(found.file, error));
    return undefined;
  }
}

/** Whether a file lies where the owner's parts do. */
function isPart(file: string): boolean {
  return !/^(?:articles|pages|posts)\//.test(file);
}
