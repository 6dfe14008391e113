import { hash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { anArticle, aPublication } from "../../tests/fixtures/domain-values.ts";
import type { Commenting } from "../domain/comments.ts";
import { commentThreads } from "./comment-threads.ts";
import type { Thread } from "./comment-threads.ts";
import { planRoutes } from "./route-plan.ts";

const content = mkdtempSync(join(tmpdir(), "stet-threads-"));
afterAll(() => rmSync(content, { recursive: true, force: true }));

const FILE = "comments/2024/05/x.yaml";

/** The view of the one article of a publication with these comments. */
function viewOf(text: string, links: string[] = [], commenting?: Commenting) {
  mkdirSync(dirname(join(content, FILE)), { recursive: true });
  writeFileSync(join(content, FILE), text);
  const article = anArticle({ day: "2024-05-02", slug: "x", title: "Ebb & flow" });
  article.metadata.ids = ["comment-2"];
  const kept = { file: FILE, digest: hash("sha256", text, "hex"), count: 1, links };
  const publication = aPublication([article], { comments: { "/2024/05/x/": kept } });
  if (commenting !== undefined) publication.site.comments = commenting;
  const view = planRoutes(publication, "", 0).routes.article[0]?.view;
  if (view === undefined) throw new Error("There is an article.");
  return { view, site: publication.site };
}

function threadsOf(text: string, links: string[] = []): Thread[] {
  const { view, site } = viewOf(text, links);
  return commentThreads(view, site, content);
}

const one = (id: string, day: string, more = "", text = "Words."): string =>
  `  - { id: ${id}, author: Reader ${id}, date: ${day}${more}, text: ${JSON.stringify(text)} }\n`;

/** Ids by depth, as `1(2(3)4)`. */
function outline(threads: readonly Thread[]): string {
  return threads
    .map(
      ({ id, answers }) =>
        id.slice("comment-".length) + (answers.length > 0 ? `(${outline(answers)})` : ""),
    )
    .join(" ");
}

test("answers stand below what they answer, the oldest first; the deepest on one level, with whom they answer", () => {
  const threads = threadsOf(
    "comments:\n" +
      one("6", "2024-05-08", ", parent: 5") +
      one("3", "2024-05-05", ", parent: 1") +
      one("1", "2024-05-03") +
      one("4", "2024-05-06", ", parent: 3") +
      one("5", "2024-05-07", ", parent: 4") +
      one("7", "2024-05-09", ", parent: 6") +
      one("0", "2024-05-02"),
  );
  expect(outline(threads)).toBe("0 1(3(4(5 6 7)))");
  const deepest = threads[1]?.answers[0]?.answers[0]?.answers ?? [];
  expect(deepest.map(({ answersTo }) => answersTo?.author)).toEqual([
    undefined,
    "Reader 5",
    "Reader 6",
  ]);
});

test("an id that the text has already is not given twice", () => {
  const [first, second] = threadsOf(
    `comments:\n${one("2", "2024-05-02")}${one("2-2", "2024-05-03")}`,
  );
  expect([first?.id, second?.id]).toEqual(["comment-2-2", "comment-2-2-2"]);
});

test("a text is as plain as in a feed: no heading, id, picture or code, and its links vouch for nothing", () => {
  const text =
    "# Loud\n\n[own](/2024/05/x/), [dead](/2020/01/a/), [far](https://far.example) ![seen](https://a.example/p.png)\n\n<b id=page-main onclick=x>bold</b>";
  const [comment] = threadsOf(`comments:\n${one("1", "2024-05-02", "", text)}`, [
    "/2024/05/x/",
    "/2020/01/a/",
    "https://far.example",
  ]);
  expect(comment?.html).toMatchInlineSnapshot(`
    "<p><strong>Loud</strong></p>
    <p><a href="https://paper.example/2024/05/x/" rel="nofollow ugc">own</a>, dead, <a href="https://far.example/" rel="nofollow ugc">far</a> <a href="https://a.example/p.png" rel="nofollow ugc">seen</a></p>
    <p><b>bold</b></p>"
  `);
});

test("a file that changed after the check is not printed", () => {
  const { view, site } = viewOf(`comments:\n${one("1", "2024-05-02")}`);
  writeFileSync(join(content, FILE), "comments: []\n");
  expect(() => commentThreads(view, site, content)).toThrow("was changed while the build");
});

test("a letter has the headline for its subject and the address in it", () => {
  const { view } = viewOf("comments: []\n", [], { letters: "ed+news@paper.example" });
  const letter = new URL(view.comments?.letter ?? "");
  expect(letter.pathname).toBe("ed%2Bnews@paper.example");
  expect(letter.href).toContain(
    "?subject=Ebb%20%26%20flow&body=https%3A%2F%2Fpaper.example%2F2024%2F05%2Fx%2F",
  );
});

test("a discussion is asked for by the article's id, in the language of the publication", () => {
  const giscus = {
    repo: "paper/talk",
    repoId: "R_1",
    category: "Talk & more",
    categoryId: "DIC_1",
    reactions: false,
    input: "bottom",
  } as const;
  const { view } = viewOf("comments: []\n", [], { giscus });
  const frame = new URL(view.comments?.giscus?.frame ?? "");
  expect(frame.origin + frame.pathname).toBe("https://giscus.app/en/widget");
  expect(Object.fromEntries(frame.searchParams)).toEqual({
    theme: "preferred_color_scheme",
    reactionsEnabled: "0",
    emitMetadata: "0",
    inputPosition: "bottom",
    repo: "paper/talk",
    repoId: "R_1",
    category: "Talk & more",
    categoryId: "DIC_1",
    strict: "1",
    description: "Description of x",
    backLink: "https://paper.example/2024/05/x/",
    term: view.article.id,
  });
});

test("answers to answers stand there as many as there are", () => {
  const count = 200;
  const chain = Array.from({ length: count }, (_, at) =>
    one(`${at + 1}`, "2024-05-03", at === 0 ? "" : `, parent: ${at}`),
  );
  const [first] = threadsOf(`comments:\n${chain.join("")}`);
  const deepest = first?.answers[0]?.answers[0]?.answers ?? [];
  expect(deepest).toHaveLength(count - 3);
  expect(deepest.at(-1)).toMatchObject({ answersTo: { author: `Reader ${count - 1}` } });
});
