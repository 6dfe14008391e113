// npm run shots: pictures of every template; with --compare REV what differs from that revision.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { checkOut, NoSuchRevision } from "../looks/shots/checkout.ts";
import { compareShots, comparisonText } from "../looks/shots/compare-shots.ts";
import { NothingToShoot, shoot } from "../looks/shots/shoot.ts";
import { NotPrinted } from "../looks/print-publication.ts";
import { readOptions } from "../src/build/command-options.ts";
import { EXIT } from "../src/build/outcome.ts";
import { need, ToolMissing } from "../tests/tools/need.ts";
import { openBrowser } from "../tests/tools/open-browser.ts";

const { values } = readOptions({
  options: {
    out: { type: "string", default: "shots" },
    compare: { type: "string" },
    only: { type: "string" },
    width: { type: "string", multiple: true },
    scheme: { type: "string", multiple: true },
  },
});
const root = join(import.meta.dirname, "..");
const out = resolve(values.out);
const widths = values.width?.map(Number) ?? [360, 768, 1280, 1920];
const schemes = (["light", "dark"] as const).filter(
  (scheme) => values.scheme?.includes(scheme) ?? true,
);
const now = process.env["STET_NOW"] ?? new Date().toISOString();
const workshop = mkdtempSync(join(tmpdir(), "stet-shots-"));
let leave = (): void => undefined;
const clean = (): void => {
  leave();
  rmSync(workshop, { recursive: true, force: true });
};
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => {
    clean();
    process.exit(EXIT.failed);
  });

try {
  if (widths.length === 0 || widths.some((width) => !(width >= 200 && width <= 4000)))
    throw new RangeError("A width is a number of pixels from 200 to 4000: --width 360");
  const shootInto = async (checkout: string, folder: string, place: string): Promise<number> => {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(join(workshop, place), { recursive: true });
    const browser = await openBrowser();
    let [planned, taken] = [0, 0];
    const tell = (): void => {
      if (process.stdout.isTTY) process.stdout.write(`\r${place}: ${taken} of ${planned} `);
    };
    try {
      return await shoot({
        root: checkout,
        folder,
        workshop: join(workshop, place),
        now,
        widths,
        schemes,
        ...(values.only === undefined ? {} : { only: values.only }),
        browser,
        pdftoppm: await need("pdftoppm"),
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
  };
  const shown = (folder: string): string => relative(process.cwd(), folder) || folder;
  if (values.compare === undefined) {
    const count = await shootInto(root, out, "now");
    process.stdout.write(
      `${count} pictures in ${shown(out)}; open ${shown(join(out, "index.html"))}\n`,
    );
  } else {
    const checkout = join(workshop, "checkout");
    leave = checkOut(root, values.compare, checkout);
    await shootInto(checkout, join(out, "before"), "before");
    await shootInto(root, join(out, "after"), "after");
    const differing = join(out, "compare");
    const found = compareShots(join(out, "before"), join(out, "after"), differing);
    process.stdout.write(comparisonText(found));
    process.stdout.write(`open ${shown(join(differing, "index.html"))}\n`);
  }
} catch (error) {
  const isKnown = [NoSuchRevision, NothingToShoot, NotPrinted, ToolMissing, RangeError].some(
    (kind) => error instanceof kind,
  );
  if (!isKnown) throw error;
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = EXIT.refused;
} finally {
  clean();
}
