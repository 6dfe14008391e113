import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { hostingOf } from "../deploy/hosting.ts";
import { HOST_WRITERS } from "../deploy/hosts/host-writers.ts";
import type { HostName } from "../domain/host-names.ts";
import type { Readers } from "../loader/readers.ts";
import { readingDigest } from "../pipeline/code-digest.ts";
import { loadPublication } from "../pipeline/load-publication.ts";
import { formatDiagnostics, reportOn } from "../report/report.ts";
import { readSettings } from "../settings/settings.ts";
import type { CommandContext } from "./command-context.ts";
import { EXIT } from "./outcome.ts";

/** Servers whose configuration has patterns and variables in it. */
function isOwnServer(host: HostName): boolean {
  return host === "nginx" || host === "caddy" || host === "apache";
}

/** What the command needs besides; `cwd` is absolute. */
export type HostsContext = Omit<CommandContext, "workers"> & { readers: Readers; cwd: string };

/**
 * Writes the files that set up a host for the publication into a folder, and says what to do with them. With errors in
 * the content nothing is written. Gives the exit code. Throws SettingsError, and what the file system throws.
 */
export async function runHosts(
  context: HostsContext,
  { host, out }: { host: HostName; out: string },
): Promise<number> {
  const { environment, clock, node, packageRoot, projectRoot, readers, cwd } = context;
  const { stdout, stderr } = context;
  const { content, cache, now } = readSettings(context, environment, clock);
  const { publication, diagnostics } = await loadPublication({
    content,
    cache,
    now,
    clock,
    readers,
    codeVersion: readingDigest(packageRoot, node),
  });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (publication === undefined || errors.length > 0) {
    const page = reportOn(stderr, content, projectRoot);
    stderr.write(formatDiagnostics(errors, { ...page, warnings: "counts" }));
    stderr.write("Nothing was written: the errors above come first.\n");
    return EXIT.invalid;
  }
  const hosting = hostingOf(publication);
  const sign = isOwnServer(host)
    ? /["$%*[\]{}\\]/.exec(decodeURIComponent(hosting.base))?.[0]
    : undefined;
  if (sign !== undefined) {
    stderr.write(
      `The path of \`url\` in site.yaml has a \`${sign}\`, which means something else to ${HOST_WRITERS[host].name}. Choose a path without it.\nNothing was written.\n`,
    );
    return EXIT.refused;
  }
  const { name, write, notes } = HOST_WRITERS[host];
  const folder = resolve(projectRoot, out);
  for (const { path, text } of write(hosting)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    stdout.write(`${relative(cwd, file)}\n`);
  }
  const about = notes(hosting).map((note) => `- ${note}\n`);
  stdout.write(`\nFor ${name}:\n${about.join("")}`);
  return EXIT.done;
}
