import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser } from "../tools/open-browser.ts";
import { copyCheckout, serve } from "./checkout-copy.ts";
import type { CheckoutCopy, Serving } from "./checkout-copy.ts";
import { visit } from "./visit.ts";

const OVERLAY = "stet-overlay";

/** Words and parts of a publication's own, each of which is changed while development runs. */
const PARTS: Readonly<Record<string, string>> = {
  "words.yaml": "article:\n  share: Pass it on\n",
  "styles.css": ".poll { letter-spacing: 1px; }\n",
  "slots/Footer.astro": `---
import Line from "./Line.astro";
import { since } from "./since.ts";
const { shell } = Astro.props;
---
<p class="imprint">Printed by {shell.site.name}, since {since}.</p>
<Line />
`,
  "slots/Line.astro": '<p class="line">By hand.</p>\n',
  "slots/since.ts": "export const since: number = 1998;\n",
  "components/Poll.ts": `import { mark } from "./mark.ts";
export const component = {
  description: "What readers were asked.",
  attributes: { question: { type: "string", required: true, description: "What was asked." } },
  children: "none",
  page: ({ values }, { element, text }) => [
    element("p", { className: ["poll"] }, [text(\`Asked: \${values.question}\${mark}\`)]),
  ],
  feed: ({ values }, { element, text }) => [element("p", {}, [text(values.question)])],
};
`,
  "components/mark.ts": 'export const mark = "!";\n',
};

const SITE = `name: The Harbour Ledger
url: https://ledger.example
description: News of a small port
language: en
timezone: Europe/London
styles: ./styles.css
slots:
  footer: ./slots/Footer.astro
components: [Poll]
`;

const ARTICLE = "articles/2026/03/polled.mdx";
const PAGE = "2026/03/polled/";

let browser: Browser;
let page: Page;
let checkout: CheckoutCopy;
let dev: Serving;

