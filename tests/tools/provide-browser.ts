import { need } from "./need.ts";

/** Run by Vitest before the browser tests, so that an installation eats no test's time limit. */
export async function setup(): Promise<void> {
  await need("chromium");
}
