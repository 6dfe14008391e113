import { starterWords } from "./starter-words.ts";
import { yamlText } from "./yaml-text.ts";

/** The `site.yaml` of a new publication, with what may be added to it. */
export function starterSite({
  name,
  url,
  language,
  timezone,
}: {
  name: string;
  url: string;
  language: string;
  timezone: string;
}): string {
  return `# What the publication says of itself. node_modules/@stet-press/stet/docs/content.md describes every key.

# On the masthead, in feeds and in search results.
name: ${yamlText(name)}

# Where readers find it. Change it before you publish: feeds and search engines remember addresses.
url: ${yamlText(url)}

# One sentence for search engines and feed readers.
description: ${yamlText(starterWords(language).description)}

# A language tag such as en, fr or pt-BR, and the time zone in which a day begins.
language: ${yamlText(language)}
timezone: ${yamlText(timezone)}

# One colour of your own, in a light and a dark form:
# colours:
#   accent: { light: "#1f5c8b", dark: "#8fc1e8" }

# Your mark, beside this file: in the browser's tab, in feed readers, on shared links.
# icon: ./icon.svg
# logo: ./logo.svg
# image: ./share.svg

# Readers write to you from the foot of an article:
# comments:
#   letters: letters@paper.example
`;
}