function write(file: string, text: string): void {
  const path = join(checkout.content, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Writes a file with a part of it changed. */
function edit(file: string, from: string, to: string): void {
  const text = PARTS[file] ?? "";
  expect(text).toContain(from);
  write(file, text.replace(from, to));
}

const restore = (file: string): void => write(file, PARTS[file] ?? "");

async function overlayText(): Promise<string> {
  const overlay = page.locator(`${OVERLAY}, vite-error-overlay`).first();
  await overlay.waitFor({ state: "attached" });
  return overlay.evaluate((element) => element.shadowRoot?.textContent ?? "");
}

const shows = (text: string): Promise<void> => page.getByText(text).first().waitFor();

/** The letter spacing of the poll, once it is the one that is wanted. */
async function hasSpacing(wanted: string): Promise<void> {
  await expect
    .poll(() =>
      page
        .locator(".poll")
        .evaluate((poll) => getComputedStyle(poll).letterSpacing)
        .catch(() => undefined),
    )
    .toBe(wanted);
}

describe("what a publication brings itself, while it is edited", () => {
  beforeAll(async () => {
    browser = await openBrowser();
    checkout = copyCheckout();
    for (const [file, text] of Object.entries(PARTS)) write(file, text);
    write("site.yaml", SITE);
    write(
      ARTICLE,
      [
        "---",
        "title: The harbour was asked",
        "description: What it said.",
        "category: town",
        "author: ben-moor",
        "date: 2026-03-20",
        "---",
        "",
        "It was asked.",
        "",
        '<Poll question="Open at night" />',
        "",
      ].join("\n"),
    );
    dev = await serve(checkout, "dev");
    page = await browser.newPage();
    await visit(page, dev.address(), PAGE, "networkidle");
  });
  afterAll(async () => {
    await page?.close();
    expect(await dev?.end()).toBe(0);
    checkout?.remove();
    await browser?.close();
  });

  test("a word shows when it is changed; a broken words.yaml is told with its place", async () => {
    await shows("Pass it on");
    edit("words.yaml", "Pass it on", "Hand it over");
    await shows("Hand it over");
    edit("words.yaml", "share:", "shaer:");
    await expect.poll(overlayText).toContain("words.yaml:2:3");
    write("words.yaml", 'article:\n  share: "Pass it on\n');
    await expect.poll(overlayText).toMatch(/yaml\/syntax/);
    await page.reload({ waitUntil: "networkidle" });
    expect(await overlayText()).toContain("words.yaml:");
    restore("words.yaml");
    await page.locator(OVERLAY).waitFor({ state: "detached" });
    await shows("Pass it on");
  });

  test("a rule of the style sheet counts when it is changed; a broken one is told with its place", async () => {
    await hasSpacing("1px");
    edit("styles.css", "1px", "3px");
    await hasSpacing("3px");
    edit("styles.css", "letter-spacing:", "letter-spacing");
    await expect.poll(overlayText).toContain("styles.css:1:");
    restore("styles.css");
    await page.locator(OVERLAY).waitFor({ state: "detached" });
    await hasSpacing("1px");
  });

  test("a colour counts when it is changed", async () => {
    const hasAccent = (wanted: string): Promise<unknown> =>
      page.waitForFunction(
        (one) =>
          getComputedStyle(document.documentElement).getPropertyValue("--accent").includes(one),
        wanted,
      );
    write("site.yaml", `${SITE}colours: { accent: { light: "#1f5c8b", dark: "#8fc1e8" } }\n`);
    await hasAccent("#1f5c8b");
    write("site.yaml", SITE);
    await hasAccent("#a3231f");
  });

  test("a component shows when it, or what it imports, is changed; a broken one is told with its place", async () => {
    await shows("Asked: Open at night!");
    edit("components/Poll.ts", "Asked: ", "We asked: ");
    await shows("We asked: Open at night!");
    edit("components/mark.ts", '"!"', '"?"');
    await shows("We asked: Open at night?");
    edit("components/Poll.ts", "page: (", "page: ((");
    await expect.poll(overlayText).toContain("components/Poll.ts:");
    write("components/Poll.ts", `${PARTS["components/Poll.ts"]}\nthrow new Error("No ballot.");\n`);
    await expect.poll(overlayText).toContain("No ballot.");
    expect(await overlayText()).toMatch(/components\/Poll\.ts:\d+:7/);
    restore("components/Poll.ts");
    restore("components/mark.ts");
    await page.locator(OVERLAY).waitFor({ state: "detached" });
    await shows("Asked: Open at night!");
  });

  test("a slot shows when its component, or what that imports, is changed", async () => {
    await shows("Printed by The Harbour Ledger, since 1998.");
    edit("slots/Footer.astro", "Printed by", "Set by");
    await shows("Set by The Harbour Ledger, since 1998.");
    edit("slots/since.ts", "1998", "1897");
    await shows("Set by The Harbour Ledger, since 1897.");
    edit("slots/Line.astro", "By hand.", "By lamplight.");
    await shows("By lamplight.");
    restore("slots/since.ts");
    restore("slots/Line.astro");
    restore("slots/Footer.astro");
    await shows("Printed by The Harbour Ledger, since 1998.");
  });

  test.each<[string, () => void, RegExp]>([
    [
      "does not compile",
      () => edit("slots/Footer.astro", "since {since}", "since {since"),
      /slots\/Footer\.astro:6:\d+/,
    ],
    [
      "imports a file of another folder",
      () => edit("slots/Footer.astro", "./Line.astro", "../pages/about.md"),
      /slots\/Footer\.astro:2:\d+/,
    ],
    [
      "throws",
      () =>
        edit(
          "slots/Footer.astro",
          "const { shell }",
          "throw new Error('No ink.');\nconst { shell }",
        ),
      /slots\/Footer\.astro:4:\d+/,
    ],
  ])(
    "a component of a slot that %s is told with its place, and comes back",
    async (_, spoil, place) => {
      spoil();
      await expect.poll(overlayText, { timeout: 15_000 }).toMatch(place);
      restore("slots/Footer.astro");
      await page.locator(OVERLAY).waitFor({ state: "detached" });
      await shows("Printed by The Harbour Ledger, since 1998.");
    },
  );
});
