import { describe, expect, test } from "vitest";
import { projectWith } from "../../tests/fixtures/project-with.ts";
import { ROOT } from "../../tests/structure/project-files.ts";
import { cspellWords } from "./cspell-words.ts";
import { installedDictionary } from "./dictionaries.ts";
import { excludingWords } from "./inclusive-words.ts";
import { installedPackage } from "../settings/optional-packages.ts";
import { proseOptions } from "./prose-options.ts";
import type { ProseBlock } from "../markdown/prose-blocks.ts";

const AT = { line: 7, column: 3 };

const optionsIn = (project: string, check: Record<string, object>, language = "en") =>
  proseOptions({ switches: check, project, language, locationOf: () => AT });

const SPELLING = { "prose/spelling": { values: { dictionaries: ["en-GB", "de-DE"] } } };

describe("a package that a rule needs", () => {
  test("is told of once with the command that installs it, where it is missing", () => {
    const { options, diagnostics } = optionsIn(projectWith({}), {
      ...SPELLING,
      "prose/inclusive": { severity: "hint" },
    });
    expect(options).toEqual({});
    expect(diagnostics.map(({ message, fix }) => [message, fix])).toEqual([
      [
        "The rule `prose/spelling` is not checked: it needs a package that is not installed.",
        "Run `npm install --save-exact --save-dev cspell-lib@10.4.1`, or remove this line.",
      ],
      [
        "The rule `prose/inclusive` is not checked: it needs packages that are not installed.",
        "Run `npm install --save-exact --save-dev retext-english@5.0.0 retext-equality@7.1.0`, or remove this line.",
      ],
    ]);
    expect(diagnostics[0]).toMatchObject({ file: "site.yaml", ...AT, severity: "warning" });
  });

  test("is told of where its interface may be another one", () => {
    const project = projectWith({ "cspell-lib": "9.8.0" });
    expect(optionsIn(project, SPELLING).diagnostics).toMatchObject([
      {
        message:
          "The rule `prose/spelling` is not checked: cspell-lib 9.8.0 is installed, which Stet does not know.",
      },
    ]);
  });
});

describe("dictionaries", () => {
  const PLACES = { project: ROOT, cspell: installedPackage("cspell-lib", ROOT)?.folder ?? "" };

  test("are named by language or by package", () => {
    expect(installedDictionary("en-GB", PLACES)).toMatchObject({ language: "en" });
    expect(installedDictionary("de-DE", PLACES)).toMatchObject({ language: "de" });
    expect(installedDictionary("@cspell/dict-de-de", PLACES)).toMatchObject({ language: "de" });
    expect(installedDictionary("@cspell/dict-software-terms", PLACES)?.language).toBeUndefined();
    expect(installedDictionary("sv-SE", PLACES)).toBeUndefined();
    expect(installedDictionary("lodash", PLACES)).toBeUndefined();
  });

  test("are that of the publication's language where none is named", () => {
    const versions = (language: string) =>
      optionsIn(
        ROOT,
        { "prose/spelling": { severity: "hint" } },
        language,
      ).options.spelling?.dictionaries.map(({ version }) => version.replace(/ .*/, ""));
    expect(versions("en-GB")).toEqual(["@cspell/dict-en-gb-mit"]);
    expect(versions("en")).toEqual(["@cspell/dict-en_us"]);
    expect(versions("de")).toEqual(["@cspell/dict-de-de"]);
  });

  test("tell British from American English, know compounds of German, and nothing besides", async () => {
    const { module, dictionaries } = optionsIn(ROOT, SPELLING).options.spelling ?? {};
    const english = await cspellWords(module ?? "", dictionaries ?? [], "en-GB");
    const german = await cspellWords(module ?? "", dictionaries ?? [], "de");
    expect(["colour", "London", "center"].map((word) => english?.has(word))).toEqual([
      true,
      true,
      false,
    ]);
    expect(english?.has("color")).toBe(false);
    expect(english?.meant("recieve")[0]).toBe("receive");
    expect(
      ["Stadtratssitzung", "Haus", "haus", "council"].map((word) => german?.has(word)),
    ).toEqual([true, true, false, false]);
    expect(await cspellWords(module ?? "", dictionaries ?? [], "fr")).toBeUndefined();
  });
});

test("words that leave readers out are found in what is no quotation and no name", async () => {
  const { inclusive } = optionsIn(ROOT, { "prose/inclusive": { severity: "hint" } }).options;
  if (inclusive === undefined) throw new Error("The packages are not installed.");
  const block = (text: string, more: Partial<ProseBlock> = {}): ProseBlock => ({
    ...{ kind: "paragraph", text, isQuotation: false },
    placeAt: (index, length) => ({ line: 1, column: index + 1, length }),
    ...more,
  });
  const found = await excludingWords(
    [
      block("The chairman called the firemen. “The foreman came,” he said. She knows it is easy."),
      block('Chairmen of all clubs met. The Chairman Company did not, nor did "the chairman".'),
      block("The chairman came.", { isQuotation: true }),
      block("Der chairman kam.", { language: "de" }),
    ],
    "en-GB",
    inclusive,
  );
  expect(found).toMatchObject([
    { column: 5, length: 8, written: "chairman" },
    { column: 25, length: 7, written: "firemen", instead: ["fire fighters"] },
    { column: 1, length: 8, written: "Chairmen" },
  ]);
});
