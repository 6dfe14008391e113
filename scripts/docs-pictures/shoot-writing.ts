import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { follow, plainEnvironment, somePort } from "../../tests/e2e/checkout-copy.ts";
import { writeExamples } from "./example-publication.ts";

/** A window in which a page is read beside an editor. */
const WINDOW = { width: 860, height: 620 };

/** Where the pictures lie, from the checkout. */
const FOLDER = "docs/pictures";

/**
 * Takes the pictures of docs/writing.md in the checkout `root`: its own article as a draft in development, and what is shown
 * when its author's name is misspelt. Gives their paths.
 */
export async function shootWriting(root: string, browser: Browser): Promise<string[]> {
  const workshop = mkdtempSync(join(tmpdir(), "stet-writing-pictures-"));
  const content = join(workshop, "content");
  const { file, frontMatter, text } = articleOf(
    readFileSync(join(root, "docs/writing.md"), "utf8"),
  );
  const write = (name: string, value: string): void => {
    mkdirSync(dirname(join(workshop, name)), { recursive: true });
    writeFileSync(join(workshop, name), value);
  };
  const draft = `${frontMatter.replace(/---\n$/, "draft: true\n---\n")}\n${text}`;
  writeExamples(content);
  write("content/categories/marketing.yaml", "title: Marketing\n");
  write("content/authors/marketing-desk.yaml", "name: Marketing desk\n");
  write(
    "content/pages/contact.md",
    "---\ntitle: Contact\ndescription: How to reach us.\n---\n\nBy mail.\n",
  );
  write(file, draft);
  const child = spawn(
    process.execPath,
    [join(root, "bin/stet.cjs"), "dev", `--port=${somePort()}`],
    {
      cwd: root,
      env: {
        ...plainEnvironment(),
        NO_COLOR: "1",
        STET_CONTENT: content,
        STET_CACHE: join(workshop, "cache"),
        STET_WORK: join(workshop, "work"),
        STET_NOW: "2026-04-01",
      },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  const server = follow(child);
  try {
    await server.prints(/http:\/\/localhost:\d+\S*/);
    const page = await browser.newPage({ viewport: WINDOW, deviceScaleFactor: 2 });
    const address = file.replace(/^content\/articles\/(.*)\.mdx$/, "$1/");
    await page.goto(server.address() + address, { waitUntil: "networkidle" });
    const files = [await shot(page, root, "writing-draft.webp")];
    write(file, draft.replace("marketing-desk", "marketing-dsk"));
    await page.locator("stet-overlay").waitFor({ state: "attached" });
    files.push(await shot(page, root, "writing-error.webp"));
    await page.close();
    return files;
  } finally {
    await server.end();
    rmSync(workshop, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** The article that the guide has its reader write. */
function articleOf(guide: string): { file: string; frontMatter: string; text: string } {
  const block = (step: number): string =>
    new RegExp(`^## ${step}\\. [^]*?^\`\`\`\\w*\\n([^]*?)^\`\`\`$`, "m").exec(guide)?.[1] ?? "";
  return { file: block(1).trim(), frontMatter: block(2), text: block(3) };
}

async function shot(page: Page, root: string, name: string): Promise<string> {
  await page.evaluate(async () => {
    await document.fonts.ready;
  });
  const png = await page.screenshot({ animations: "disabled" });
  const file = join(FOLDER, name);
  writeFileSync(
    join(root, file),
    await sharp(png).webp({ quality: 78, smartSubsample: true }).toBuffer(),
  );
  return file;
}
