import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs";
import { renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { HELLO } from "../../src/dev/dev-protocol.ts";
import { openBrowser } from "../tools/open-browser.ts";
import { readByStandIn } from "../tools/stand-in-checkout.ts";
import { copyCheckout, serve } from "./checkout-copy.ts";
import type { CheckoutCopy, Serving } from "./checkout-copy.ts";
import { visit } from "./visit.ts";

// Development comes back by itself after every mistake, however it is made and mended.

const PAPER = join(import.meta.dirname, "fixtures/paper");
const CASES = join(import.meta.dirname, "../../../shared/cases/mistakes");
const MARKET = "articles/2026/03/market-moves.md";
const MARKET_PAGE = "2026/03/market-moves/";
const HEADLINE = "The market moves to Thursday";
const OVERLAY = "stet-overlay";

let browser: Browser;
let page: Page;
let checkout: CheckoutCopy;
let dev: Serving;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

function start(): Promise<Serving> {
  return serve(checkout, "dev");
}

/** Writes a file as a program does that truncates it first. */
function write(file: string, text: string | Uint8Array): void {
  const path = join(checkout.content, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Writes a file as most editors do: beside it, and by a rename over it. */
function swap(file: string, text: string | Uint8Array): void {
  const path = join(checkout.content, file);
  writeFileSync(`${path}.part`, text);
  renameSync(`${path}.part`, path);
}

function original(file: string): Buffer {
  return readFileSync(join(PAPER, file));
}

function changed(file: string, from: string, to: string): string {
  const text = original(file).toString();
  expect(text).toContain(from);
  return text.replace(from, to);
}

async function overlayText(): Promise<string> {
  const overlay = page.locator(OVERLAY);
  await overlay.waitFor({ state: "attached" });
  return overlay.evaluate(
    (element) => element.shadowRoot?.querySelector("main")?.textContent ?? "",
  );
}

async function isSound(): Promise<void> {
  await page.locator(OVERLAY).waitFor({ state: "detached" });
  await page.getByText(HEADLINE).first().waitFor();
}

/** When a page is told of an error: before its own code listens, or after. */
type Moment = "early" | "late";

/** Has a page told of an error, as Vite tells it, in each of its first loads; gives how often it was loaded. */
async function tellErrors(one: Page, moment: Moment, times: number): Promise<() => number> {
  let loads = 0;
  const error = JSON.stringify({ type: "error", err: { message: "Told.", stack: "" } });
  await one.routeWebSocket(/.*/, (socket) => {
    const server = socket.connectToServer();
    loads += 1;
    const isTold = loads <= times;
    if (isTold && moment === "early") socket.send(error);
    socket.onMessage((message) => {
      server.send(message);
      if (isTold && moment === "late" && String(message).includes(HELLO)) socket.send(error);
    });
  });
  return () => loads;
}

/** What a page shows that is loaded now, as a visitor without script gets it. */
async function asked(path = MARKET_PAGE): Promise<{ status: number; text: string }> {
  const response = await fetch(dev.address() + path, { headers: { accept: "text/html" } });
  return { status: response.status, text: await response.text() };
}

interface Mistake {
  name: string;
  /** What is spoilt: another text, or nothing for a file that is deleted. */
  files: () => Record<string, string | Uint8Array | null>;
  says: string;
}

const MISTAKES: Mistake[] = [
  {
    name: "a misspelt key",
    files: () => ({ [MARKET]: changed(MARKET, "description:", "desciption:") }),
    says: `${MARKET}:4:1`,
  },
  {
    name: "front matter that is no YAML",
    files: () => ({ [MARKET]: changed(MARKET, "title: The", "title: [The") }),
    says: MARKET,
  },
  {
    name: "front matter that does not end",
    files: () => ({ [MARKET]: changed(MARKET, "---\n\nIt was", "\nIt was") }),
    says: MARKET,
  },
  {
    name: "a body in MDX with a stray brace",
    files: () => ({
      "articles/2026/03/pier-opens.mdx": `${original("articles/2026/03/pier-opens.mdx").toString()}\n{\n`,
    }),
    says: "articles/2026/03/pier-opens.mdx",
  },
  {
    name: "a file that is half written",
    files: () => ({ [MARKET]: original(MARKET).toString().slice(0, 40) }),
    says: MARKET,
  },
  {
    name: "a text that ends who reads it",
    files: () => ({
      [MARKET]: changed(MARKET, "It was Wednesday", "This ends who reads it. It was Wednesday"),
    }),
    says: MARKET,
  },
  { name: "a file that is empty", files: () => ({ [MARKET]: "" }), says: MARKET },
  {
    name: "bytes that are no text",
    files: () => ({ [MARKET]: new Uint8Array([0x2d, 0xff, 0xfe, 0x00]) }),
    says: MARKET,
  },
  {
    name: "an author's card that is no map",
    files: () => ({ "authors/ben-moor.yaml": "- Ben Moor\n" }),
    says: "authors/ben-moor.yaml",
  },
  {
    name: "an author's card that is deleted",
    files: () => ({ "authors/ben-moor.yaml": null }),
    says: "ben-moor",
  },
  {
    name: "a category that is deleted",
    files: () => ({ "categories/town.yaml": null }),
    says: "town",
  },
  {
    name: "a story with a misspelt key",
    files: () => ({ "stories/new-pier.yaml": "titel: The new pier\n" }),
    says: "stories/new-pier.yaml",
  },
  {
    name: "a picture that is deleted",
    files: () => ({ "articles/2026/03/pier.png": null }),
    says: "pier-opens.mdx",
  },
  {
    name: "a picture that is broken",
    files: () => ({ "articles/2026/03/pier.png": "no picture" }),
    says: "pier.png",
  },
  {
    name: "redirects that are no YAML",
    files: () => ({ "redirects.yaml": "/old/: [\n" }),
    says: "redirects.yaml",
  },
  {
    name: "a comment that answers none",
    files: () => ({
      "comments/2026/03/market-moves.yaml": "- id: one\n  parent: none\n  text: Well.\n",
    }),
    says: "comments/2026/03/market-moves.yaml",
  },
  {
    name: "a site.yaml with a misspelt key",
    files: () => ({ "site.yaml": changed("site.yaml", "name:", "nmae:") }),
    says: "site.yaml:1:1",
  },
  { name: "a site.yaml that is deleted", files: () => ({ "site.yaml": null }), says: "site.yaml" },
];

function spoil(files: ReturnType<Mistake["files"]>, save = write): void {
  for (const [file, text] of Object.entries(files))
    if (text === null) rmSync(join(checkout.content, file));
    else save(file, text);
}

function mend(files: ReturnType<Mistake["files"]>, save = write): void {
  for (const file of Object.keys(files))
    if (existsSync(join(PAPER, file))) save(file, original(file));
    else rmSync(join(checkout.content, file));
}

describe("while it runs", () => {
  beforeAll(async () => {
    checkout = copyCheckout();
    readByStandIn(checkout.root);
    dev = await start();
    page = await browser.newPage();
    await visit(page, dev.address(), MARKET_PAGE);
  });
  afterAll(async () => {
    await page.close();
    expect(await dev.end()).toBe(0);
    checkout.remove();
  });

  test.each(MISTAKES)("$name is told over the page, and the page comes back", async (mistake) => {
    const files = mistake.files();
    spoil(files);
    await expect.poll(overlayText).toContain(mistake.says);
    expect(await overlayText()).toContain(
      join(checkout.content, mistake.says.split(":")[0] ?? "").slice(0, checkout.content.length),
    );
    mend(files);
    await isSound();
  });

  test.each(MISTAKES)("$name is mended by a swap before the page has loaded", async (mistake) => {
    const files = mistake.files();
    spoil(files, swap);
    // The page is of the mistake, and hears of its end while it loads.
    const loading = page.goto(dev.address() + MARKET_PAGE, { waitUntil: "commit" });
    await loading.catch(() => undefined);
    mend(files, swap);
    await isSound();
    expect(await asked()).toMatchObject({ status: 200 });
  });

  test("the overlay tells every error with the path of its file, and has no stack trace", async () => {
    const files = {
      [MARKET]: changed(MARKET, "category: town", "category: twon"),
      "authors/ben-moor.yaml": "nmae: Ben Moor\n",
    };
    spoil(files);
    await expect.poll(overlayText).toContain(" in 2 files");
    const text = await overlayText();
    for (const file of Object.keys(files)) expect(text).toContain(`content/${file}:`);
    expect(text).not.toMatch(/stack|trace|node_modules/i);
    mend(files);
    await isSound();
  });

  test("two saves within milliseconds end with the second, whoever asks", async () => {
    for (let round = 0; round < 10; round += 1) {
      const word = `Round ${round}`;
      write(MARKET, changed(MARKET, "category: town", "category: twon"));
      await pause(round * 15);
      write(MARKET, changed(MARKET, "It was Wednesday", word));
      // A watch hears of a save a moment later.
      await pause(20);
      const { status, text } = await asked();
      expect(status).toBe(200);
      expect(text).toContain(word);
      await page.getByText(word).first().waitFor();
    }
    expect(await page.locator(OVERLAY).count()).toBe(0);
    mend({ [MARKET]: null });
    await isSound();
  });

  test("a page is never refused because the content is being read", async () => {
    const statuses = new Set<number>();
    let isOver = false;
    const asking = (async () => {
      while (!isOver) statuses.add((await asked("")).status);
    })();
    for (let round = 0; round < 12; round += 1) {
      swap(MARKET, changed(MARKET, "It was", round % 2 === 0 ? "It is {" : "It has been"));
      await pause(round * 20);
    }
    mend({ [MARKET]: null });
    await isSound();
    isOver = true;
    await asking;
    expect([...statuses]).toEqual([200]);
  });

  const lacksHeadline = async (): Promise<void> =>
    expect.poll(async () => (await asked()).text).not.toContain(HEADLINE);
  const saysMissing = (): Promise<void> =>
    expect.poll(overlayText).toContain("content/missing-folder");
  test.each([
    { folder: "articles/2026/03", tells: lacksHeadline },
    { folder: "articles", tells: lacksHeadline },
    // Nothing of the content counts then: the last edition stays, with the error over it.
    { folder: ".", tells: saysMissing },
  ])(
    "the folder '$folder' is renamed, which is seen, put back, and edited",
    async ({ folder, tells }) => {
      const directory = join(checkout.content, folder);
      const aside = join(checkout.root, "aside");
      renameSync(directory, aside);
      await tells();
      renameSync(aside, directory);
      await expect.poll(async () => (await asked()).text).toContain(HEADLINE);
      await isSound();
      write(MARKET, changed(MARKET, "It was Wednesday", "It was Friday"));
      await page.getByText("It was Friday").first().waitFor();
      mend({ [MARKET]: null });
      await page.getByText("It was Wednesday").first().waitFor();
    },
  );

  test("an article that is renamed has its page at the new address, and then at the old one again", async () => {
    const [from, to] = [MARKET, "articles/2026/03/market-day.md"].map((file) =>
      join(checkout.content, file),
    ) as [string, string];
    renameSync(from, to);
    await expect.poll(async () => (await asked("2026/03/market-day/")).status).toBe(200);
    expect((await asked()).status).toBe(404);
    renameSync(to, from);
    await expect.poll(async () => (await asked()).status).toBe(200);
    await isSound();
  });

  test("a picture that is replaced is shown as it is now", async () => {
    const image = "articles/2026/03/pier.png";
    await visit(page, dev.address(), "2026/03/pier-opens/");
    const shownFile = (): Promise<string> =>
      page.locator(".lead-picture img").evaluate((image) => (image as HTMLImageElement).currentSrc);
    const before = await shownFile();
    swap(image, readFileSync(join(checkout.root, "public/../content/public/logo.png")));
    await expect.poll(shownFile).not.toBe(before);
    mend({ [image]: null });
    await expect.poll(shownFile).toBe(before);
    await visit(page, dev.address(), MARKET_PAGE);
  });

  test("a page that has lost its socket comes back", async () => {
    const lonely = await browser.newPage();
    await lonely.routeWebSocket(/.*/, (socket) => void socket.close());
    await visit(lonely, dev.address(), MARKET_PAGE);
    write(MARKET, changed(MARKET, "It was Wednesday", "It was Friday"));
    await lonely.getByText("It was Friday").first().waitFor();
    mend({ [MARKET]: null });
    await lonely.getByText("It was Wednesday").first().waitFor();
    await lonely.close();
    await isSound();
  });

  test.each<Moment>(["early", "late"])(
    "an error that is mended, and is told %s to page after page, does not stay",
    async (moment) => {
      const told = await browser.newPage();
      const loads = await tellErrors(told, moment, 3);
      await visit(told, dev.address(), MARKET_PAGE);
      await expect.poll(loads).toBe(4);
      await told.locator("vite-error-overlay").waitFor({ state: "detached" });
      await told.getByText(HEADLINE).first().waitFor();
      await told.close();
    },
  );

  test("an error that is told at every load stays, and the page is loaded no more", async () => {
    const broken = await browser.newPage();
    const loads = await tellErrors(broken, "late", Infinity);
    await visit(broken, dev.address(), MARKET_PAGE);
    await expect.poll(loads).toBe(5);
    await broken.locator("vite-error-overlay").waitFor({ state: "attached" });
    await pause(6_000);
    expect(loads()).toBe(5);
    await broken.close();
  });

  test.skipIf(!existsSync(CASES))(
    "each of the typical mistakes of authors is told, and is gone with its file",
    { timeout: 300_000 },
    async () => {
      const folder = join(CASES, "mistakes");
      cpSync(join(folder, "authors/jo.yaml"), join(checkout.content, "authors/jo.yaml"));
      const month = join(folder, "articles/2026/03");
      const files = readdirSync(month).filter((name) => /\.mdx?$/.test(name));
      expect(files.length).toBeGreaterThan(60);
      for (const name of files) {
        write(`articles/2026/03/${name}`, readFileSync(join(month, name)));
        await pause(20);
        expect((await asked()).status, name).toBe(200);
        rmSync(join(checkout.content, "articles/2026/03", name));
        await pause(20);
        expect((await asked()).status, name).toBe(200);
      }
      rmSync(join(checkout.content, "authors/jo.yaml"));
      await isSound();
    },
  );
});

describe("started on", () => {
  beforeAll(() => {
    checkout = copyCheckout();
  });
  afterAll(() => checkout.remove());
  beforeEach(() => {
    rmSync(checkout.content, { recursive: true, force: true });
    cpSync(PAPER, checkout.content, { recursive: true });
  });
  afterEach(async () => {
    await page.close();
    expect(await dev.end()).toBe(0);
  });

  /** It shows the publication, and goes on hearing of what is saved. */
  async function comesBack(): Promise<void> {
    await isSound();
    write(MARKET, changed(MARKET, HEADLINE, "The market stays"));
    await page.getByText("The market stays").first().waitFor();
  }

  // What is told is of one kind wherever it stands; what can be shown differs.
  test.each(
    MISTAKES.filter(({ name }) =>
      [
        "a misspelt key",
        "an author's card that is deleted",
        "a site.yaml that is deleted",
      ].includes(name),
    ),
  )("$name, it shows the publication when that is mended", async (mistake) => {
    const files = mistake.files();
    spoil(files);
    dev = await start();
    page = await browser.newPage();
    await page.goto(dev.address());
    await page
      .getByText(mistake.says.split(":")[0] ?? "")
      .first()
      .waitFor();
    mend(files);
    await comesBack();
  });

  test("no content folder at all, it shows the publication when that comes", async () => {
    const aside = join(checkout.root, "aside");
    renameSync(checkout.content, aside);
    dev = await start();
    page = await browser.newPage();
    await page.goto(dev.address());
    await page.getByText("content/missing-folder").first().waitFor();
    renameSync(aside, checkout.content);
    await comesBack();
  });

  test.skipIf(!existsSync(CASES))("ninety mistakes, it tells all of them", async () => {
    rmSync(checkout.content, { recursive: true });
    cpSync(join(CASES, "mistakes"), checkout.content, { recursive: true });
    dev = await start();
    page = await browser.newPage();
    await page.goto(dev.address());
    const told = /(\d+) errors in \d+ files/.exec(dev.printed())?.[1];
    const diagnostics = page.locator(`${OVERLAY} ol > li`);
    await expect.poll(() => diagnostics.count()).toBe(Number(told));
    rmSync(checkout.content, { recursive: true });
    cpSync(PAPER, checkout.content, { recursive: true });
    await comesBack();
  });
});

describe("code", () => {
  const ENTRY = "articles/2026/03/counter.mdx";
  const COMPONENT = "articles/2026/03/Count.astro";
  const COUNTER_PAGE = "2026/03/counter/";
  const VALID: Record<string, string> = {
    [ENTRY]: [
      "---",
      "title: A counter",
      "description: It counts.",
      "category: town",
      "author: ben-moor",
      "date: 2026-03-21",
      "---",
      'import Count from "./Count.astro";',
      "",
      "The count is on.",
      "",
      "<Count />",
      "",
    ].join("\n"),
    [COMPONENT]: "---\nconst last = 3;\n---\n<p>Counted to {last}.</p>\n",
  };

  beforeAll(async () => {
    checkout = copyCheckout();
    for (const [file, text] of Object.entries(VALID)) write(file, text);
    write("site.yaml", `${original("site.yaml").toString()}code:\n  - ${ENTRY}\n`);
    write(ENTRY, VALID[ENTRY]?.replace("<Count />", "<Count") ?? "");
    dev = await start();
    page = await browser.newPage();
  });
  afterAll(async () => {
    await page.close();
    expect(await dev.end()).toBe(0);
    checkout.remove();
  });

  async function shows(text: string): Promise<void> {
    await page.getByText(text).first().waitFor();
    for (const overlay of [OVERLAY, "vite-error-overlay"])
      await page.locator(overlay).waitFor({ state: "detached" });
  }

  /** Waits for an error of Vite's or Astro's, which say it in their own ways, or for one of the content. */
  async function fails(): Promise<void> {
    const overlay = page.locator(`${OVERLAY}, vite-error-overlay`).first();
    await overlay.waitFor({ state: "attached" });
  }

  test("an entry that does not parse when development starts is shown when it is mended", async () => {
    await visit(page, dev.address(), COUNTER_PAGE);
    await fails();
    write(ENTRY, VALID[ENTRY] ?? "");
    await shows("Counted to 3.");
  });

  test.each([
    ["an entry that does not parse", ENTRY, "<Count />", "<Count"],
    ["an entry whose front matter is no YAML", ENTRY, "title: A", "title: [A"],
    ["an entry that asks for a component that is not there", ENTRY, "./Count", "./Cuont"],
    ["a component that does not parse", COMPONENT, "const last = 3;", "const last = (;"],
    ["a component that throws", COMPONENT, "const last = 3;", "const last = nothing.there;"],
  ])("%s is told, and shown when it is mended", async (_, file, from, to) => {
    const valid = VALID[file] ?? "";
    expect(valid).toContain(from);
    write(ENTRY, VALID[ENTRY] ?? "");
    for (const save of [write, swap]) {
      await visit(page, dev.address(), COUNTER_PAGE);
      await shows("Counted to 3.");
      save(file, valid.replace(from, to));
      await fails();
      save(file, valid);
      await shows("Counted to 3.");
    }
  });

  test.each([
    ["a page that cannot be begun", ENTRY, "<Count />", "<Count"],
    ["a page that cannot be finished", COMPONENT, "const last = 3;", "const last = nothing.there;"],
  ])("%s tells a slow browser why, and is shown when that is mended", async (_, file, from, to) => {
    for (const [path, text] of Object.entries(VALID)) write(path, text);
    // Vite keeps an error for who comes next, but only while nobody listens.
    const other = await browser.newPage();
    await visit(other, dev.address(), MARKET_PAGE);
    await page.close();
    page = await browser.newPage();
    await page.route("**/@vite/client", async (route) => {
      await pause(1_500);
      await route.continue();
    });
    const valid = VALID[file] ?? "";
    write(file, valid.replace(from, to));
    await pause(20);
    await visit(page, dev.address(), COUNTER_PAGE);
    await fails();
    await pause(500);
    await fails();
    write(file, valid);
    await shows("Counted to 3.");
    await other.close();
  });

  test.each([
    ["a component", "src/components/article/ArticleHead.astro", "<h1 {...own}>", "<h1 {...own}"],
    ["a page's script", "src/layouts/Article.astro", "---\n", "---\nconst broken = (;\n"],
    ["a style", "src/styles/page.css", "", '@import "./nothing.css";\n'],
    ["a view", "src/views/teaser.ts", "export function teaserOf(", "export function teaserOf(("],
  ])(
    "%s of the press that does not parse is told, and all comes back",
    async (_, file, from, to) => {
      const path = join(checkout.root, file);
      const valid = readFileSync(path, "utf8");
      expect(valid).toContain(from);
      await visit(page, dev.address(), MARKET_PAGE);
      await shows(HEADLINE);
      writeFileSync(path, valid.replace(from, to));
      await fails();
      writeFileSync(path, valid);
      await shows(HEADLINE);
      // Mended while the page of the error loads.
      writeFileSync(path, valid.replace(from, to));
      await pause(300);
      await page.goto(dev.address() + MARKET_PAGE, { waitUntil: "commit" }).catch(() => undefined);
      writeFileSync(path, valid);
      await shows(HEADLINE);
    },
  );
});
