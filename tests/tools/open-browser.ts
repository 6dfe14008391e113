import { chromium } from "playwright-core";
import type { Browser } from "playwright-core";
import { need } from "./need.ts";

/** What keeps Chromium quiet and the same everywhere: no sandbox for root, nothing fetched at its own wish. */
const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A fresh headless Chromium; whoever opens it closes it. @throws ToolMissing when there is none. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await need("chromium"), args: FLAGS });
}
