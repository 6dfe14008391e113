import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { compareText } from "../domain/order.ts";
import type { ArticleRule } from "./article-rule.ts";
import type { Rule } from "./rule.ts";

/** A rule of any kind, as far as all have the same. */
export type AnyRule = Rule<never> & Partial<Pick<ArticleRule, "diagnosticsIn">>;

/** Every rule, by code: the files of this folder's folders are the list. */
export const RULES: readonly AnyRule[] = await loadRules();

/** The rules that each article is tested by, wherever it is published. */
export const ARTICLE_RULES: readonly ArticleRule[] = RULES.filter(isArticleRule);

async function loadRules(): Promise<AnyRule[]> {
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => /^[^/]+\/[^/.]+\.[tj]s$/.test(file))
    .sort(compareText);
  return Promise.all(
    files.map(async (file) => {
      const { href } = pathToFileURL(join(import.meta.dirname, file));
      const { rule } = (await import(href)) as { rule?: AnyRule };
      const code = file.replace(/\.[tj]s$/, "");
      if (rule?.code !== code)
        throw new Error(`src/checks/${file} must export a \`rule\` whose code is ${code}.`);
      return rule;
    }),
  );
}

function isArticleRule(rule: AnyRule): rule is ArticleRule {
  return rule.diagnosticsIn !== undefined;
}
