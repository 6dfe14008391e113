import { cpSync } from "node:fs";
import { join } from "node:path";
import { bundleDifferences, readBundle } from "./bundles.ts";
import { checkoutOf } from "./checkout.ts";
import { assertBuilt, buildIn } from "./checkout-commands.ts";
import type { Checkout } from "./checkout-commands.ts";
import type { TestPublication } from "./test-publications.ts";

/** What came of a publication that was printed as strings and by Astro. */
export interface BothWays {
  /** How many files there are. */
  files: number;
  /** Where the two bundles differ, as bundleDifferences says it. */
  differences: string[];
  /** What the string runtime left to Astro, as the build said it. */
  beyond: string[];
}

/** Prints a publication both ways in `folder`, which holds nothing of that name yet. */
export async function printBothWays(
  folder: string,
  { name, write, now }: TestPublication,
  checkout: { strings: Checkout; astro: Checkout } = {
    strings: checkoutOf("strings"),
    astro: checkoutOf("astro"),
  },
): Promise<BothWays> {
  const strings = buildIn(join(folder, `${name}-strings`), now);
  const astro = buildIn(join(folder, `${name}-astro`), now);
  await write(strings.content);
  cpSync(strings.content, astro.content, { recursive: true });
  const run = await checkout.strings.build(strings);
  assertBuilt(run);
  assertBuilt(await checkout.astro.build({ ...astro, byAstro: true }));
  const printed = readBundle(strings.out);
  return {
    files: printed.size,
    differences: bundleDifferences(printed, readBundle(astro.out)),
    beyond: [...run.stderr.matchAll(/^Rendered with Astro itself, .*: (.*)$/gm)].map(
      ([, what = ""]) => what,
    ),
  };
}
