import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { EXIT } from "../../src/cli/outcome.ts";
import { bundleDifferences, readBundle } from "./bundles.ts";
import { assertBuilt, copyCheckout } from "./checkout-commands.ts";
import type { Checkout } from "./checkout-commands.ts";
import { chanceFrom, seedFrom } from "./random.ts";
import { commitNumber, pickedFrom } from "../runner/tier.ts";

// STET_TEST_SEED=7 npm run test:all repeats or varies the order in which the publications are built.
const seed = seedFrom("STET_TEST_SEED", 1);

/** How many turns are taken, except at night. */
const TURNS = 2;

/** A publication at one moment of its life, by paths below the content folder. */
type Content = Readonly<Record<string, string>>;

const PLAIN: Content = {
  "site.yaml":
    "name: The Plain Paper\nurl: https://plain.example\ndescription: Nothing runs here.\nlanguage: en\ntimezone: UTC\n",
  "authors/desk.yaml": "name: News desk\nis: desk\n",
  "categories/town.yaml": "title: Town\n",
  "articles/2026/06/market.md": article("The market moves", "2026-06-01", "It opens at six."),
};

const LIST = "code:\n  - articles/2026/06/counter.mdx\n";
const SITE = (PLAIN["site.yaml"] ?? "").replace("Plain", "Counting").replace("plain", "count");
const ENTRY = article(
  "How often do you press?",
  "2026-06-02",
  'import Counter from "./Counter.astro";\n\n<Counter />',
);
/** With all that an entry can bring in: styles, a script, a module, a style sheet and a picture that it names. */
const LISTED: Content = {
  ...PLAIN,
  "site.yaml": SITE + LIST,
  "articles/2026/06/counter.mdx": ENTRY,
  "articles/2026/06/Counter.astro": `---
import { limit } from "./counter/limit.ts";
import "./counter/board.css";
---

<p class="counter" data-limit={limit}>Press.</p>

<style>
  .counter {
    border: 1px solid;
  }
</style>

<script>
  import { limit } from "./counter/limit.ts";
  document.querySelector(".counter")?.setAttribute("data-counted-to", String(limit));
</script>
`,
  "articles/2026/06/counter/limit.ts": "export const limit: number = 41;\n",
  "articles/2026/06/counter/board.css": '.counter { background: url("./board.svg"); }\n',
  "articles/2026/06/counter/board.svg":
    '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><rect width="9" height="20"/></svg>\n',
};

const ENTRY_FILE = "articles/2026/06/counter.mdx";
const OTHER_FILES = Object.fromEntries(
  Object.entries(LISTED).filter(([path]) => path !== ENTRY_FILE),
);
const STATES = {
  listed: LISTED,
  "drawn otherwise": {
    ...LISTED,
    "articles/2026/06/counter/board.svg": (
      LISTED["articles/2026/06/counter/board.svg"] ?? ""
    ).replace('width="9"', 'width="7"'),
  },
  "counting otherwise": {
    ...LISTED,
    "articles/2026/06/counter/limit.ts": "export const limit: number = 43;\n",
  },
  drafted: {
    ...LISTED,
    "articles/2026/06/counter.mdx": ENTRY.replace("date:", "draft: true\ndate:"),
  },
  "taken down": {
    ...LISTED,
    "redirects.yaml":
      "gone:\n  /2026/06/counter/:\n    date: 2026-06-20\n    note: It counted wrong.\n",
  },
  moved: {
    ...OTHER_FILES,
    "site.yaml": SITE + LIST.replace("06/counter", "06/presses"),
    "articles/2026/06/presses.mdx": ENTRY,
  },
  "taken out of the list": {
    ...OTHER_FILES,
    "site.yaml": SITE,
    "articles/2026/06/counter.mdx": article("How often do you press?", "2026-06-02", "Often."),
  },
  deleted: { ...PLAIN, "site.yaml": SITE },
} satisfies Record<string, Content>;

const BROKEN: Content = {
  ...LISTED,
  "articles/2026/06/Counter.astro":
    '---\nimport { none } from "./counter/none.ts";\n---\n\n{none}\n',
};

/** What tools look for in the folders above a project, and must not find. */
const ABOVE: Content = {
  "postcss.config.cjs": 'throw new Error("A file above the checkout is read.");\n',
  "astro.config.mjs": 'throw new Error("A file above the checkout is read.");\n',
  "vite.config.ts": 'throw new Error("A file above the checkout is read.");\n',
  "tsconfig.json": '{ "compilerOptions": { "target": "es5", "jsx": "preserve" } }\n',
  "package.json": '{ "type": "commonjs", "browserslist": "ie 11", "sideEffects": false }\n',
  ".browserslistrc": "ie 11\n",
  ".env": "PUBLIC_NOTE=above\n",
};

