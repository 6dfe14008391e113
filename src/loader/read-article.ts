import { noMetadata } from "../domain/body.ts";
import { hash } from "node:crypto";
import type { z } from "astro/zod";
import type { Root } from "hast";
import type { Article, StandingPage } from "../domain/article.ts";
import type { BodyMetadata, BodyFormat } from "../domain/body.ts";
import type { BodyImage } from "../checks/article-rule.ts";
import { rule as folderRule } from "../checks/date/folder.ts";
import { rule as orderRule } from "../checks/date/order.ts";
import { rule as placeholderRule } from "../checks/text/placeholder.ts";
import { nameOfPath } from "../checks/naming.ts";
import { ARTICLE_RULES } from "../checks/registry.ts";
import type { RuleSwitches } from "../checks/switchable.ts";
import { addresses } from "../urls/hrefs.ts";
import { composed } from "../domain/composed.ts";
import { parseDate } from "../domain/dates.ts";
import type { DatedMoment, Day } from "../domain/dates.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import type { Site } from "../domain/publication.ts";
import type { ComponentNode } from "../markdown/body.ts";
import { usesOf } from "../markdown/component-uses.ts";
import { bodyImages } from "../markdown/body-images.ts";
import { parseBody } from "../markdown/parse-body.ts";
import { articlePath, slugOf } from "./article-path.ts";
import type { ArticlePath } from "./article-path.ts";
import { correctionDiagnostics } from "./correction-diagnostics.ts";
import { liveDiagnostics, withoutUpdates, writtenKind } from "./live-diagnostics.ts";
import { plainTextDiagnostics } from "./yaml/plain-text-diagnostics.ts";
import { referencesOf, placesOf } from "./references.ts";
import type { References, ReferenceLocations } from "./references.ts";
import type { CachedTree } from "./cached-trees.ts";
import { splitFrontMatter } from "./yaml/front-matter.ts";
import { idFromPath } from "./identity.ts";
import { missingKeyDiagnostics } from "./yaml/missing-keys.ts";
import type { MissingKeys } from "./yaml/missing-keys.ts";
import { missingFromNothing, parseOrExplain } from "./yaml/parse-or-explain.ts";
import { readText } from "./read-text.ts";
import { articleSchema } from "./schemas/article-schema.ts";
import { pageSchema } from "./schemas/page-schema.ts";
import type { ArticleFrontMatter } from "./schemas/article-schema.ts";
import { parseYaml } from "./yaml/yaml-document.ts";
import type { YamlDocument } from "./yaml/yaml-document.ts";

/** What one file gives: the article if it is sound enough to be one, and every diagnostic of the file alone. */
export interface IndexedArticle {
  article?: Article;
  /** Where the tree of its body is kept. */
  tree?: CachedTree;
  /** What an article that is not sound references all the same. */
  invalid?: References;
  places: ReferenceLocations;
  diagnostics: Diagnostic[];
  /** What it lacks of its front matter, which is told when it is known what there is to choose from. */
  missing?: MissingKeys;
  /** Where its path is not that of an article: its day, if that is known. Where it may lie is told by its neighbours. */
  misplaced?: { day: Day | undefined };
}

/** What of `site.yaml` an article is read by. */
export interface SiteRules extends Pick<Site, "base" | "timezone" | "code"> {
  /** What of `check` decides what is found; nothing where it is absent. */
  switches?: RuleSwitches | undefined;
}

/** The same, with the tree of the body itself: of an article, unless it runs code. */
export interface ParsedArticle extends Omit<IndexedArticle, "tree"> {
  tree?: Root;
}

