import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DEMO_NOW } from "../visual/demo-moment.ts";
import { currentTier } from "../runner/tier.ts";
import { ROOT } from "../structure/project-files.ts";
import { writeCasesPublication } from "./cases-publication.ts";
import { CORPUS, CORPUS_NOW } from "./corpus.ts";
import { writeNastyPublication } from "./feeds/nasty-publication.ts";
import { writePublicationBelowPath } from "./pages/below-path.ts";
import { writeLongWords } from "./pages/long-words.ts";
import { FIXTURE_NOW } from "./publication.ts";

/** A publication that the press is tried on, and when it is printed. */
export interface TestPublication {
  name: string;
  /** `STET_NOW`, after its newest article. */
  now: string;
  /** Writes it into a folder that is not there yet. */
  write: (content: string) => void | Promise<void>;
}

/** Why tests of more than the demonstration are skipped; false where they are wanted. Each publication is a build. */
export const othersAreLeft: string | false =
  currentTier() === "commit" && "further publications are left to npm run test:all";

/** The demonstration of this checkout. */
export const DEMO: TestPublication = {
  name: "demo",
  now: DEMO_NOW,
  write: copyOf(join(ROOT, "content")),
};

/** The real archive, which is not everywhere. */
export const ARCHIVE: TestPublication = { name: "18f", now: CORPUS_NOW, write: copyOf(CORPUS) };

/** A small one that uses everything the press can do, below a path, with old addresses and take-downs. */
export const BELOW_PATH: TestPublication = {
  name: "below-path",
  now: FIXTURE_NOW,
  write: writePublicationBelowPath,
};

/** The same as if it were in another language: the messages of that stand around its texts. */
export function belowPathIn(language: string): TestPublication {
  return {
    name: `below-path-${language}`,
    now: FIXTURE_NOW,
    write: async (content) => {
      await writePublicationBelowPath(content);
      const file = join(content, "site.yaml");
      writeFileSync(
        file,
        readFileSync(file, "utf8").replace("language: en", `language: ${language}`),
      );
    },
  };
}

/** A word that does not break in every text, and sixty sections. */
export const LONG_WORDS: TestPublication = {
  name: "long-words",
  now: FIXTURE_NOW,
  write: writeLongWords,
};

/** Everything that has broken feeds. */
export const NASTY: TestPublication = {
  name: "nasty",
  now: FIXTURE_NOW,
  write: writeNastyPublication,
};

/** Texts on which presses have been wrong, which are not everywhere. */
export const CASES: TestPublication = {
  name: "cases",
  now: "2026-11-01T00:00:00Z",
  write: writeCasesPublication,
};

const FIXTURES = join(ROOT, "tests/fixtures/publications");
const FIXTURES_NOW = "2026-03-01T12:00:00Z";

/** One of the publications in tests/fixtures/publications. */
export function fixturePublication(name: string): TestPublication {
  return { name, now: FIXTURES_NOW, write: copyOf(join(FIXTURES, name)) };
}

/**
 * The Persian one as if it were in a language that has no messages, which is written from right to left: the English
 * ones stand around its texts.
 */
export const WITHOUT_MESSAGES: TestPublication = {
  name: "without-messages",
  now: FIXTURES_NOW,
  write: (content) => {
    copyOf(join(FIXTURES, "bandar"))(content);
    const file = join(content, "site.yaml");
    writeFileSync(file, readFileSync(file, "utf8").replace("language: fa", "language: ur"));
  },
};

/** All publications in tests/fixtures/publications. */
export function fixturePublications(): TestPublication[] {
  return readdirSync(FIXTURES).sort().map(fixturePublication);
}

function copyOf(source: string): (content: string) => void {
  return (content) => cpSync(source, content, { recursive: true });
}
