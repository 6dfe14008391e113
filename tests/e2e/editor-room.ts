import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { EXAMPLE_PUBLICATION } from "../../src/checks/example.ts";
import { readBundle } from "../build/bundles.ts";
import { assertBuilt, buildIn } from "../build/checkout-commands.ts";
import type { TestBuild } from "../build/checkout-commands.ts";
import { checkoutOf } from "../build/checkout.ts";
import { temporaryFolder } from "../fixtures/temporary-folder.ts";
import { StandInGitHub, TOKEN } from "../tools/stand-in-github.ts";
import { serve } from "../visual/served.ts";
import { watchFaults } from "./page-faults.ts";

/** After all articles of the publication, and before those that a test writes now. */
const NOW = "2100-01-01T12:00:00Z";

/** A publication with the editor, built and served, and the git host that it writes to. */
export interface EditorRoom {
  host: StandInGitHub;
  /** The editor's address. */
  address: string;
  build: TestBuild;
  /** Opens the editor and signs in; `faults` grows with what the page must not do. */
  open: (browser: Browser) => Promise<{ page: Page; faults: string[] }>;
  end: () => Promise<void>;
}

/** `files` are beside those of the example publication; `settings` are more of `editor` in `site.yaml`. */
export async function editorRoom(
  files: Readonly<Record<string, string>>,
  settings = "",
): Promise<EditorRoom> {
  const build = buildIn(temporaryFolder("editor"), NOW);
  const host = new StandInGitHub();
  const api = await host.open();
  const editor = `editor: { github: paper/site, branch: main, api: '${api}'${settings} }\n`;
  const all = { ...EXAMPLE_PUBLICATION, ...files };
  all["site.yaml"] += editor;
  writeFiles(build.content, new Map(Object.entries(all)));
  for (const [path, bytes] of readBundle(build.content))
    host.branch("main").files.set(`content/${path}`, bytes);
  assertBuilt(await checkoutOf("editor").build(build));
  const served = await serve(build.out, "/");
  const address = `${served.front}admin/`;
  const open: EditorRoom["open"] = async (browser) => {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      locale: "en-GB",
      timezoneId: "Europe/London",
    });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    const faults = await watchFaults(page, new URL(address).origin, [new URL(api).origin]);
    await page.goto(address);
    await page.getByRole("button", { name: "Access Token" }).click();
    await page.getByRole("textbox").fill(TOKEN);
    await page.keyboard.press("Enter");
    await page.getByText("Running stories").first().waitFor();
    return { page, faults };
  };
  const end = async (): Promise<void> => {
    await served.end();
    await host.close();
  };
  return { host, address, build, open, end };
}

/** Writes the files of a branch of the git host that lie in the content folder. */
export function writeBranch(folder: string, files: ReadonlyMap<string, Buffer>): void {
  writeFiles(
    folder,
    new Map([...files].map(([path, bytes]) => [path.replace(/^content\//, ""), bytes])),
  );
}

function writeFiles(folder: string, files: ReadonlyMap<string, string | Buffer>): void {
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** The field of a key, which Sveltia CMS draws when it comes into view, and anew when another file is opened. */
export async function field(page: Page, key: string): Promise<Locator> {
  const found = page.locator(`[data-key-path="${key}"]`);
  for (;;) {
    try {
      await found.scrollIntoViewIfNeeded();
      return found;
    } catch (error) {
      if (!/not attached/.test(String(error))) throw error;
    }
  }
}

/** Opens a file of a collection by its path below the folder of that, without its ending. */
export async function openFile(
  page: Page,
  room: EditorRoom,
  collection: string,
  path: string,
): Promise<void> {
  await page.goto(`${room.address}#/collections/${collection}/entries/${path}`);
  await page.getByRole("button", { name: "Save", exact: true }).waitFor();
  await page.locator("[data-key-path]").first().waitFor();
}

/** Types a text into a field in place of what is there. */
export async function fill(page: Page, key: string, text: string): Promise<void> {
  const box = (await field(page, key)).getByRole("textbox").first();
  await box.fill(text);
}

export async function save(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Save", exact: true }).click();
}

/**
 * Saves, and waits until the host has so many commits and the list of files is shown again. The form is still there when
 * the address has changed, and another file's fields would be taken to be that form's.
 */
export async function saved(page: Page, room: EditorRoom, commits: number): Promise<void> {
  await save(page);
  await expect.poll(() => room.host.commits.length).toBe(commits);
  await page.waitForURL(/#\/collections\/[^/]+$/);
  await expect.poll(() => page.locator("[data-key-path]").count()).toBe(0);
}
