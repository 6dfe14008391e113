import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkedFiles } from "../../tests/fixtures/checked-files.ts";
import { stetVersion } from "../settings/stet-version.ts";
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

function write(files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(base, file)), { recursive: true });
    writeFileSync(join(base, file), text);
  }
}

/** What was printed, without the path of the clone, which depends on the machine. */
const withoutPaths = (text: string): string => text.replace(/npm pack \S+/, "npm pack CLONE");

const manifestIn = (folder: string): unknown =>
  JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));

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
      if (language === "en") expect(withoutPaths(made.text)).toMatchSnapshot();
      const { errors, articles } = await checkedFiles(join(base, "paper/content"), NOW);
      expect({ errors, articles }).toEqual({ errors: [], articles: 3 });
    },
  );

  test("is empty for those who bring their own articles", async () => {
    const { exitCode } = await runNew("paper", { empty: true }, context());
    expect(exitCode).toBe(0);
    expect(filesIn(join(base, "paper")).filter((file) => file.endsWith(".mdx"))).toEqual([]);
  });

  test("has git store texts with the line ends of Unix", async () => {
    await runNew("paper", { empty: true }, context());
    expect(readFileSync(join(base, "paper/.gitattributes"), "utf8")).toBe("* text=auto eol=lf\n");
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
      private: false,
      scripts: { build: "mine" },
      dependencies: { "@stet-press/stet": "file:a.tgz" },
    };
    writeFileSync(join(base, "package.json"), JSON.stringify(own));
    mkdirSync(join(base, "node_modules/@stet-press/stet"), { recursive: true });
    const { exitCode, text } = await runNew(".", { empty: false }, context());
    expect({ exitCode, isInstalled: !text.includes("npm install") }).toEqual({
      exitCode: 0,
      isInstalled: true,
    });
    expect(manifestIn(base)).toMatchObject({
      ...own,
      scripts: { build: "mine", start: "stet start", due: "stet due" },
    });
  });

  test("is private where npm has written a package.json of dependencies alone", async () => {
    write({
      "package.json": JSON.stringify({ dependencies: { "@stet-press/stet": "file:a.tgz" } }),
    });
    await runNew(".", { empty: true }, context());
    expect(Object.keys(manifestIn(base) as object)).toEqual(["private", "scripts", "dependencies"]);
    expect(manifestIn(base)).toMatchObject({ private: true });
  });

  test("joins a fresh clone of a new repository, and adds to .gitignore only what it lacks", async () => {
    const repository = {
      "README.md": "# Quay\n",
      LICENSE: "MIT\n",
      ".gitattributes": "* text=auto\n",
      ".git/HEAD": "ref: refs/heads/main\n",
    };
    write({ ...repository, ".gitignore": "# Node\nnode_modules\n*.tgz\ndist" });
    const { text, exitCode } = await runNew(".", { empty: false, name: "Quay" }, context());
    expect({ exitCode, text: withoutPaths(text) }).toMatchSnapshot();
    for (const [file, written] of Object.entries(repository))
      expect(readFileSync(join(base, file), "utf8")).toBe(written);
    expect(readFileSync(join(base, ".gitignore"), "utf8")).toBe(
      "# Node\nnode_modules\n*.tgz\ndist\n\n/dist.status.json\n/review/\n/.cache/\n/.stet/\n/.*.stet-lock\n!/stet-press-stet-*.tgz\n",
    );
    expect(filesIn(base)).toContain("content/site.yaml");
  });
});

describe("a new project gets Stet", () => {
  const stet = (spec: string): string =>
    JSON.stringify({ dependencies: { "@stet-press/stet": spec } });
  const specIn = (folder: string): unknown =>
    (manifestIn(folder) as { dependencies: Record<string, unknown> }).dependencies[
      "@stet-press/stet"
    ];

  test("from a copy of the tarball, which other machines have too", async () => {
    write({ "package.json": stet("file:stet-1.tgz"), "stet-1.tgz": "a tarball" });
    const { text } = await runNew("papers/one", { empty: true }, context());
    const made = join(base, "papers/one");
    expect(specIn(made)).toBe("file:stet-1.tgz");
    expect(readFileSync(join(made, "stet-1.tgz"), "utf8")).toBe("a tarball");
    expect(text).toContain("\n  cd papers/one\n  npm install ./stet-1.tgz\n");
  });

  test("from where npm has already installed it, with a copy of a tarball that lies elsewhere", async () => {
    write({
      "stet-1.tgz": "a tarball",
      "paper/package.json": stet("file:../stet-1.tgz"),
      "paper/node_modules/@stet-press/stet/package.json": "{}",
    });
    const paper = join(base, "paper");
    const { text } = await runNew(".", { empty: true }, context({ cwd: paper }));
    expect(specIn(paper)).toBe("file:../stet-1.tgz");
    expect(readFileSync(join(paper, "stet-1.tgz"), "utf8")).toBe("a tarball");
    expect(text).toContain("\n  npm install ./stet-1.tgz\n");
  });

  test("from a tarball in the folder that it is made in, as it is", async () => {
    write({ "package.json": stet("file:stet-1.tgz"), "stet-1.tgz": "a tarball" });
    await runNew(".", { empty: true }, context());
    expect(specIn(base)).toBe("file:stet-1.tgz");
  });

  test.each([
    ["^0.0.9", stetVersion(root)],
    ["latest", stetVersion(root)],
    ["https://host.example/stet.tgz", "https://host.example/stet.tgz"],
  ])("that is %s elsewhere as %s", async (spec, expected) => {
    write({ "package.json": stet(spec) });
    await runNew("paper", { empty: true }, context());
    expect(specIn(join(base, "paper"))).toBe(expected);
  });

  test("from what npx has installed", async () => {
    write({
      "cache/package.json": stet("file:../stet-1.tgz"),
      "stet-1.tgz": "a tarball",
    });
    const packageRoot = join(base, "cache/node_modules/@stet-press/stet");
    mkdirSync(join(packageRoot, "src"), { recursive: true });
    await runNew("paper", { empty: true }, context({ packageRoot }));
    expect(specIn(join(base, "paper"))).toBe("file:stet-1.tgz");
    expect(filesIn(join(base, "paper"))).toContain("stet-1.tgz");
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

describe("where a file cannot be written", () => {
  test("a folder stays as it was, with what it held and nothing new", async () => {
    write({ "README.md": "# Quay\n" });
    // A link that leads nowhere is no file to read, and none can be made in its place: it fails after all others.
    symlinkSync("nowhere", join(base, ".gitignore"));
    const { text, exitCode } = await runNew(".", { empty: false }, context());
    expect(exitCode).toBe(2);
    expect(text).toMatch(/\.gitignore[^]*\nNothing was written\.\n$/);
    expect(filesIn(base).sort()).toEqual([".gitignore", "README.md"]);
  });

  test.each(["package.json", ".gitignore"])(
    "%s that cannot be read is told, and nothing is written",
    async (file) => {
      mkdirSync(join(base, file));
      const { text, exitCode } = await runNew(".", { empty: false }, context());
      expect(exitCode).toBe(2);
      expect(text).toMatch(/\nNothing was written\.\n$/);
      expect(filesIn(base)).toEqual([file]);
    },
  );
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
