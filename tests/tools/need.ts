import { posix, win32 } from "node:path";
import { thisMachine } from "./machine.ts";
import type { Machine } from "./machine.ts";
import { TOOLS } from "./tool-catalogue.ts";
import type { Tool, ToolName } from "./tool-catalogue.ts";

const INSTALL_LOCK = "/tmp/stet-tool-install.lock";

/** A tool that is not there and cannot be installed. The message is one line that says what to do. */
export class ToolMissing extends Error {
  override name = "ToolMissing";
}

/**
 * The absolute path of a tool the tests need: the one its `TOOL_…` variable names, else one in PATH
 * or at a well-known place, else one installed here and now from Debian (as root only).
 *
 * @throws ToolMissing when none of these gives a working one.
 */
export async function need(name: ToolName, machine: Machine = thisMachine()): Promise<string> {
  const tool = TOOLS[name];
  const named = machine.variable(tool.variable);
  if (named !== undefined && named !== "") {
    if (await works(named, tool, machine)) return named;
    throw new ToolMissing(
      `${tool.variable} names ${named}, which is no working ${name}: correct it or unset it.`,
    );
  }
  const found = await find(tool, machine);
  if (found !== undefined) return found;

  const byHand = `apt-get install ${tool.packages.join(" ")}`;
  if (!machine.canInstall) {
    throw new ToolMissing(
      `${name} is missing: run \`${byHand}\` as root, or set ${tool.variable} to its path.`,
    );
  }
  const failure = await install(tool.packages, machine);
  const installed = await find(tool, machine);
  if (installed !== undefined) return installed;
  throw new ToolMissing(
    `${name} is missing and \`${byHand}\` did not bring it (${failure}): install it by hand, or set ${tool.variable} to its path.`,
  );
}

/**
 * Why tests that need these tools are skipped, which is also said on the terminal; false where all of them are there
 * or could be installed.
 */
export async function missingTools(
  names: readonly ToolName[],
  machine: Machine = thisMachine(),
): Promise<string | false> {
  const missing: string[] = [];
  for (const name of names) {
    try {
      await need(name, machine);
    } catch (error) {
      if (!(error instanceof ToolMissing)) throw error;
      missing.push(error.message);
    }
  }
  if (missing.length === 0) return false;
  const why = missing.join(" ");
  console.log(`Skipped: ${why}`);
  return why;
}

/** What `provide` gives; undefined where a tool is missing, which is also said on the terminal. */
export function provided<Given>(provide: () => Given): Given | undefined {
  try {
    return provide();
  } catch (error) {
    if (!(error instanceof ToolMissing)) throw error;
    console.log(`Skipped: ${error.message}`);
    return undefined;
  }
}

async function find(tool: Tool, machine: Machine): Promise<string | undefined> {
  const { join } = machine.isWindows ? win32 : posix;
  const suffix = machine.isWindows ? ".exe" : "";
  const inPath = tool.commands.flatMap((command) =>
    machine.searchPath.map((folder) => join(folder, command + suffix)),
  );
  const candidates =
    tool.placesFirst === true ? [...tool.places, ...inPath] : [...inPath, ...tool.places];
  for (const candidate of candidates) {
    if (await works(candidate, tool, machine)) return candidate;
  }
  return undefined;
}

async function works(file: string, tool: Tool, machine: Machine): Promise<boolean> {
  if (!machine.isProgram(file)) return false;
  if (tool.probe === undefined) return true;
  return (await machine.run(file, tool.probe)).code === 0;
}

/**
 * Installs Debian packages; gives the last line of what apt-get said. `flock` makes tests that run
 * side by side take turns, and the kernel frees the lock of one that dies. The one that waited asks
 * again whether the packages are there, rather than updating the lists a second time.
 */
async function install(packages: string[], machine: Machine): Promise<string> {
  const script = `
    for package in "$@"; do
      [ "$(dpkg-query -W -f '\${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing=1
    done
    [ -z "\${missing:-}" ] && exit 0
    apt-get update -qq && apt-get install -y -qq --no-install-recommends -o DPkg::Lock::Timeout=600 "$@"`;
  const { output } = await machine.run(
    "flock",
    [INSTALL_LOCK, "sh", "-c", script, "install", ...packages],
    // A package that brings a server would start it, if this looked like an ordinary run level.
    { DEBIAN_FRONTEND: "noninteractive", RUNLEVEL: "1" },
  );
  return output.trim().split("\n").at(-1)?.trim() ?? "";
}
