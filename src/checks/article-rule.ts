import type { Article } from "../domain/article.ts";
import type { SourceLocation } from "../domain/source-location.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import type { SourceEdit } from "../domain/source-edit.ts";
import { defineRule } from "./rule.ts";
import type { Rule, RuleDeclaration } from "./rule.ts";
import { settingIn } from "./switchable.ts";
import type { RuleSetting, RuleSwitches } from "./switchable.ts";

/** A picture that the body of an article shows. */
export interface BodyImage {
  /** As written. */
  src: string;
  alt: string;
  caption?: string;
  /** Of its own, or of the gallery that it stands in. */
  credit?: string;
  /** Where it stands, and its alternative text. */
  location: SourceLocation;
  altLocation: SourceLocation;
  /** Whether it is shown by a component, which takes a credit. */
  takesCredit: boolean;
}

/** An article without errors, and where its front matter says what. */
export interface CheckedArticle {
  article: Article;
  /** What a publication switches. */
  switches: RuleSwitches;
  /** The images in its body, in order, which are looked for when they are asked for. */
  images: () => readonly BodyImage[];
  /** Its tags by their places in the front matter, also those that stand there twice. */
  writtenTags: readonly string[];
  /** Where the value at a path of the front matter stands. */
  locationOf: (path: readonly PropertyKey[]) => SourceLocation;
  /** Where the key at a path of the front matter stands. */
  locationOfKey: (path: readonly PropertyKey[]) => SourceLocation;
  /** The value at a path of the front matter as it is written, quotation marks and all; undefined where nothing is. */
  sourceOf: (path: readonly PropertyKey[]) => string | undefined;
  /** The edit that takes out the lines of a key and its value, or of an entry of a list; undefined where they share them. */
  removalOf: (path: readonly PropertyKey[]) => SourceEdit | undefined;
  /** The edits that take out the blanks at the ends of the lines of the front matter. */
  trailingBlanks: () => SourceEdit[];
}

/** The same, for one rule. */
export interface RuleSubject extends Omit<CheckedArticle, "switches"> {
  /** What a publication sets for the rule. */
  settingOf: <Value>(setting: RuleSetting<Value>) => Value;
}

/** Something that a rule's test found. */
export interface Found<Details> {
  location: SourceLocation;
  details: Details;
  /** What mends it, if that is certain. */
  edits?: readonly SourceEdit[];
}

/** A rule that each article is tested by, once nothing else is wrong with it. */
export interface ArticleRule<Details = never> extends Rule<Details> {
  diagnosticsIn: (subject: CheckedArticle) => Diagnostic[];
}

/** A rule about an article from its declaration and its test, which gives each breach with its place. */
export function defineArticleRule<Details>(
  declaration: RuleDeclaration<Details> & {
    test: (subject: RuleSubject) => readonly Found<Details>[];
  },
): ArticleRule<Details> {
  const rule = defineRule(declaration);
  return {
    ...rule,
    diagnosticsIn: ({ switches, ...subject }) =>
      declaration
        .test({
          ...subject,
          settingOf: (setting) => settingIn(switches[declaration.code], setting),
        })
        .map(({ location, details, edits = [] }) => ({
          ...rule.at({ file: subject.article.file, ...location }, details),
          ...(edits.length === 0 ? {} : { edits }),
        })),
  };
}
