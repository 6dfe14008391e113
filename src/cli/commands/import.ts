import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { ARCHIVE_SYSTEMS } from "../../import/archive.ts";
import type { ArchiveReader, ArchiveSystem } from "../../import/archive.ts";
import { NO_MAP, readImportMap } from "../../import/import-map.ts";
import type { ImportMap } from "../../import/import-map.ts";
import { readGhost } from "../../import/ghost/read-ghost.ts";
import { MARKDOWN_SYSTEMS } from "../../import/markdown/generator.ts";
import { readMarkdown } from "../../import/markdown/read-markdown.ts";
import { readWordPress } from "../../import/wordpress/read-wordpress.ts";
import { formatDiagnostics, reportOn } from "../../report/report.ts";
import { ProcessPool } from "../../workers/process-pool.ts";
import { callOf, readOptions } from "../command-options.ts";
import type { CommandValues } from "../command-options.ts";
import type { CommandProcess } from "../command-process.ts";
import { COMMANDS } from "../commands.ts";
import { EXIT } from "../outcome.ts";
import { runImport } from "../run-import.ts";

type Values = CommandValues<typeof COMMANDS.import>;

/** `stet import` */
export async function run(context: CommandProcess): Promise<number> {
  const { values, operands } = readOptions(COMMANDS.import);
  const { stderr } = context;
  const [system = "", ...paths] = operands;
  const example = `${callOf(COMMANDS.import, context.environment)} ${COMMANDS.import.example}`;
  if (!isSystem(system) || paths.length === 0 || values.out === undefined) {
    stderr.write(
      `Say what to import from where, and into which folder: ${ARCHIVE_SYSTEMS.join(", ")}, the files or the folder, and --out. For example: ${example}\n`,
    );
    return EXIT.refused;
  }
  const map = mapOf(values.map, context);
  if (map === undefined) return EXIT.refused;
  const reader = readerOf(
    system,
    paths.map((path) => resolve(path)),
    values,
    map,
  );
  if (typeof reader === "string") {
    stderr.write(`${reader}\n`);
    return EXIT.refused;
  }
  return runImport({ ...context, workers: new ProcessPool(), cwd: process.cwd() }, reader, {
    out: resolve(values.out),
    map,
    ...(values.base === undefined ? {} : { base: values.base }),
    force: values.force,
    dryRun: values["dry-run"],
  });
}

function isSystem(name: string): name is ArchiveSystem {
  return (ARCHIVE_SYSTEMS as readonly string[]).includes(name);
}

/** The map, or what is wrong with it on standard error. */
function mapOf(file: string | undefined, { stderr }: CommandProcess): ImportMap | undefined {
  if (file === undefined) return NO_MAP;
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    stderr.write(
      `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}. Nothing was written.\n`,
    );
    return undefined;
  }
  const { map, diagnostics } = readImportMap(text, file);
  if (map !== undefined) return map;
  const page = { ...reportOn(stderr, process.cwd(), process.cwd()), prefix: "" };
  stderr.write(formatDiagnostics(diagnostics, { ...page, warnings: "counts" }));
  stderr.write("Nothing was written.\n");
  return undefined;
}

/** What reads the archive, or why nothing can. */
function readerOf(
  system: ArchiveSystem,
  paths: string[],
  { uploads, base, from }: Values,
  map: ImportMap,
): ArchiveReader | string {
  const { types, timezone } = map;
  if (uploads !== undefined && statSync(uploads, { throwIfNoEntry: false })?.isDirectory() !== true)
    return `${uploads}: There is no such folder. Check what --uploads names. Nothing was written.`;
  if (system === "wordpress") return readWordPress(paths, { uploads, base, types, timezone });
  if (system === "ghost") return readGhost(paths, { uploads, base, timezone });
  const [folder, ...others] = paths;
  const generator = MARKDOWN_SYSTEMS.find((one) => one === from);
  if (generator === undefined || folder === undefined || others.length > 0)
    return `Say with --from what made the site, and name its folder: ${MARKDOWN_SYSTEMS.join(", ")}. For example: --from hugo my-site`;
  return readMarkdown(folder, { from: generator, ...(base === undefined ? {} : { base }) });
}
