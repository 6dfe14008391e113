import { cpSync } from "node:fs";
import { join } from "node:path";
import { bundleDifferences, readBundle } from "./bundles.ts";
import { assertBuilt, copyCheckout, buildIn } from "./checkout-commands.ts";

/** Folder, time zone and locale of machines that could hardly differ more. */
const MACHINES = [
  { name: "here", zone: "UTC", locale: "C.UTF-8" },
  { name: "far east of here/ö", zone: "Pacific/Kiritimati", locale: "de_DE.UTF-8" },
  { name: "west", zone: "America/St_Johns", locale: "ar_EG.UTF-8" },
];

/**
 * Prints a publication on each machine, everything lying below `base`, and gives how the bundles differ from the
 * first one, one text a file.
 */
export async function differencesBetweenMachines(
  base: string,
  content: string,
  now: string,
): Promise<string[]> {
  const bundles = [];
  for (const { name, zone, locale } of MACHINES) {
    const home = join(base, name);
    cpSync(content, join(home, "content"), { recursive: true });
    const options = {
      ...buildIn(home, now),
      environment: { TZ: zone, LANG: locale, LC_ALL: locale },
    };
    assertBuilt(await copyCheckout(join(home, "press")).build(options));
    bundles.push(readBundle(options.out));
  }
  const [first = new Map<string, Buffer>(), ...others] = bundles;
  return others.flatMap((other) => bundleDifferences(other, first));
}
