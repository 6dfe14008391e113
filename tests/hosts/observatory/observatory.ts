import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { installedPackages } from "../../tools/npm-packages.ts";

/** What the Observatory says of a host. */
export interface Scan {
  grade: string;
  score: number;
  /** Names of the results of all its tests, by test. */
  results: Readonly<Record<string, string>>;
  /** Tests that the host did not pass. */
  failed: readonly string[];
}

/** A host on the loopback interface, as `localhost`, with the file of the certificate that it shows. */
interface ScannedHost {
  port: number;
  securePort: number;
  certificate: string;
}

/** Longest that a scan may take: it gives up on a host that does not answer after ten seconds. */
const LONGEST_MS = 60_000;

/** Installs MDN's HTTP Observatory and gives what scans with it. Throws ToolMissing. */
export function installObservatory(): (host: ScannedHost) => Promise<Scan> {
  const packages = installedPackages(import.meta.dirname);
  const observatory = join(packages, "node_modules/@mdn/mdn-http-observatory");
  return async ({ port, securePort, certificate }) => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [join(import.meta.dirname, "scan.ts"), observatory, String(port), String(securePort)],
      {
        timeout: LONGEST_MS,
        // A proxy of the machine would be asked for its own `localhost`.
        env: { ...process.env, NODE_EXTRA_CA_CERTS: certificate, no_proxy: "localhost" },
      },
    );
    const { scan, tests } = JSON.parse(stdout) as {
      scan: Pick<Scan, "grade" | "score">;
      tests: Record<string, { result: string; pass: boolean }>;
    };
    const all = Object.entries(tests);
    return {
      grade: scan.grade,
      score: scan.score,
      results: Object.fromEntries(all.map(([name, { result }]) => [name, result])),
      failed: all.filter(([, { pass }]) => !pass).map(([name]) => name),
    };
  };
}
