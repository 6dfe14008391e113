import type { Page, Response } from "playwright-core";
import { expect } from "vitest";
import { STATE_PATH } from "../../src/dev/dev-protocol.ts";
import type { DevState } from "../../src/dev/dev-session.ts";

/** What a browser says of a navigation that another one ended. */
const ENDED = /net::ERR_ABORTED|interrupted by another navigation/;

/**
 * Opens a path of a development server at `address`. The page may be about to load itself again, which would end the
 * navigation, or what is asked of the page after it: that is waited for.
 */
export async function visit(
  page: Page,
  address: string,
  path = "",
  waitUntil: "load" | "networkidle" = "load",
): Promise<Response | null> {
  if (page.url().startsWith(address)) await expect.poll(() => isUpToDate(page, address)).toBe(true);
  for (;;) {
    try {
      return await page.goto(address + path, { waitUntil });
    } catch (error) {
      if (!ENDED.test(String(error))) throw error;
    }
  }
}

/** Whether the page is of the state that is shown. */
async function isUpToDate(page: Page, address: string): Promise<boolean> {
  const answer = await fetch(new URL(STATE_PATH, address));
  const { snapshot } = (await answer.json()) as DevState;
  const served = await page
    .evaluate(() => performance.getEntriesByType("navigation")[0]?.toJSON() as Navigation)
    .catch(() => undefined);
  return Number(served?.serverTiming[0]?.description ?? 0) >= snapshot;
}

interface Navigation {
  serverTiming: { description: string }[];
}
