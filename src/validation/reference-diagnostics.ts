import { rule as unknownAuthor } from "../checks/reference/author.ts";
import { rule as unknownCategory } from "../checks/reference/category.ts";
import { rule as unknownPost } from "../checks/reference/post.ts";
import { rule as unknownStory } from "../checks/reference/story.ts";
import type { UnknownCard } from "../checks/unknown-card.ts";
import type { Meant } from "../checks/words.ts";
import type { SourceLocation } from "../domain/source-location.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { likelyMeant } from "../domain/likely-meant.ts";
import { slugify } from "../domain/slug.ts";
import type { PlacedReferences } from "../loader/references.ts";
import type { Cards } from "../loader/references.ts";

const TOP: SourceLocation = { line: 1, column: 1 };

/** Categories, authors, stories and posts that texts name and no file declares. */
export function referenceDiagnostics(
  texts: readonly PlacedReferences[],
  known: { categories: Cards; authors: Cards; stories: Cards; posts: Cards },
): Diagnostic[] {
  return texts.flatMap(({ references, places }) => {
    const { file, category, authors = [], story, metadata } = references;
    const placeOfAuthor = (name: string): SourceLocation =>
      places.authors?.find((one) => one.name === name)?.place ?? places.author ?? TOP;
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
        asked(by, known.authors).map((unknown) =>
          unknownAuthor.at({ file, line, column, length }, unknown),
        ),
      ),
      ...asked(story, known.stories).map((unknown) =>
        unknownStory.at({ file, ...(places.story ?? TOP) }, inYaml(unknown)),
      ),
      ...(metadata.posts ?? []).flatMap(({ slug, ...place }) =>
        asked(slug, known.posts).map((unknown) => unknownPost.at({ file, ...place }, unknown)),
      ),
    ];
  });
}

/** Most names that are listed where none is like the one that was written. */
const MOST_LISTED = 6;

/** What is known of a name that no card has; nothing where one has it, or none is asked for. */
function asked(written: string | undefined, cards: Cards): UnknownCard[] {
  if (written === undefined || cards.has(written)) return [];
  const known = cards.size > MOST_LISTED ? [] : [...cards.keys()];
  return [{ written, slug: slugify(written), known, meant: meantCard(written, cards) }];
}

/** The card that was meant: the one of that name or file, or one that is written nearly so. */
function meantCard(written: string, cards: Cards): Meant | undefined {
  const bare = written.replace(/^@|^.*\/|\.ya?ml$/g, "");
  const wanted = slugify(bare);
  for (const [slug, name] of cards)
    if (slug === wanted || slugify(name) === wanted) return { typed: slug, sure: true };
  const near = likelyMeant(bare, cards.keys()) ?? likelyMeant(wanted, cards.keys());
  return near === undefined ? undefined : { typed: near };
}

/** Several authors in one line of words, `Jo Doe and Ada`, as the list that was meant. */
function orSeveral(unknown: UnknownCard, cards: Cards): UnknownCard {
  const names = unknown.written
    .split(/(?<!\s)\s*(?:,\s*and\b|[,;&+/]|\band\b)\s*/i)
    .filter(Boolean);
  const meant = names.map((name) => (cards.has(name) ? name : sureCard(name, cards)));
  if (meant.length < 2 || meant.includes(undefined)) return unknown;
  return { ...unknown, meant: { typed: `[${meant.join(", ")}]`, sure: true } };
}

function sureCard(written: string, cards: Cards): string | undefined {
  const meant = meantCard(written, cards);
  return meant?.sure === true ? meant.typed : undefined;
}

/** As it is typed in YAML, where what looks like a number or a switch is quoted. */
function inYaml(unknown: UnknownCard): UnknownCard {
  const quoted = (slug: string): string =>
    /^(?:[\d.e_-]+|true|false|null)$/.test(slug) ? `'${slug}'` : slug;
  const { known, meant } = unknown;
  return {
    ...unknown,
    known: known.map(quoted),
    meant: meant && { ...meant, typed: quoted(meant.typed) },
  };
}
