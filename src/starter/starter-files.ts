import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dayOf, isoWithOffset } from "../domain/dates.ts";
import type { Instant } from "../domain/dates.ts";
import { sectionSlug } from "./section-slug.ts";
import { articleFilePath, articleSlug } from "./article-file.ts";
import { editorFiles } from "./editor-files.ts";
import { fillTemplate } from "./fill-template.ts";
import {
  GITATTRIBUTES,
  GITATTRIBUTES_FILE,
  GITIGNORE,
  GITIGNORE_FILE,
  readmeText,
} from "./project-files.ts";
import { PUBLISH_WORKFLOW } from "./publish-workflow.ts";
import { COMMENT_WORKFLOW, REVIEW_WORKFLOW } from "./review-workflows.ts";
import { starterSite } from "./starter-site.ts";
import { starterWords } from "./starter-words.ts";
import { yamlText } from "./yaml-text.ts";

/** What a new publication is made from. */
export interface StarterOptions {
  name: string;
  url: string;
  language: string;
  timezone: string;
  /** Names of sections, as readers see them; at least one. */
  sections: readonly string[];
  /** Without articles: for those who bring their own. */
  empty: boolean;
  /** Where npm finds Stet. */
  stet: string;
  now: Instant;
  /** The folder of Stet's own package. */
  packageRoot: string;
  /** Gives a new UUID. */
  newId: () => string;
}

/** The three articles of a new publication, the newest first, with their age in minutes. */
const ARTICLES = [
  ["first-article", 5],
  ["what-a-page-can-show", 120],
  ["when-something-was-wrong", 3 * 24 * 60],
] as const;

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/**
 * The files of a new publication by path, but for `package.json`, which may be there already: its content, what an
 * editor and git need, and workflows that publish it and review changes. Articles are in the publication's language where there are
 * any, else in English, and say so.
 */
export function starterFiles(options: StarterOptions): Map<string, string> {
  const { name, language, timezone, sections, empty, stet } = options;
  const words = starterWords(language);
  const slugs = sections.map((section) => sectionSlug(section, language));
  const files = new Map([
    [GITIGNORE_FILE, GITIGNORE],
    [GITATTRIBUTES_FILE, GITATTRIBUTES],
    [".github/workflows/publish.yml", PUBLISH_WORKFLOW],
    [".github/workflows/review.yml", REVIEW_WORKFLOW],
    [".github/workflows/review-comment.yml", COMMENT_WORKFLOW],
    ["README.md", readmeText({ name, stet })],
    ["content/site.yaml", starterSite(options)],
    [
      "content/authors/newsroom.yaml",
      `name: ${yamlText(words.newsroom)}\nis: desk\nbio: ${yamlText(words.bio)}\n`,
    ],
    ...sections.map((title, index): [string, string] => [
      `content/categories/${slugs[index] ?? ""}.yaml`,
      `title: ${yamlText(title)}\ndescription: ${yamlText(words.section.replace("{section}", title))}\norder: ${(index + 1) * 10}\n`,
    ]),
    ...editorFiles(timezone),
  ]);
  if (!empty) {
    for (const [at, [template, minutes]] of ARTICLES.entries()) {
      // The last one stands in the second section, so that both have something to show.
      const section = slugs[at === ARTICLES.length - 1 ? 1 : 0] ?? slugs[0] ?? "";
      const [file, text] = starterArticle(template, minutes, section, options);
      files.set(`content/${file}`, text);
    }
  }
  return files;
}

function starterArticle(
  template: string,
  minutesAgo: number,
  category: string,
  { packageRoot, language, timezone, now, newId }: StarterOptions,
): [file: string, text: string] {
  const { folder } = starterWords(language);
  const written = readFileSync(
    join(packageRoot, "src/starter/texts", folder, `${template}.mdx`),
    "utf8",
  );
  const headline = /^title: (.*)$/m.exec(written)?.[1] ?? template;
  const instant = now - minutesAgo * MINUTE_MS;
  const file = articleFilePath(articleSlug(headline, folder), { instant, timezone });
  const filled = fillTemplate(written, {
    id: newId(),
    category,
    file: `content/${file}`,
    date: isoWithOffset(instant, timezone),
    today: dayOf(now, timezone),
    yesterday: dayOf(now - DAY_MS, timezone),
  });
  const isForeign = language.toLowerCase().split("-")[0] !== folder;
  return [file, isForeign ? filled.replace(/^tags: /m, `language: ${folder}\ntags: `) : filled];
}
