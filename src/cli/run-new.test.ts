import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkedFiles } from "../../tests/fixtures/checked-files.ts";
import { runArticle } from "./run-article.ts";
import { runNew } from "./run-new.ts";
import type { NewContext } from "./run-new.ts";

const root = join(import.meta.dirname, "../..");
const NOW = Date.parse("2026-03-01T10:00:00Z");

let base = "";
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "stet-new-"));
});
afterEach(() => rmSync(base, { recursive: true }));

function context(more: Partial<NewContext> = {}): NewContext {
  let ids = 0;
  return {
    packageRoot: root,
    projectRoot: base,
    cwd: base,
    machine: { language: "en", timezone: "Europe/London" },
    now: NOW,
    newId: () => `366152a6-f022-4163-b884-${String((ids += 1)).padStart(12, "0")}`,
    ...more,
  };
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) =>
    name.replaceAll("\\", "/"),
  );

describe("a new publication", () => {
  test.each(["en", "fr", "de-AT", "pl"])(
    "in %s has no errors, and says what it is made of",
    async (language) => {
      const made = await runNew("paper", { language, empty: false }, context());
      expect(made.exitCode).toBe(0);
      if (language === "en") expect(made.text).toMatchSnapshot();
      const { errors, articles } = await checkedFiles(join(base, "paper/content"), NOW);
      expect({ errors, articles }).toEqual({ errors: [], articles: 3 });
    },
  );

  test("is empty for those who bring their own articles", async () => {
    const { exitCode } = await runNew("paper", { empty: true }, context());
    expect(exitCode).toBe(0);
    expect(filesIn(join(base, "paper")).filter((file) => file.endsWith(".mdx"))).toEqual([]);
  });

  test("asks for what is not given, each thing until it can be used", async () => {
    const asked: string[] = [];
    const typed = ["", "ftp://nowhere", "https://quai.example", "fr", "", "Ville, Port"];
    const ask = (question: string): Promise<string> => {
      asked.push(question);
      return Promise.resolve(typed.shift() ?? "");
    };
    await runNew("le-quai", { empty: true }, context({ ask }));
    expect(asked).toMatchSnapshot();
    const site = readFileSync(join(base, "le-quai/content/site.yaml"), "utf8");
    expect(site).toMatch(/^name: Le Quai$[^]*^url: https:\/\/quai\.example$[^]*^language: fr$/m);
    expect(readdirSync(join(base, "le-quai/content/categories")).sort()).toEqual([
      "port.yaml",
      "ville.yaml",
    ]);
  });

  test("joins a folder that npm has made, and changes nothing that stands in package.json", async () => {
    const own = {
      name: "mine",
      scripts: { build: "mine" },
      dependencies: { "@stet-press/stet": "file:../a.tgz" },
    };
    writeFileSync(join(base, "package.json"), JSON.stringify(own));
    mkdirSync(join(base, "node_modules"));
    const { exitCode, text } = await runNew(".", { empty: false }, context());
    expect({ exitCode, isInstalled: !text.includes("npm install") }).toEqual({
      exitCode: 0,
      isInstalled: true,
    });
    expect(JSON.parse(readFileSync(join(base, "package.json"), "utf8"))).toMatchObject({
      ...own,
      scripts: { build: "mine", start: "stet start", due: "stet due" },
    });
  });

  test("finds Stet where the project does that it was made from", async () => {
    writeFileSync(
      join(base, "package.json"),
      JSON.stringify({ dependencies: { "@stet-press/stet": "file:stet.tgz" } }),
    );
    await runNew("papers/one", { empty: true }, context());
    const made: unknown = JSON.parse(readFileSync(join(base, "papers/one/package.json"), "utf8"));
    expect(made).toMatchObject({ dependencies: { "@stet-press/stet": "file:../../stet.tgz" } });
  });
});

describe("nothing is written", () => {
  test("into a folder that holds something, or where an answer cannot be used", async () => {
    writeFileSync(join(base, "notes.txt"), "");
    const given = {
      url: "ftp://x",
      language: "xx",
      timezone: "Berlin",
      sections: ["a", "A"],
      empty: false,
    };
    const { text, exitCode } = await runNew(".", given, context());
    expect(exitCode).toBe(2);
    expect(text.replaceAll(base, "BASE")).toMatchSnapshot();
    expect(filesIn(base)).toEqual(["notes.txt"]);
  });

  test.each([
    [["Search"], "A section cannot be called 'Search': Stet uses the address /search/ itself."],
    [[" "], "A publication needs at least one section."],
    [["2026"], "A section cannot be called '2026': Stet uses the address /2026/ itself."],
  ])("for the sections %j", async (sections, fault) => {
    const { text } = await runNew("paper", { sections, empty: false }, context());
    expect(text).toBe(`${fault}\nNothing was written.\n`);
    expect(filesIn(base)).toEqual([]);
  });
});

test("a section with an & has the word of the language in its address", async () => {
  const sections = ["Kunst & Kultur", "Kunst und Kultur"];
  const { text } = await runNew("paper", { language: "de", sections, empty: true }, context());
  expect(text).toBe(
    "The sections 'Kunst & Kultur' and 'Kunst und Kultur' would have one address, /kunst-und-kultur/.\nNothing was written.\n",
  );
  await runNew("paper", { language: "de", sections: ["Kunst & Kultur"], empty: true }, context());
  expect(filesIn(base)).toContain("paper/content/categories/kunst-und-kultur.yaml");
});

describe("a new article", () => {
  const article = (
    headline: string,
    more: { category?: string; authors?: string[]; slug?: string } = {},
  ) =>
    runArticle(
      { headline, authors: [], ...more },
      {
        content: join(base, "paper/content"),
        cwd: join(base, "paper"),
        now: NOW,
        clock: () => NOW,
        newId: () => "366152a6-f022-4163-b884-97bdfab7c676",
      },
    );
  beforeEach(async () => {
    await runNew("paper", { empty: true, timezone: "Asia/Kolkata" }, context());
  });

  test("is a file of its month, by the only author there is", () => {
    expect(article("The ferry runs again", { category: "news" })).toEqual({
      text: `${join("content", "articles/2026/03/the-ferry-runs-again.mdx")}\n`,
      exitCode: 0,
    });
    const file = join(base, "paper/content/articles/2026/03/the-ferry-runs-again.mdx");
    expect(readFileSync(file, "utf8")).toMatchSnapshot();
  });

  test("is not written where its name is taken, or what it names is not there: all is said at once", () => {
    article("The ferry", { category: "news" });
    const { text, exitCode } = article("The ferry", { category: "new", authors: ["newsrom"] });
    expect({ text, exitCode }).toMatchInlineSnapshot(`
      {
        "exitCode": 2,
        "text": "There is no category 'new'. Did you mean \`news\`?
      There is no author 'newsrom'. Did you mean \`newsroom\`?
      There is content/articles/2026/03/the-ferry.mdx already. Name another file with --slug.
      Nothing was written.
      ",
      }
    `);
    expect(article("The ferry", { category: "news", slug: "Ferry Two" }).text).toMatch(/--slug/);
    expect(article("Another").text).toBe(
      "Add --category with one of news, opinion.\nNothing was written.\n",
    );
  });
});
