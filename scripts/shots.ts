// npm run shots: pictures of every template; with --compare REV what differs from that revision.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { DEMO_NOW } from "../tests/visual/demo-moment.ts";
import { NotPrinted } from "../tests/visual/build-publication.ts";
import { CheckoutFailed, checkOut } from "../tests/visual/shots/checkout.ts";
import { compareShots, comparisonText } from "../tests/visual/shots/compare-shots.ts";
import { shoot } from "../tests/visual/shots/shoot.ts";
import { FolderInUse, SHEET } from "../tests/visual/shots/shots-folder.ts";
import { readOptions } from "../src/cli/command-options.ts";
import { EXIT } from "../src/cli/outcome.ts";
import { need, ToolMissing } from "../tests/tools/need.ts";
import { openBrowser } from "../tests/tools/open-browser.ts";
import { TOOLS } from "./tools.ts";

const SCHEMES = ["light", "dark"] as const;

const { values } = readOptions(TOOLS.shots);
const root = join(import.meta.dirname, "..");
const out = resolve(values.out);
const widths = values.width;
const now = process.env["STET_NOW"] ?? DEMO_NOW;
const workshop = mkdtempSync(join(tmpdir(), "stet-shots-"));
let leaveCheckout: (() => void) | undefined;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.once(signal, () => {
    clean();
    process.exit(EXIT.failed);
  });

try {
  if (values.compare === undefined) {
    const count = await shootInto(root, out, "now");
    if (count === 0) throw nothingCalled(values.only);
    process.stdout.write(
      `${count} screenshots in ${shown(out)}; open ${shown(join(out, SHEET))}\n`,
    );
  } else {
    const checkout = join(workshop, "checkout");
    leaveCheckout = checkOut(root, values.compare, checkout);
    const [before, after, compared] = ["before", "after", "compare"].map((directory) =>
      join(out, directory),
    ) as [string, string, string];
    // A template may be new, or gone.
    const counts = [
      await shootInto(checkout, before, "before"),
      await shootInto(root, after, "after"),
    ];
    if (counts.every((count) => count === 0)) throw nothingCalled(values.only);
    process.stdout.write(comparisonText(compareShots(before, after, compared)));
    process.stdout.write(`open ${shown(join(compared, SHEET))}\n`);
  }
} catch (error) {
  const isKnown = [CheckoutFailed, FolderInUse, NotPrinted, ToolMissing, RangeError].some(
    (kind) => error instanceof kind,
  );
  if (!isKnown) throw error;
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = EXIT.refused;
} finally {
  clean();
}

function nothingCalled(only: readonly string[]): RangeError {
  const names = only.map((name) => `"${name}"`).join(" or ");
  return new RangeError(
    `There is no template or page ${names}. Without --only all are taken, and the screenshots show their names.`,
  );
}

async function shootInto(checkout: string, folder: string, directory: string): Promise<number> {
  mkdirSync(join(workshop, directory), { recursive: true });
  const pdftoppm = await need("pdftoppm");
  const browser = await openBrowser();
  let [planned, taken] = [0, 0];
  const tell = (): void => {
    if (process.stdout.isTTY) process.stdout.write(`\r${directory}: ${taken} of ${planned} `);
  };
  try {
    return await shoot({
      root: checkout,
      folder,
      workshop: join(workshop, directory),
      now,
      widths,
      schemes: SCHEMES.filter((scheme) => values.scheme.includes(scheme)),
      only: values.only,
      browser,
      pdftoppm,
      onPlanned: (shots) => {
        planned += shots;
        tell();
      },
      onTaken: () => {
        taken += 1;
        tell();
      },
    });
  } finally {
    if (process.stdout.isTTY) process.stdout.write("\r\x1b[K");
    await browser.close();
  }
}

/** Leaves nothing behind; may be called twice, since a signal can come while the end is being tidied. */
function clean(): void {
  const leave = leaveCheckout;
  leaveCheckout = undefined;
  try {
    leave?.();
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

function shown(path: string): string {
  return relative(process.cwd(), path) || path;
}
