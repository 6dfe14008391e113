import { dayOf, isoWithOffset } from "../domain/dates.ts";
import type { Instant } from "../domain/dates.ts";
import { slugify } from "../domain/slug.ts";
import { withoutAmpersands } from "../i18n/ampersand.ts";
import { placeholder } from "../domain/placeholder.ts";
import { yamlText } from "./yaml-text.ts";

/** Most characters of a name made from a headline: addresses are read, and typed. */
const LONGEST = 60;

/** The name of a file for a headline in a language, without its ending: whole words, as far as they have room. */
export function articleSlug(headline: string, language: string): string {
  const slug = slugify(withoutAmpersands(headline, language));
  if (slug.length <= LONGEST) return slug;
  const whole = slug.slice(0, LONGEST + 1).replace(/-[^-]*$/, "");
  return whole.slice(0, LONGEST).replace(/-$/, "");
}

/** The path of an article below the content folder, by its date in the publication's time zone. */
export function articleFilePath(
  slug: string,
  { instant, timezone, ending = "mdx" }: { instant: Instant; timezone: string; ending?: string },
): string {
  const [year = "", month = ""] = dayOf(instant, timezone).split("-");
  return `articles/${year}/${month}/${slug}.${ending}`;
}

/** What is known of an article before it is written. */
export interface NewArticle {
  id: string;
  headline: string;
  /** Slugs of files in `categories/` and `authors/`. */
  category: string;
  authors: readonly string[];
  instant: Instant;
  timezone: string;
}

/** The file of an article that is still to be written: a draft, with placeholders for the standfirst and the text. */
export function articleText({
  id,
  headline,
  category,
  authors,
  instant,
  timezone,
}: NewArticle): string {
  const [only = "", ...others] = authors.map(yamlText);
  const author = others.length === 0 ? only : `[${[only, ...others].join(", ")}]`;
  return `---
id: ${id}
title: ${yamlText(headline)}
description: ${placeholder("a sentence or two")}
category: ${yamlText(category)}
author: ${author}
date: ${isoWithOffset(instant, timezone)}
# Remove this line and the next to publish the article.
draft: true
---

${placeholder("the text")}
`;
}
