import { hash } from "node:crypto";
import type { z } from "astro/zod";
import type { Article, StandingPage } from "../domain/article.ts";
import type { BodyFacts, BodyFormat } from "../domain/body.ts";
import { addresses } from "../domain/addresses.ts";
import { composed } from "../domain/composed.ts";
import type { DatedMoment } from "../domain/dates.ts";
import type { Finding } from "../domain/finding.ts";
import type { Site } from "../domain/publication.ts";
import type { ComponentNode } from "../markdown/body.ts";
import { usesOf } from "../markdown/component-uses.ts";
import { parseBody } from "../markdown/parse-body.ts";
import { articlePath, slugOf } from "./article-path.ts";
import { correctionFindings } from "./correction-findings.ts";
import { finding } from "./diagnostics.ts";
import { liveFindings, strayUpdates } from "./live-findings.ts";
import { markupFindings } from "./markup-findings.ts";
import { mentionsOf, placesOf } from "./mentions.ts";
import type { Mentions, ReferencePlaces } from "./mentions.ts";
import { newsroomFindings } from "./newsroom.ts";
import { splitFrontMatter } from "./front-matter.ts";
import { idFromPath } from "./identity.ts";
import { nameOfPath, parseOrExplain, sentence } from "./parse-or-explain.ts";
import { readText } from "./read-text.ts";
import { articleSchema, pageSchema } from "./schemas.ts";
import type { ArticleFrontMatter } from "./schemas.ts";
import { parseYaml } from "./yaml-document.ts";
import type { YamlDocument } from "./yaml-document.ts";

/** What one file gives: the article if it is sound enough to be one, and every finding of the file alone. */
export interface ArticleReading {
  article?: Article;
  /** What an article that is not sound mentions all the same. */
  faulty?: Mentions;
  places: ReferencePlaces;
  findings: Finding[];
}

/** What of `site.yaml` an article is read by. */
export type SiteRules = Pick<Site, "base" | "timezone" | "code">;

/** Reads, validates and examines one article. Looks at no other file. */
export function readArticle(bytes: Uint8Array, file: string, site: SiteRules): ArticleReading {
  const path = articlePath(file);
  const isCode = site.code.includes(composed(file));
  const schema = articleSchema(site.timezone, formatOf(file));
  const reading = readDocument(bytes, file, schema, isCode);
  const findings = [...path.findings, ...reading.findings];
  const { document } = reading;
  if (document === undefined) return { places: {}, findings };
  const front = reading.value;
  if (front !== undefined) {
    const updates = reading.facts.updates ?? [];
    findings.push(
      ...dateFindings(front, document, file),
      ...liveFindings(front, updates, document, { file, isCode }),
    );
  }
  if (path.place === undefined) return { places: {}, findings };
  const places = placesOf(document);
  if (front === undefined) {
    const faulty = mentionsOf(document, { file, path: path.place.path, facts: reading.facts });
    return { faulty, places, findings };
  }
  if (front.date.day.slice(0, 7) !== `${path.place.year}-${path.place.month}`) {
    findings.push(
      finding({
        code: "date/folder",
        file,
        ...document.placeOf(["date"]),
        message: `The date is ${front.date.day}, but the file lies in ${path.place.year}/${path.place.month}, which makes its address.`,
        fix: "Leave it, if the article was published at this address before; else move the file.",
      }),
    );
  }
  const { date, author, updated, corrections, pin, id, comments, ...same } = front;
  const article: Article = {
    ...same,
    file,
    format: formatOf(file),
    digest: hash("sha256", bytes, "hex"),
    id: id ?? idFromPath(file, front.aliases, site),
    slug: path.place.slug,
    path: path.place.path,
    authors: [...new Set(author)],
    tags: [...new Set(front.tags)],
    instant: date.instant,
    day: date.day,
    timed: date.timed,
    updates: updated.map(({ date: moment, ...rest }) => ({ ...moment, ...rest })),
    corrections: corrections.map(({ date: moment, note }) => ({ ...moment, note })),
    code: isCode,
    facts: reading.facts,
  };
  findings.push(...correctionFindings(reading.corrections, article.corrections, file));
  // Who has faults to mend is not asked for polish as well.
  if (!findings.some(({ severity }) => severity === "error")) {
    findings.push(...newsroomFindings(front, article, document));
  }
  if (!comments) article.comments = false;
  if (pin !== undefined && pin !== false) article.pin = pin === true ? true : pin.instant;
  return { article, places, findings };
}

