import { join } from "node:path";
import { SHARED } from "../fixtures/temporary-folder.ts";
import { ROOT } from "../structure/project-files.ts";
import { checkoutAt } from "./checkout-commands.ts";
import type { Checkout } from "./checkout-commands.ts";

/**
 * This checkout, to build with in a working folder that the test files of one process share: those that print a
 * publication at the same address bundle the renderer once. Lanes of `npm test` run at the same time, so each has its
 * own. `name` parts addresses that take turns. Not for tests of what builds leave behind.
 */
export function checkoutOf(name: string): Checkout {
  const lane = process.env["TESTS_LANE"] ?? "0";
  const worker = process.env["VITEST_POOL_ID"] ?? "0";
  return checkoutAt(ROOT, { STET_WORK: join(SHARED, `work-${lane}-${worker}-${name}`) });
}
