import { readFileSync } from "node:fs";
import { join } from "node:path";
import { newestFirst } from "../domain/article.ts";
import type { Article } from "../domain/article.ts";
import { countSeverities } from "../domain/diagnostic.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { commitsBeyond } from "../history/revision-files.ts";
import type { Publication } from "../domain/publication.ts";
import type { ContentRevision } from "../history/revision-files.ts";
import { imageSource } from "../urls/image-source.ts";
import type { Loaded } from "../pipeline/load-publication.ts";
import { movedTexts } from "../validation/history/moved-texts.ts";
import { reviewedArticles } from "./reviewed-articles.ts";
import { changedAddresses } from "./changed-addresses.ts";
import { contentStates } from "./content-states.ts";
import type { ContentStates, StatesOptions } from "./content-states.ts";
import { problemsOf } from "./problems.ts";
import { publicFiles } from "./public-files.ts";
import type { HeldText, Review } from "./review.ts";
import { withheldFiles } from "./withheld-files.ts";
import type { WithheldFiles } from "./withheld-files.ts";
import { hasUnreadTime } from "./written-state.ts";
import { wordChanges } from "./word-changes.ts";

/** What a review is made from; `prefix` stands before the paths of files, `content/`. */
export type ReviewOptions = Omit<StatesOptions, "withheld"> & { prefix: string };

/**
 * Compares the content folder with a revision. Nothing that is not public is in the review but the paths of files, unless
 * `preview` asks for it. Gives what it was made from too.
 *
 * Throws GitRefused, and what the file system throws.
 */
export async function reviewChange({
  prefix,
  ...options
}: ReviewOptions): Promise<{ review: Review; now: Loaded }> {
  const { revision, content, now: moment } = options;
  let withheld: WithheldFiles = { texts: new Set(), all: new Set() };
  const states = await contentStates({
    ...options,
    withheld: (all) => {
      withheld = withheldFiles(all, { content, now: moment });
      return withheld.all;
    },
  });
  const { now, before, changed } = states;
  const heldFiles = new Set(now.held.articles.map(({ file }) => file));
  // Of texts that cannot be read it is told where their errors are.
  const isTold = ({ file }: Diagnostic): boolean =>
    withheld.texts.has(file) ? !heldFiles.has(file) : !withheld.all.has(file);
  const untold = now.diagnostics.filter(
    (one) => !isTold(one) && !(heldFiles.has(one.file) && changed.has(one.file)),
  );
  const isText = (file: string): boolean => /^(?:articles|pages)\/.*\.mdx?$/.test(file);
  const moved = now.present === undefined ? [] : movedTexts(now.present, states.earlier);
  // A file that is gone because its text is in another one is no second text.
  const left = new Set(
    moved.map(({ from }) => from.file).filter((file) => !states.files.has(file)),
  );
  const texts = [...changed].filter((file) => isText(file) && !left.has(file)).length;
  const review: Review = {
    base: { name: revision.name, commit: revision.commit },
    ...(now.publication === undefined ? {} : { publication: now.publication.site.name }),
    notes: notesOn(revision, states, await commitsBeyond(revision), prefix),
    changed: { texts, others: [...changed].filter((file) => !isText(file)).length },
    problems: problemsOf({
      diagnostics: now.diagnostics.filter(isTold),
      before: revision.at === undefined ? undefined : before.diagnostics,
      changed,
      isShown: shownDiagnostics(states, content, options.preview === true),
      prefix,
    }),
    addresses: [],
    words: { texts: [], total: { before: 0, after: 0 } },
    articles: [],
    held: [...withheld.texts]
      .filter((file) => changed.has(file))
      .sort()
      .map((file) => heldText(file, now, prefix)),
    heldElsewhere: countSeverities(untold),
  };
  const after = now.publication;
  if (after === undefined) return { review, now };
  const was = before.publication ?? { ...after, articles: [], pages: [], files: {}, moved: [] };
  const stillThere = [...was.articles, ...was.pages].filter(({ file }) => states.files.has(file));
  const shownAgain = textsAsTheyWere(was, after, now);
  const heldPaths = new Set([...stillThere, ...now.held.articles].map(({ path }) => path));
  const known = new Set([...was.articles.map(({ id }) => id), ...moved.map(({ to }) => to.file)]);
  const words = wordChanges(was, shownAgain, changed);
  const withPrefix = words.texts.map((text) => ({ ...text, file: prefix + text.file }));
  const shown = after.articles.filter((article) => isAffected(article, changed));
  const cards = reviewedArticles(shown, after, ({ id, file }) => {
    return !known.has(id) && !known.has(file);
  });
  review.addresses =
    before.publication === undefined && revision.at !== undefined
      ? []
      : changedAddresses(was, shownAgain, {
          held: heldPaths,
          moved: new Map(moved.map(({ from, to }) => [from.path, to.path])),
        });
  review.words = { ...words, texts: withPrefix };
  review.articles = cards.map((card) => ({ ...card, file: prefix + card.file }));
  return { review, now };
}

