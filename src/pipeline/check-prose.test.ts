import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../tests/fixtures/temporary-folder.ts";
import { ROOT } from "../../tests/structure/project-files.ts";
import { EXAMPLE_NOW, EXAMPLE_PUBLICATION, exampleArticle } from "../checks/example.ts";
import type { ProseTask } from "../prose/prose-work.ts";
import type { Worker, Workers } from "../workers/worker.ts";
import { WORKERS_HERE } from "../workers/worker.ts";
import { withProse } from "./check-prose.ts";
import { loadPublication } from "./load-publication.ts";

/** Workers of this process that say which texts they are given. */
function listeningWorkers(): { workers: Workers; read: string[] } {
  const read: string[] = [];
  const listening = (worker: Worker): Worker => ({
    ...worker,
    ask: (kind, task, listener) => {
      // Prose is all that they are asked for.
      read.push(...(task as readonly ProseTask[]).map(({ text }) => text.file));
      return worker.ask(kind, task, listener);
    },
  });
  const workers = {
    ...WORKERS_HERE,
    withWorker: <Result>(use: (worker: Worker) => Promise<Result>) =>
      WORKERS_HERE.withWorker((worker) => use(listening(worker))),
  };
  return { workers, read };
}

const folder = temporaryFolder("prose");
const STORY = "articles/2026/03/story.mdx";

function write(files: Record<string, string>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, "content", file)), { recursive: true });
    writeFileSync(join(folder, "content", file), text);
  }
}

async function check(switches: string, project = ROOT) {
  const site = `${String(EXAMPLE_PUBLICATION["site.yaml"])}check:\n  ${switches}\n`;
  write({ "site.yaml": site });
  const folders = {
    content: join(folder, "content"),
    cache: join(folder, "cache"),
    codeVersion: "test",
  };
  const loaded = await loadPublication({
    ...folders,
    now: Date.parse(EXAMPLE_NOW),
    clock: Date.now,
  });
  const said: string[] = [];
  const { workers, read } = listeningWorkers();
  const diagnostics = await withProse(loaded, {
    ...folders,
    ...{ packageRoot: ROOT, projectRoot: project, workers },
    progress: {
      stage: () => ({ advance: () => {}, done: () => {} }),
      log: (line) => said.push(line),
    },
  });
  return {
    read,
    said,
    told: diagnostics.map(
      ({ code, file, line, severity }) => `${severity} ${code} ${file}:${line}`,
    ),
  };
}

write({
  ...Object.fromEntries(
    Object.entries(EXAMPLE_PUBLICATION).map(([file, text]) => [file, String(text)]),
  ),
  [STORY]: exampleArticle(
    { tags: "[Zwyrcol]" },
    "The councel of Wexenbar met Ada Palmer of Zwyrcol.",
  ),
});

test("a text is read once for the same rules and dictionaries, whatever is known besides", async () => {
  const SPELLING = "prose/spelling: { dictionaries: [en-GB] }";
  const first = await check(SPELLING);
  expect(first.read).toContain(STORY);
  expect(first.told).toEqual([
    `hint prose/spelling ${STORY}:11`,
    `hint prose/spelling ${STORY}:11`,
  ]);
  const second = await check(SPELLING);
  expect(second).toEqual({ ...first, read: [] });

  write({ "dictionary.txt": "Wexenbar\n" });
  const third = await check(SPELLING.replace("}", ", severity: warning }"));
  expect(third).toEqual({ read: [], said: [], told: [`warning prose/spelling ${STORY}:11`] });

  write({ [STORY]: exampleArticle({}, "The council met.") });
  expect(await check(SPELLING)).toEqual({ read: [STORY], said: [], told: [] });
  expect((await check("prose/spelling: { dictionaries: [en-US] }")).read.length).toBeGreaterThan(1);
});

test("where no rule of prose is on, nothing is read", async () => {
  expect(await check("headline/capitals: off")).toEqual({ read: [], said: [], told: [] });
});

test("a package that is missing is told of in site.yaml, and the other rules are checked", async () => {
  write({
    [STORY]: exampleArticle({}, "The councel met, and it met again, and once more on Monday."),
  });
  const { told } = await check(
    "prose/spelling: hint\n  prose/sentence-length: { most: 10 }",
    temporaryFolder("empty"),
  );
  expect(told).toEqual([
    `hint prose/sentence-length ${STORY}:10`,
    "warning prose/setup site.yaml:7",
  ]);
});

test("settings of cspell that lie about change nothing", async () => {
  const project = temporaryFolder("settings");
  const settings = JSON.stringify({ words: ["councel"], language: "en" });
  writeFileSync(join(folder, "content", "cspell.json"), settings);
  writeFileSync(join(project, "cspell.json"), settings);
  const { told } = await check("prose/spelling: { dictionaries: [en-GB] }");
  expect(told).toEqual([`hint prose/spelling ${STORY}:10`]);
});

test("Stet's own terms and the texts that a publication begins with are spelled right", async () => {
  const TERMS = "articles/2026/03/terms.mdx";
  const starter = readFileSync(join(ROOT, "src/starter/texts/en/first-article.mdx"), "utf8");
  const body = starter
    .slice(starter.indexOf("\n---\n") + 5)
    .replaceAll(/\{[^}]*\}|<[^>]*>|!?\[[^\]]*\]\([^)]*\)/g, "");
  write({
    [TERMS]: exampleArticle({}, `The standfirst, two kickers, a byline and its dateline.\n${body}`),
  });
  const { told } = await check("prose/spelling: { dictionaries: [en-GB] }");
  expect(told.filter((one) => one.includes(TERMS))).toEqual([]);
});