/** Reads, validates and examines one standing page. */
export function readPage(
  bytes: Uint8Array,
  file: string,
): { page?: StandingPage; findings: Finding[] } {
  const { slug, findings: nameFindings } = slugOf(file, true);
  const reading = readDocument(bytes, file, pageSchema, false);
  const findings = [
    ...nameFindings,
    ...reading.findings,
    ...strayUpdates(reading.facts.updates ?? [], file),
    ...correctionFindings(reading.corrections, [], file),
  ];
  if (reading.value === undefined || nameFindings.length > 0) return { findings };
  return {
    page: {
      ...reading.value,
      file,
      format: formatOf(file),
      digest: hash("sha256", bytes, "hex"),
      slug,
      path: addresses.page(slug),
      facts: reading.facts,
    },
    findings,
  };
}

function formatOf(file: string): BodyFormat {
  return file.endsWith(".mdx") ? "mdx" : "md";
}

const NO_FACTS: BodyFacts = {
  words: 0,
  headings: [],
  ids: [],
  links: [],
  pictures: [],
  components: [],
  excerpt: "",
};

/** What a file gives before its front matter and its body are held against each other. */
interface DocumentReading<Value> {
  value?: Value | undefined;
  document?: YamlDocument;
  facts: BodyFacts;
  /** The corrections that the body shows. */
  corrections: ComponentNode[];
  findings: Finding[];
}

function readDocument<Shape extends z.ZodObject>(
  bytes: Uint8Array,
  file: string,
  schema: Shape,
  isCode: boolean,
): DocumentReading<z.infer<Shape>> {
  const { text, findings } = readText(bytes, file);
  if (text === undefined) return { ...NO_BODY, findings };
  const split = splitFrontMatter(text, file);
  findings.push(...split.findings);
  if (split.yaml === undefined) return { ...NO_BODY, findings };
  const yaml = parseYaml(split.yaml, file, split.firstLine);
  findings.push(...yaml.findings);
  const body = isCode ? NO_BODY : examineBody(text, file, findings);
  if (yaml.document === undefined) return { ...body, findings };
  const explained = parseOrExplain(schema, yaml.document, file);
  findings.push(...explained.findings, ...markupFindings(yaml.document, file));
  return { ...body, value: explained.value, document: explained.document, findings };
}

const NO_BODY: Pick<DocumentReading<never>, "facts" | "corrections"> = {
  facts: NO_FACTS,
  corrections: [],
};

function examineBody(text: string, file: string, findings: Finding[]): typeof NO_BODY {
  const { tree, facts, problems } = parseBody(text, formatOf(file));
  for (const problem of problems) findings.push({ ...problem, file });
  return { facts, corrections: usesOf(tree, "Correction") };
}

function dateFindings(front: ArticleFrontMatter, document: YamlDocument, file: string): Finding[] {
  const findings: Finding[] = [];
  const early = (path: PropertyKey[], moment: DatedMoment): void => {
    if (moment.instant >= front.date.instant) return;
    // A plain day begins at midnight, and a change on the day of publication is not before it.
    if (!moment.timed && moment.day === front.date.day) return;
    findings.push(
      finding({
        code: "date/order",
        file,
        ...document.placeOf(path),
        message: `${sentence(nameOfPath(path))} is before the article's own \`date\`.`,
        fix: "Correct one of the two dates.",
      }),
    );
  };
  front.updated.forEach((update, index) => {
    early(pathOfUpdate(document, index), update.date);
  });
  front.corrections.forEach((correction, index) => {
    early(["corrections", index, "date"], correction.date);
  });
  return findings;
}

/** Where the date of an update stands: `updated` may be a date, a date with a note, or a list of both. */
function pathOfUpdate({ value }: YamlDocument, index: number): PropertyKey[] {
  const written = value["updated"];
  const [path, update]: [PropertyKey[], unknown] = Array.isArray(written)
    ? [["updated", index], written[index]]
    : [["updated"], written];
  return typeof update === "string" ? path : [...path, "date"];
}
