import type { RuleSwitches } from "../checks/switchable.ts";
import type { Article } from "../domain/article.ts";
import type { BodyFormat } from "../domain/body.ts";
import type { SourceLocation } from "../domain/source-location.ts";
import type { ComponentFiles } from "../loader/own-components.ts";
import type { Content } from "../loader/read-content.ts";

/** What the prose of a publication is checked by; nothing of it is made before it is asked for. */
export interface ProseSources {
  switches: RuleSwitches;
  /** Of the publication. */
  language: string;
  /** Where a value of `site.yaml` stands. */
  locationOf: (path: readonly PropertyKey[]) => SourceLocation;
  /** The texts without errors, drafts too, that run no code, in the order of their files. */
  texts: () => { file: string; format: BodyFormat; digest: string; language: string }[];
  /** Names that the publication knows: of authors, tags, categories and stories, and its own. */
  names: () => string[];
  isDraft: (file: string) => boolean;
  components: ComponentFiles | undefined;
}

/** What the prose of content is checked by. */
export function proseSources(
  content: Content,
  components: ComponentFiles | undefined,
): ProseSources {
  const { site, switches, locationOf, articles, pages, dataFiles } = content;
  const articleIn = (file: string): Article | undefined => articles.get(file)?.article;
  return {
    switches,
    language: site.language,
    locationOf,
    components,
    isDraft: (file) => articleIn(file)?.draft === true,
    texts: () => [
      ...[...articles.keys()].flatMap((file) => {
        const article = articleIn(file);
        if (article === undefined || article.code) return [];
        const { format, digest, language = site.language } = article;
        return [{ file, format, digest, language }];
      }),
      ...pages.pages.map(({ file, format, digest }) => ({
        file,
        format,
        digest,
        language: site.language,
      })),
    ],
    names: () => [
      site.name,
      ...Object.values(dataFiles.authors.values).map(({ name }) => name),
      ...Object.values(dataFiles.categories.values).map(({ title }) => title),
      ...Object.values(dataFiles.stories.values).map(({ title }) => title),
      ...Object.values(dataFiles.tags.values).map(({ name }) => name),
      ...[...articles.values()].flatMap(({ article }) => article?.tags ?? []),
    ],
  };
}
