/** The part of package-lock.json (version 3) that the rules read. */
export interface LockFile {
  packages: Record<string, LockedPackage>;
}

export interface LockedPackage {
  version?: string;
  resolved?: string;
  integrity?: string;
  /** npm writes a list, or the one name, as the package's own manifest had it. */
  os?: string | string[];
  cpu?: string | string[];
  optionalDependencies?: Record<string, string>;
}

/** The machines Stet must install on, as Node names them. */
const PLATFORMS = ["linux x64", "linux arm64", "darwin x64", "darwin arm64", "win32 x64"];

/**
 * What keeps `npm ci` from giving the same working tree on every platform: an optional dependency
 * that the lock file lacks, or a native package without a binary for one of the platforms.
 */
export function lockProblems(lock: LockFile): string[] {
  const problems: string[] = [];
  for (const [path, locked] of Object.entries(lock.packages)) {
    if (locked.resolved !== undefined) problems.push(`${path} names where it was downloaded from`);
    if (path !== "" && locked.integrity === undefined) problems.push(`${path} has no integrity`);
    const covered = new Set<string>();
    const systems = new Set<string>();
    for (const name of Object.keys(locked.optionalDependencies ?? {})) {
      const binary = nearest(lock, path, name);
      if (binary === undefined) {
        problems.push(`${path || "package.json"} wants ${name}, which is missing`);
        continue;
      }
      for (const os of listed(binary.os)) {
        systems.add(os);
        for (const cpu of listed(binary.cpu)) covered.add(`${os} ${cpu}`);
      }
    }
    // The root brings Node itself, which macOS must have; one system alone is an extra (fsevents).
    if (path === "" || systems.size < 2) continue;
    for (const platform of PLATFORMS) {
      if (!covered.has(platform)) problems.push(`${path} has no binary for ${platform}`);
    }
  }
  return problems;
}

/** The package that `name` means inside `path`, looked up as Node does: there, then further out. */
function nearest(lock: LockFile, path: string, name: string): LockedPackage | undefined {
  const steps = path === "" ? [] : path.split(/(?:^|\/)node_modules\//).slice(1);
  for (let depth = steps.length; depth >= 0; depth--) {
    const inside = [...steps.slice(0, depth), name].map((step) => `node_modules/${step}`).join("/");
    const found = lock.packages[inside];
    if (found !== undefined) return found;
  }
  return undefined;
}

function listed(value: string | string[] | undefined): string[] {
  if (value === undefined) return [];
  return typeof value === "string" ? [value] : value;
}
