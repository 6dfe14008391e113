import type { Article } from "../domain/article.ts";
import type { SourceLocation } from "../domain/source-location.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { defineRule } from "./rule.ts";
import type { Rule, RuleDeclaration } from "./rule.ts";

/** An article without errors, and where its front matter says what. */
export interface CheckedArticle {
  article: Article;
  /** Its tags by their places in the front matter, also those that stand there twice. */
  writtenTags: readonly string[];
  /** Where the value at a path of the front matter stands. */
  locationOf: (path: readonly PropertyKey[]) => SourceLocation;
  /** Where the key at a path of the front matter stands. */
  locationOfKey: (path: readonly PropertyKey[]) => SourceLocation;
  /** The value at a path of the front matter as it is written, quotation marks and all; undefined where nothing is. */
  sourceOf: (path: readonly PropertyKey[]) => string | undefined;
}

/** Something that a rule's test found. */
export interface Found<Details> {
  location: SourceLocation;
  details: Details;
}

/** A rule that each article is tested by, once nothing else is wrong with it. */
export interface ArticleRule<Details = never> extends Rule<Details> {
  diagnosticsIn: (subject: CheckedArticle) => Diagnostic[];
}

/** A rule about an article from its declaration and its test, which gives each breach with its place. */
export function defineArticleRule<Details>(
  declaration: RuleDeclaration<Details> & {
    test: (subject: CheckedArticle) => readonly Found<Details>[];
  },
): ArticleRule<Details> {
  const rule = defineRule(declaration);
  return {
    ...rule,
    diagnosticsIn: (subject) =>
      declaration
        .test(subject)
        .map(({ location, details }) =>
          rule.at({ file: subject.article.file, ...location }, details),
        ),
  };
}
