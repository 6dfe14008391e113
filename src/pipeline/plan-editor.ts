import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { digestOf } from "../cache/file-digest.ts";
import { EDITOR_PAGE, editorPage } from "../deploy/editor-page.ts";
import { EDITOR_FOLDER } from "../domain/editor.ts";
import type { Publication } from "../domain/publication.ts";
import { EDITOR_CONFIG, editorConfigText } from "../editor/cms-config.ts";
import { editorScripts } from "../editor/editor-scripts.ts";
import type { OutputRecord } from "../output/output-state.ts";
import type { PlannedFile } from "../output/publish-plan.ts";
import { editorModule, editorPackages } from "./editor-package.ts";
import { planText } from "./plan-text.ts";

/** What the files of the editor are planned from. */
export interface EditorContext {
  /** Stet's folder, and that of the project that has the editor's package; both absolute. */
  packageRoot: string;
  projectRoot: string;
  /** Digest of all code, with the versions of its packages. */
  code: string;
  staging: string;
  intact: ReadonlyMap<string, OutputRecord>;
}

/**
 * Plans the editor at `/admin/`; nothing where `site.yaml` has none. Its scripts are put together only where the code is
 * another than that of those in the output folder, or the packages are.
 *
 * Throws an Error where the package is not installed, which the check tells before.
 */
export async function planEditor(
  publication: Publication,
  { packageRoot, projectRoot, code, staging, intact }: EditorContext,
): Promise<Map<string, PlannedFile>> {
  const { editor } = publication.site;
  if (editor === undefined) return new Map();
  const text = (name: string, content: string): [string, PlannedFile] => {
    const path = `${EDITOR_FOLDER}/${name}`;
    return [path, planText(path, content, staging, intact)];
  };
  const made = digestOf(`${code} ${editorPackages(projectRoot)}`);
  return new Map([
    text(EDITOR_PAGE, editorPage(publication.site, editor)),
    text(EDITOR_CONFIG, editorConfigText(publication, editor)),
    ...(keptScripts(made, intact) ??
      (await newScripts({ packageRoot, projectRoot }, made, staging))),
  ]);
}

/** The scripts in the output folder, where all of them are of this code and these packages. */
function keptScripts(
  made: string,
  intact: ReadonlyMap<string, OutputRecord>,
): [string, PlannedFile][] | undefined {
  const records = [...intact].filter(([path]) => path.startsWith(`${EDITOR_FOLDER}/`));
  const keys = records.flatMap(([, { key }]) => key?.split(" ") ?? []);
  const [count = 0] = keys.includes(`editor-${made}`) ? keys.flatMap(countIn) : [];
  const kept = records.filter(([, { key }]) => key === scriptKey(made, count));
  return count > 0 && kept.length === count
    ? kept.map(([path, record]) => [path, { from: "kept", record, asIs: true }])
    : undefined;
}

/** Each script is remembered with how many there are, so that none can be missing unseen. */
function scriptKey(made: string, count: number): string {
  return `editor-${made} of-${count}`;
}

function countIn(word: string): number[] {
  const count = /^of-(\d+)$/.exec(word)?.[1];
  return count === undefined ? [] : [Number(count)];
}

async function newScripts(
  { packageRoot, projectRoot }: Pick<EditorContext, "packageRoot" | "projectRoot">,
  made: string,
  staging: string,
): Promise<[string, PlannedFile][]> {
  const main = editorModule(projectRoot);
  if (main === undefined) throw new Error("The package of the editor went away during the build.");
  const files = await editorScripts(packageRoot, main);
  return [...files].map(([name, content]) => {
    const path = `${EDITOR_FOLDER}/${name}`;
    const file = join(staging, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
    return [
      path,
      {
        from: "staged",
        file,
        key: scriptKey(made, files.size),
        sha256: digestOf(content),
        bytes: Buffer.byteLength(content),
        // They name files of their own by addresses that are put together as they run.
        asIs: true,
      },
    ];
  });
}