/** Reads, validates and examines one article. Looks at no other file. */
export function readArticle(bytes: Uint8Array, file: string, site: SiteRules): ParsedArticle {
  const isCode = site.code.includes(composed(file));
  const schema = articleSchema(site.timezone, formatOf(file));
  const reading = readDocument(bytes, file, schema, { isCode, timezone: site.timezone });
  const path = articlePath(file);
  const { document } = reading;
  const kind = document && writtenKind(document);
  const front = reading.value;
  const all =
    document === undefined || kind === "live"
      ? reading.diagnostics
      : withoutUpdates(reading.diagnostics, reading.updates, { file, written: kind });
  const diagnostics = front?.draft === true ? all.map(asInDraft) : all;
  const lacking: Pick<IndexedArticle, "missing" | "misplaced"> = {
    ...(reading.missing === undefined ? {} : { missing: reading.missing }),
    ...(path.parts === undefined ? { misplaced: { day: reading.value?.date.day } } : {}),
  };
  if (document === undefined) return { places: {}, diagnostics, ...lacking };
  if (front !== undefined) {
    const updates = reading.metadata.updates ?? [];
    diagnostics.push(
      ...dateDiagnostics(front, document, file),
      ...liveDiagnostics(front, updates, document, { file, isCode }),
    );
  }
  if (path.parts === undefined) return { places: {}, diagnostics, ...lacking };
  const places = placesOf(document);
  if (front === undefined) {
    const invalid = referencesOf(document, {
      file,
      path: path.parts.path,
      metadata: reading.metadata,
    });
    return { invalid, places, diagnostics, ...lacking };
  }
  if (front.date.day.slice(0, 7) !== `${path.parts.year}-${path.parts.month}`) {
    const at = { file, ...document.locationOf(["date"]) };
    diagnostics.push(folderRule.at(at, folderDetails(front, path.parts, file)));
  }
  const { date, author, updated, corrections, pin, id, comments, ...same } = front;
  const article: Article = {
    ...same,
    file,
    format: formatOf(file),
    digest: hash("sha256", bytes, "hex"),
    id: id ?? idFromPath(file, front.aliases, site),
    slug: path.parts.slug,
    path: path.parts.path,
    authors: [...new Set(author)],
    tags: [...new Set(front.tags)],
    instant: date.instant,
    day: date.day,
    timed: date.timed,
    updates: updated.map(({ date: moment, ...rest }) => ({ ...moment, ...rest })),
    corrections: corrections.map(({ date: moment, note }) => ({ ...moment, note })),
    code: isCode,
    metadata: reading.metadata,
  };
  diagnostics.push(
    ...correctionDiagnostics(reading.corrections, article.corrections, {
      file,
      timezone: site.timezone,
    }),
  );
  // Who has faults to mend is not asked for polish as well.
  if (!diagnostics.some(({ severity }) => severity === "error")) {
    diagnostics.push(...articleDiagnostics(article, front.tags, reading, site.switches));
  }
  if (!comments) article.comments = false;
  if (pin !== undefined && pin !== false) article.pin = pin === true ? true : pin.instant;
  return { article, places, diagnostics, ...(reading.tree && { tree: reading.tree }) };
}

/** What the rules of articles tell of one without errors. */
function articleDiagnostics(
  article: Article,
  writtenTags: readonly string[],
  { document, tree, text }: ParsedDocument<unknown>,
  switches: RuleSwitches = {},
): Diagnostic[] {
  if (document === undefined) return [];
  let found: readonly BodyImage[] | undefined;
  const subject = {
    ...document,
    article,
    writtenTags,
    switches,
    images: () =>
      (found ??= tree === undefined || text === undefined ? [] : bodyImages(tree, text)),
  };
  return ARTICLE_RULES.flatMap((rule) =>
    rule.switchable?.isOff === true && !Object.hasOwn(switches, rule.code)
      ? []
      : rule.diagnosticsIn(subject),
  );
}

/** What the file of a standing page says: the page if it is sound enough to be one, and every diagnostic of its text. */
export interface ParsedPage {
  page?: StandingPage;
  diagnostics: Diagnostic[];
}

/** Reads, validates and examines one standing page. Looks at no other file, and tells nothing of its name. */
export function readPage(bytes: Uint8Array, file: string): ParsedPage {
  const { slug } = slugOf(file, true);
  const reading = readDocument(bytes, file, pageSchema, { isCode: false });
  const diagnostics = [
    ...withoutUpdates(reading.diagnostics, reading.updates, { file, onPage: true }),
    ...missingKeyDiagnostics(file, reading.missing),
    ...correctionDiagnostics(reading.corrections, undefined, { file, timezone: "UTC" }),
  ];
  if (reading.value === undefined || slug === undefined) return { diagnostics };
  return {
    page: {
      ...reading.value,
      file,
      format: formatOf(file),
      digest: hash("sha256", bytes, "hex"),
      slug,
      path: addresses.page(slug),
      metadata: reading.metadata,
    },
    diagnostics,
  };
}

function formatOf(file: string): BodyFormat {
  return file.endsWith(".mdx") ? "mdx" : "md";
}

/** What a file gives before its front matter and its body are held against each other. */
interface ParsedDocument<Value> {
  value?: Value | undefined;
  document?: YamlDocument;
  tree?: Root;
  /** All of the file, where it could be read. */
  text?: string;
  metadata: BodyMetadata;
  /** The corrections that the body shows, and its updates as a live blog. */
  corrections: ComponentNode[];
  updates: ComponentNode[];
  diagnostics: Diagnostic[];
  missing?: MissingKeys;
}

