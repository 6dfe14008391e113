import { editCode, removeCode } from "./incremental-world.ts";
import type { World } from "./incremental-world.ts";
import type { Change } from "./incremental-change.ts";

/** What is done to the press itself, its packages and its context. */
export const CHANGES_OF_CODE: readonly Change[] = [
  rare(
    edited(
      "a component's style changes",
      "src/components/listing/TeaserList.astro",
      "padding: 0;",
      "padding: 1px;",
    ),
  ),
  rare(
    edited(
      "a layout's markup changes",
      "src/layouts/Base.astro",
      '<main id="page-main"',
      '<main id="page-main" class="wide"',
    ),
  ),
  edited(
    "a style sheet changes",
    "src/styles/prose.css",
    "@layer prose {",
    "@layer prose {\n  .prose p { hyphens: auto; }",
  ),
  rare(
    edited(
      "a schema changes",
      "src/loader/schemas/data-file-schemas.ts",
      ".default(1000)",
      ".default(0)",
    ),
  ),
  rare(
    edited(
      "a transform of Markdown changes",
      "src/markdown/transforms/tables.ts",
      `["table"]`,
      `["table", "ruled"]`,
    ),
  ),
  rare(edited("a view changes", "src/views/related.ts", "RELATED_SHOWN = 4", "RELATED_SHOWN = 2")),
  rare(edited("the words of the press change", "src/i18n/english.ts", '"Topics"', '"Subjects"')),
  rare(
    edited(
      "the search's records change",
      "src/search/indexed-record.ts",
      "title: 10,",
      "title: 9,",
    ),
  ),
  rare(
    edited(
      "Astro's configuration changes",
      "src/renderer/astro-config.ts",
      "compressHTML: true",
      "compressHTML: false",
    ),
  ),
  rare(
    edited(
      "a package's version changes",
      "package-lock.json",
      '"version": "0.1.0"',
      '"version": "0.1.1"',
    ),
  ),
  {
    name: "a variable that a component reads is set, and unset",
    alone: true,
    steps: [
      (world) => surround(world, { PUBLIC_NOTE: "Printed in the dark." }),
      (world) => surround(world, {}),
    ],
  },
  {
    name: "a variable that a component reads comes from a file, and goes",
    alone: true,
    rare: true,
    steps: [
      (world) => editCode(world, ".env", () => "PUBLIC_NOTE=Printed by lamplight.\n"),
      (world) => removeCode(world, ".env"),
    ],
  },
  {
    name: "Node is told another mode",
    alone: true,
    rare: true,
    steps: [
      (world) => surround(world, { NODE_ENV: "development" }),
      (world) => surround(world, {}),
    ],
  },
];

function edited(name: string, file: string, from: string, to: string): Change {
  return {
    name,
    alone: true,
    replaces: { file, text: from },
    steps: [(world) => editCode(world, file, (text) => text.replace(from, to))],
  };
}

/** The same, for the long series. */
function rare(change: Change): Change {
  return { ...change, rare: true };
}

function surround(world: World, environment: Record<string, string>): void {
  world.options = { ...world.options, environment };
}
