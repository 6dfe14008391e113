import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { parse } from "yaml";
import { readBundle } from "../../build/bundles.ts";
import { printPublication } from "../build-publication.ts";
import { serve } from "../served.ts";
import { samplesOf } from "../templates.ts";
import { contactSheet } from "./contact-sheet.ts";
import { planShots } from "./shot-plan.ts";
import type { Shot } from "./shot-plan.ts";
import { emptyShotsFolder, SHEET } from "./shots-folder.ts";
import { takeShots } from "./take-shots.ts";

/** What is to be photographed, and with what. */
export interface ShootOptions {
  /** The checkout whose press prints, absolute. */
  root: string;
  /** Folder for the pictures; it is emptied first. */
  folder: string;
  /** Folder for bundles and what is kept between them; it may be deleted afterwards. */
  workshop: string;
  /** `STET_NOW` of the builds, and what the browser's clock says. */
  now: string;
  widths: readonly number[];
  schemes: readonly Shot["scheme"][];
  /** Parts of names, as in `ShotOptions`. */
  only: readonly string[];
  browser: Browser;
  pdftoppm: string;
  /** Hears how many pictures there will be, and of each one taken. */
  onPlanned: (shots: number) => void;
  onTaken: () => void;
}

/** Widths at which the publication that is read from right to left is looked at. */
const MIRRORED = [360, 1280];

/**
 * Prints the publication of a checkout and takes every template of it, and some of one that is read from right to
 * left; with a page that shows all of the pictures. Gives how many there are: none where no page is wanted.
 *
 * @throws NotPrinted where the publication has errors.
 * @throws FolderInUse where the folder holds something else than shots.
 */
export async function shoot(options: ShootOptions): Promise<number> {
  const { root, folder, widths } = options;
  emptyShotsFolder(folder);
  const mirrored = join(root, "tests/fixtures/publications/al-mina");
  const own = await shootOne(options, { content: join(root, "content"), prefix: "", widths });
  const other = existsSync(mirrored)
    ? await shootOne(options, {
        content: mirrored,
        prefix: "right-to-left-",
        widths: widths.filter((width) => MIRRORED.includes(width)),
      })
    : [];
  const shots = [...own, ...other];
  const rows = Map.groupBy(shots, ({ name }) => name.replace(/-(?:\d{4}-[a-z-]+|print)$/, ""));
  writeFileSync(
    join(folder, SHEET),
    contactSheet(
      "Every template",
      [...rows].map(([title, row]) => ({ title, files: row.map(({ name }) => `${name}.png`) })),
    ),
  );
  return shots.length;
}

async function shootOne(
  options: ShootOptions,
  { content, prefix, widths }: { content: string; prefix: string; widths: readonly number[] },
): Promise<Shot[]> {
  const { root, workshop, schemes, only, browser, pdftoppm, folder } = options;
  const out = join(workshop, `${prefix}bundle`);
  printPublication(root, {
    STET_CONTENT: content,
    STET_OUT: out,
    STET_CACHE: join(workshop, "cache"),
    STET_WORK: join(workshop, "work"),
    STET_NOW: options.now,
  });
  const bundle = readBundle(out);
  const shots = planShots({
    samples: samplesOf(bundle),
    prefix,
    widths,
    schemes,
    printed: prefix === "",
    hasScript: (file) => bundle.get(file)?.includes('<script type="module"') ?? false,
    only,
  });
  if (shots.length === 0) return [];
  options.onPlanned(shots.length);
  const { url } = parse(readFileSync(join(content, "site.yaml"), "utf8")) as { url: string };
  const served = await serve(out, new URL(url).pathname.replace(/\/?$/, "/"));
  try {
    await takeShots(shots, {
      browser,
      front: served.front,
      now: options.now,
      pdftoppm,
      folder,
      onTaken: options.onTaken,
    });
  } finally {
    await served.end();
  }
  return shots;
}