function readDocument<Shape extends z.ZodObject>(
  bytes: Uint8Array,
  file: string,
  schema: Shape,
  { isCode, timezone }: { isCode: boolean; timezone?: string },
): ParsedDocument<z.infer<Shape>> {
  const { text, diagnostics } = readText(bytes, file);
  if (text === undefined) return { ...NO_BODY, diagnostics };
  const split = splitFrontMatter(text, file);
  diagnostics.push(...split.diagnostics);
  if (split.isAbsent) return { ...NO_BODY, diagnostics, ...allMissing(schema, file, "all") };
  if (split.yaml?.trim() === "")
    return { ...NO_BODY, diagnostics, ...allMissing(schema, file, "some") };
  if (split.yaml === undefined) return { ...NO_BODY, diagnostics };
  const yaml = parseYaml(split.yaml, file, split.firstLine);
  diagnostics.push(...yaml.diagnostics);
  const body = isCode ? NO_BODY : examineBody(text, file, diagnostics, timezone);
  if (yaml.document === undefined) return { ...body, diagnostics };
  const explained = parseOrExplain(schema, yaml.document, file);
  diagnostics.push(...explained.diagnostics, ...plainTextDiagnostics(yaml.document, file));
  const { value, document, missing } = explained;
  return {
    ...body,
    text,
    value,
    document,
    diagnostics,
    ...(missing === undefined ? {} : { missing: { ...missing, frontMatter: "some" } }),
  };
}

/** All keys that a text needs which has none, or no front matter at all. */
function allMissing(
  schema: z.ZodObject,
  file: string,
  frontMatter: "all" | "some",
): { missing?: MissingKeys } {
  const missing = missingFromNothing(schema, file);
  return missing === undefined ? {} : { missing: { ...missing, frontMatter } };
}

const NO_BODY: Pick<ParsedDocument<never>, "tree" | "metadata" | "corrections" | "updates"> = {
  metadata: noMetadata(),
  corrections: [],
  updates: [],
};

function examineBody(
  text: string,
  file: string,
  diagnostics: Diagnostic[],
  timezone: string | undefined,
): typeof NO_BODY {
  const options = timezone === undefined ? {} : { timezone };
  const body = parseBody(text, formatOf(file), options);
  for (const diagnostic of body.diagnostics) diagnostics.push({ ...diagnostic, file });
  return {
    tree: body.tree,
    metadata: body.metadata,
    corrections: usesOf(body.tree, "Correction"),
    updates: usesOf(body.tree, "LiveUpdate"),
  };
}

/** A placeholder in a draft is only a warning: nothing of the draft is published, and other articles need not wait for it. */
function asInDraft(diagnostic: Diagnostic): Diagnostic {
  return diagnostic.code === placeholderRule.code
    ? { ...diagnostic, severity: "warning" }
    : diagnostic;
}

/** What is said of a date that is not of the month of its folder. */
function folderDetails(
  { date }: ArticleFrontMatter,
  { year, month, slug }: ArticlePath,
  file: string,
) {
  const inFolder = `${year}-${month}${date.day.slice(7)}`;
  const ending = file.slice(file.lastIndexOf("."));
  return {
    date: date.day,
    folder: `${year}/${month}`,
    inFolder: !date.timed && parseDate(inFolder, "UTC") !== undefined ? inFolder : undefined,
    better: `articles/${date.day.slice(0, 7).replace("-", "/")}/${slug}${ending}`,
  };
}

function dateDiagnostics(
  front: ArticleFrontMatter,
  document: YamlDocument,
  file: string,
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const early = (path: PropertyKey[], moment: DatedMoment): void => {
    if (moment.instant >= front.date.instant) return;
    // A plain day begins at midnight, and a change on the day of publication is not before it.
    if (!moment.timed && moment.day === front.date.day) return;
    const at = { file, ...document.locationOf(path) };
    const key = path.at(-1);
    // Within a list or between braces, the value alone takes the place of what is marked.
    const line = path.length === 1 ? `${String(key)}: ${front.date.day}` : front.date.day;
    diagnostics.push(orderRule.at(at, { is: "before-article", name: nameOfPath(path), line }));
  };
  front.updated.forEach((update, index) => {
    early(pathOfUpdate(document, index), update.date);
  });
  front.corrections.forEach((correction, index) => {
    early(["corrections", index, "date"], correction.date);
  });
  return diagnostics;
}

/** Where the date of an update stands: `updated` may be a date, a date with a note, or a list of both. */
function pathOfUpdate({ value }: YamlDocument, index: number): PropertyKey[] {
  const written = value["updated"];
  const [path, update]: [PropertyKey[], unknown] = Array.isArray(written)
    ? [["updated", index], written[index]]
    : [["updated"], written];
  return typeof update === "string" ? path : [...path, "date"];
}