/** Texts that were public and have errors in their front matter now. */
function faultyTexts({ articles }: Pick<Publication, "articles">, { held }: Loaded): Article[] {
  const unknown = new Set(held.unknown);
  return articles.filter(({ file }) => unknown.has(file));
}

/**
 * What is published now, with the texts as they were whose front matter has errors: nothing is built before these are mended,
 * so that what follows from their absence is not what becomes of addresses.
 */
function textsAsTheyWere(
  was: Pick<Publication, "articles" | "moved">,
  after: Publication,
  now: Loaded,
): Publication {
  const faulty = faultyTexts(was, now);
  const paths = new Set(faulty.map(({ path }) => path));
  const old = was.moved.filter(({ to }) => paths.has(to.replace(/#.*$/s, "")));
  return {
    ...after,
    articles: [...after.articles, ...faulty].sort(newestFirst),
    moved: [...after.moved, ...old],
  };
}

/**
 * Which diagnostics may be shown in full: those of public files, and of texts that were public and are gone, that are found all the same where nothing is but what is
 * public. Whatever another file is quoted for is public then too.
 */
function shownDiagnostics(
  { now, publicPart = now, before, changed, files }: ContentStates,
  content: string,
  isPreview: boolean,
): (diagnostic: Diagnostic) => boolean {
  if (isPreview) return () => true;
  const { publication, held } = now;
  const inPublicFile =
    publication === undefined
      ? (file: string) => file === "site.yaml"
      : publicFiles(publication, held);
  const wasPublic = new Set(
    [...(before.publication?.articles ?? []), ...(before.publication?.pages ?? [])].map(
      ({ file }) => file,
    ),
  );
  const unknown = new Set(held.unknown);
  // A part whose time cannot be read may be one of days to come.
  const unread = new Set(
    [...changed].filter(
      (file) =>
        /\.mdx?$/.test(file) &&
        files.has(file) &&
        hasUnreadTime(readFileSync(join(content, file), "utf8")),
    ),
  );
  const ofPublic = new Set(publicPart.diagnostics.map((one) => JSON.stringify(one)));
  // Texts with errors that are shown at all are public as they are written; see `withheldFiles`.
  return (diagnostic) =>
    !unread.has(diagnostic.file) &&
    (inPublicFile(diagnostic.file) ||
      unknown.has(diagnostic.file) ||
      (wasPublic.has(diagnostic.file) && !files.has(diagnostic.file))) &&
    ofPublic.has(JSON.stringify(diagnostic));
}

function heldText(file: string, { held, diagnostics }: Loaded, prefix: string): HeldText {
  const article = held.articles.find((one) => one.file === file);
  const problems = countSeverities(diagnostics.filter((one) => one.file === file));
  if (article === undefined) return { file: prefix + file, why: "unknown", problems };
  const { words } = article.metadata;
  return { file: prefix + file, why: article.draft ? "draft" : "scheduled", words, problems };
}

/** Whether the text of an article has changed, or the picture that it is shown with. */
function isAffected({ file, image }: Article, changed: ReadonlySet<string>): boolean {
  if (changed.has(file)) return true;
  const source = image === undefined ? undefined : imageSource(image.src, file);
  return source?.kind === "file" && changed.has(source.file);
}

function notesOn(
  { name, commit, at, tree: { prefix: folder } }: ContentRevision,
  { before, now }: ContentStates,
  beyond: number,
  prefix: string,
): string[] {
  const notes: string[] = [];
  if (at === undefined)
    notes.push(
      `${name} has no content folder: everything counts as new, and no problem is marked.`,
    );
  else if (at !== folder)
    notes.push(`In ${name} the content folder is ${at === "" ? "the whole repository" : at}`);
  const errors = before.diagnostics.filter(({ severity }) => severity === "error").length;
  if (at !== undefined && before.publication === undefined)
    notes.push(`site.yaml of ${name} cannot be used, so its addresses are not known.`);
  else if (errors > 0)
    notes.push(
      `${name} itself has ${errors === 1 ? "an error" : `${errors} errors`}; texts with errors in their front matter count as missing there.`,
    );
  if (now.publication === undefined)
    notes.push(
      `${prefix}site.yaml cannot be used: until it can, nothing is told of articles and addresses.`,
    );
  const faulty = faultyTexts({ articles: before.publication?.articles ?? [] }, now).length;
  if (faulty > 0)
    notes.push(
      `${faulty === 1 ? "A text that was public has" : `${faulty} texts that were public have`} errors in the front matter. Mend these first: what becomes of ${faulty === 1 ? "its address and its" : "their addresses and their"} words is told then.`,
    );
  if (beyond > 0)
    notes.push(
      `${name} has ${beyond === 1 ? "a commit" : `${beyond} commits`} that this working tree is not based on, and their changes look like removals here. Compare with \`--base "$(git merge-base ${commit.slice(0, 10)} HEAD)"\` instead.`,
    );
  return notes;
}
