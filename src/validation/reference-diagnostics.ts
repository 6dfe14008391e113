import { rule as unknownAuthor } from "../checks/reference/author.ts";
import { rule as unknownCategory } from "../checks/reference/category.ts";
import { rule as unknownPost } from "../checks/reference/post.ts";
import { rule as unknownStory } from "../checks/reference/story.ts";
import type { UnknownDataFile } from "../checks/unknown-data-file.ts";
import type { Meant } from "../checks/words.ts";
import type { SourceLocation } from "../domain/source-location.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { likelyMeant } from "../domain/likely-meant.ts";
import { slugify } from "../domain/slug.ts";
import { withoutAmpersands } from "../i18n/ampersand.ts";
import type { LocatedReferences } from "../loader/references.ts";
import type { DataFiles } from "../loader/references.ts";

const TOP: SourceLocation = { line: 1, column: 1 };

/** Categories, authors, stories and posts that texts name and no file declares. */
export function referenceDiagnostics(
  texts: readonly LocatedReferences[],
  {
    language,
    ...known
  }: {
    language: string;
    categories: DataFiles;
    authors: DataFiles;
    stories: DataFiles;
    posts: DataFiles;
  },
): Diagnostic[] {
  const asked = (written: string | undefined, dataFiles: DataFiles): UnknownDataFile[] =>
    written === undefined || dataFiles.has(written)
      ? []
      : [unknownDataFile(written, dataFiles, language)];
  return texts.flatMap(({ references, places }) => {
    const { file, category, authors = [], story, metadata } = references;
    const placeOfAuthor = (name: string): SourceLocation =>
      places.authors?.find((one) => one.name === name)?.location ?? places.author ?? TOP;
    return [
      ...asked(category, known.categories).map((unknown) =>
        unknownCategory.at({ file, ...(places.category ?? TOP) }, inYaml(unknown)),
      ),
      ...authors.flatMap((name) =>
        asked(name, known.authors).map((unknown) =>
          unknownAuthor.at(
            { file, ...placeOfAuthor(name) },
            inYaml(authors.length > 1 ? unknown : orSeveral(unknown, known.authors)),
          ),
        ),
      ),
      ...(metadata.updates ?? []).flatMap(({ by, line, column, length }) =>
        asked(by, known.authors).map((unknown) => {
          // Its tag is marked, and not the name.
          const told = unknownAuthor.at({ file, line, column, length }, unknown);
          delete told.edits;
          return told;
        }),
      ),
      ...asked(story, known.stories).map((unknown) =>
        unknownStory.at({ file, ...(places.story ?? TOP) }, inYaml(unknown)),
      ),
      ...(metadata.posts ?? []).flatMap(({ slug, ...location }) =>
        asked(slug, known.posts).map((unknown) => unknownPost.at({ file, ...location }, unknown)),
      ),
    ];
  });
}

/** Most names that are listed where none is like the one that was written. */
const MOST_LISTED = 6;

/** What is known of a name that no data file has. */
function unknownDataFile(written: string, dataFiles: DataFiles, language: string): UnknownDataFile {
  const slug = slugify(withoutAmpersands(written, language));
  const known = dataFiles.size > MOST_LISTED ? [] : [...dataFiles.keys()];
  const own: Meant | undefined = dataFiles.has(slug) ? { typed: slug, sure: true } : undefined;
  return { written, slug, known, meant: own ?? meantCard(written, dataFiles) };
}

/** The data file that was meant: the one of that name or file, or one that is written nearly so. */
function meantCard(written: string, dataFiles: DataFiles): Meant | undefined {
  const bare = written.replace(/^@|^.*\/|\.ya?ml$/g, "");
  const wanted = slugify(bare);
  for (const [slug, name] of dataFiles)
    if (slug === wanted || slugify(name) === wanted) return { typed: slug, sure: true };
  const near = likelyMeant(bare, dataFiles.keys()) ?? likelyMeant(wanted, dataFiles.keys());
  return near === undefined ? undefined : { typed: near };
}

/** Several authors in one line of words, `Jo Doe and Ada`, as the list that was meant. */
function orSeveral(unknown: UnknownDataFile, dataFiles: DataFiles): UnknownDataFile {
  const names = unknown.written
    .split(/(?<!\s)\s*(?:,\s*and\b|[,;&+/]|\band\b)\s*/i)
    .filter(Boolean);
  const meant = names.map((name) => (dataFiles.has(name) ? name : sureCard(name, dataFiles)));
  if (meant.length < 2 || meant.includes(undefined)) return unknown;
  return { ...unknown, meant: { typed: `[${meant.join(", ")}]`, sure: true } };
}

function sureCard(written: string, dataFiles: DataFiles): string | undefined {
  const meant = meantCard(written, dataFiles);
  return meant?.sure === true ? meant.typed : undefined;
}

/** As it is typed in YAML, where what looks like a number or a switch is quoted. */
function inYaml(unknown: UnknownDataFile): UnknownDataFile {
  const quoted = (slug: string): string =>
    /^(?:[\d.e_-]+|true|false|null)$/.test(slug) ? `'${slug}'` : slug;
  const { known, meant } = unknown;
  return {
    ...unknown,
    known: known.map(quoted),
    meant: meant && { ...meant, typed: quoted(meant.typed) },
  };
}