describe(`a build depends on nothing but its inputs, in the order of seed ${seed}`, () => {
  const base = mkdtempSync(join(tmpdir(), "stet-state-"));
  /** Shares no folder with the checkout but the root, where there is such a place. */
  const far = existsSync("/var/tmp") ? mkdtempSync("/var/tmp/stet-state-") : join(base, "far");
  const chance = chanceFrom(seed);
  let checkout: Checkout;
  let plain: Map<string, Buffer>;

  beforeAll(async () => {
    for (const [path, text] of Object.entries(ABOVE)) write(join(base, "above"), path, text);
    checkout = copyCheckout(join(base, "above/checkout"));
    plain = await cleanBundle(PLAIN);
  });
  afterAll(() => {
    for (const folder of [base, far]) rmSync(folder, { recursive: true, force: true });
  });

  const places = {
    near: join(base, "content"),
    "far away": join(far, "deep/er/paper"),
    "in the checkout": join(base, "above/checkout/content"),
  };
  const turns = chance.shuffled([
    ...Object.entries(STATES).map(([state, content]) => ({
      state,
      content,
      directory: "near" as const,
    })),
    { state: "listed", content: LISTED, directory: "far away" as const },
    { state: "listed", content: LISTED, directory: "in the checkout" as const },
    { state: "broken", content: BROKEN, directory: "near" as const },
  ]);

  for (const { state, content, directory } of pickedFrom(turns, TURNS, commitNumber())) {
    test(`the entry is ${state}, the content lies ${directory}; then another publication has its turn`, async () => {
      if (state === "broken") await failsToBuild(content, places[directory]);
      else {
        const [built, clean] = await Promise.all([
          build(checkout, "counting", content, places[directory]),
          cleanBundle(content),
        ]);
        expect(bundleDifferences(built, clean)).toEqual([]);
      }
      expect(bundleDifferences(await build(checkout, "plain", PLAIN), plain)).toEqual([]);
    });
  }

  test("nothing is left in the checkout but the working folder", () => {
    expect(readdirSync(checkout.root).filter((name) => name.startsWith("."))).toEqual([".stet"]);
  });

  /** Builds into the output folder that is called so, with what it remembers. */
  async function build(
    checkout: Checkout,
    name: string,
    content: Content,
    directory = join(base, `content of ${name}`),
  ): Promise<Map<string, Buffer>> {
    const options = orderFor(name, directory);
    writeContent(content, directory);
    assertBuilt(await checkout.build(options));
    return readBundle(options.out);
  }

  async function failsToBuild(content: Content, directory: string): Promise<void> {
    const options = orderFor("counting", directory);
    writeContent(content, directory);
    const before = existsSync(options.out) ? readBundle(options.out) : undefined;
    const run = await checkout.build(options);
    expect(run.code).toBe(EXIT.failed);
    expect(run.stderr).toContain("\narticles/2026/06/Counter.astro:2:22  error  part/failed");
    if (before !== undefined) expect(readBundle(options.out)).toEqual(before);
  }

  function orderFor(name: string, content: string) {
    const out = join(base, "out", name);
    return { content, out, cache: join(base, "cache"), now: "2026-07-01T00:00:00Z" };
  }

  /** What a fresh clone makes of it. */
  async function cleanBundle(content: Content): Promise<Map<string, Buffer>> {
    const folder = mkdtempSync(join(base, "clone-"));
    const directory = join(folder, "content");
    writeContent(content, directory);
    const out = join(folder, "out");
    const checkout = copyCheckout(join(folder, "press"));
    assertBuilt(
      await checkout.build({
        ...orderFor("", directory),
        out,
        cache: join(folder, "cache"),
        clean: true,
      }),
    );
    return readBundle(out);
  }
});

function article(title: string, date: string, text: string): string {
  return `---
title: ${title}
description: What there is to know.
category: town
author: desk
date: ${date}
---

${text}
`;
}

/** Makes a folder hold just these files. */
function writeContent(content: Content, directory: string): void {
  const fresh = `${directory}.fresh`;
  for (const [path, text] of Object.entries(content)) write(fresh, path, text);
  rmSync(directory, { recursive: true, force: true });
  renameSync(fresh, directory);
}

function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
