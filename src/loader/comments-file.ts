import { hash } from "node:crypto";
import { z } from "astro/zod";
import { rule as noParent } from "../checks/comments/parent.ts";
import { rule as privateData } from "../checks/comments/private.ts";
import { rule as twinComment } from "../checks/comments/twice.ts";
import type { Location } from "../checks/rule.ts";
import type { Meant } from "../checks/words.ts";
import { nameOfPath, sentence } from "../checks/naming.ts";
import type { SourceLocation } from "../domain/source-location.ts";
import type { DatedMoment } from "../domain/dates.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { FreeNames } from "../domain/free-names.ts";
import { likelyMeant } from "../domain/likely-meant.ts";
import { parseBody } from "../markdown/parse-body.ts";
import type { Body } from "../markdown/body.ts";
import { missingKeyDiagnostics } from "./yaml/missing-keys.ts";
import { parseOrExplain } from "./yaml/parse-or-explain.ts";
import { LARGEST_TEXT, readText } from "./read-text.ts";
import { date, line, webAddress } from "./schemas/field-types.ts";
import { parseYaml } from "./yaml/yaml-document.ts";
import type { YamlDocument } from "./yaml/yaml-document.ts";

/** Name of a comment: a part of its address. */
const name = z
  .union([z.number().int().nonnegative().transform(String), z.string().trim()], {
    error: "must be a number, or letters, digits and hyphens",
  })
  .refine(
    (id) => /^[a-z\d][\w-]{0,63}$/i.test(id),
    "must be a number, or letters, digits and hyphens",
  );

/** Longest comment, in characters: longer than those of the systems that comments are brought from. */
const LONGEST_COMMENT = 100_000;

/** `comments/…yaml`: what readers wrote below one article. */
export function commentsSchema(timezone: string) {
  return z.strictObject({
    comments: z
      .array(
        z.strictObject({
          id: name.describe("Id of the comment in this file: the page has it at `#comment-ID`."),
          author: line.describe("Name given by the reader."),
          url: webAddress.optional().describe("Website given by the reader."),
          date: date(timezone).describe("When it was written."),
          text: z
            .string()
            .trim()
            .min(1, "must not be empty")
            .max(LONGEST_COMMENT)
            .describe("Text of the comment, in Markdown."),
          parent: name.optional().describe("Id of the comment that this one replies to."),
        }),
      )
      .describe("The comments, in any order."),
  });
}

/** One comment as its file says. */
export interface Comment {
  id: string;
  author: string;
  url?: string;
  date: DatedMoment;
  text: string;
  parent?: string;
}

/** What the index keeps of a file of comments. */
export interface ParsedComments {
  digest: string;
  count: number;
  /** Links as written, each once. */
  links: string[];
  /** The earliest and the latest of them. */
  first?: DatedMoment & { location: SourceLocation };
  last?: DatedMoment & { location: SourceLocation };
  diagnostics: Diagnostic[];
}

/** Reads and examines a file of comments; looks at no other file. */
export function examineComments(
  bytes: Uint8Array,
  file: string,
  { timezone }: { timezone: string },
): ParsedComments {
  const { comments, document, diagnostics } = readComments(bytes, file, timezone);
  const links = new Set<string>();
  const reading: ParsedComments = {
    digest: hash("sha256", bytes, "hex"),
    count: comments.length,
    links: [],
    diagnostics,
  };
  comments.forEach((comment, index) => {
    const location = document?.locationOf(["comments", index, "date"]) ?? { line: 1, column: 1 };
    const moment = { ...comment.date, location };
    if (reading.first === undefined || moment.instant < reading.first.instant)
      reading.first = moment;
    if (reading.last === undefined || moment.instant > reading.last.instant) reading.last = moment;
    const body = commentBody(comment.text);
    for (const { href } of body.metadata.links) links.add(href);
    const at = document?.locationOf(["comments", index, "text"]) ?? location;
    const { line: row, column } = at;
    for (const { code, severity, message, fix } of body.diagnostics) {
      if (WITHOUT_EFFECT.has(code)) continue;
      diagnostics.push({ code, severity, message, fix, file, line: row, column });
    }
  });
  reading.links = [...links];
  if (document !== undefined) diagnostics.push(...threadDiagnostics(comments, document, file));
  return reading;
}

/** Headings and ids of a comment are left out anyway. */
const WITHOUT_EFFECT: ReadonlySet<string> = new Set(["body/heading-level", "html/id-removed"]);

/** The comments of a file, none where anything in it is wrong. */
export function readComments(
  bytes: Uint8Array,
  file: string,
  timezone: string,
): { comments: Comment[]; document?: YamlDocument; diagnostics: Diagnostic[] } {
  const { text: written, diagnostics } = readText(bytes, file);
  if (written === undefined) return { comments: [], diagnostics };
  const yaml = parseYaml(written, file, 1, LARGEST_TEXT);
  diagnostics.push(...yaml.diagnostics);
  if (yaml.document === undefined) return { comments: [], diagnostics };
  const { document: open, told } = withoutPrivateData(yaml.document, file);
  diagnostics.push(...told);
  const { value, document, ...explained } = parseOrExplain(commentsSchema(timezone), open, file);
  diagnostics.push(...explained.diagnostics, ...missingKeyDiagnostics(file, explained.missing));
  const comments = (value?.comments ?? []).map(({ url, parent, ...same }) => ({
    ...same,
    ...(url === undefined ? {} : { url }),
    ...(parent === undefined ? {} : { parent }),
  }));
  return { comments, document, diagnostics };
}

/** The text of a comment as Markdown. The empty line keeps a rule at its beginning from being front matter. */
export function commentBody(written: string): Body {
  return parseBody(`\n${written}`, "md");
}

/** What other systems export with comments, and nobody may publish. */
const PRIVATE =
  /^(?:(?:author|comment|user)[_-]?)*(?:e-?mail|ip|ip-?addr(?:ess)?|user-?agent|agent)$/i;

/** The same document without keys that hold private data, each of which is told. */
function withoutPrivateData(
  document: YamlDocument,
  file: string,
): { document: YamlDocument; told: Diagnostic[] } {
  const { comments } = document.value;
  if (!Array.isArray(comments)) return { document, told: [] };
  const told: Diagnostic[] = [];
  const clean = comments.map((comment: unknown, index) => {
    if (typeof comment !== "object" || comment === null || Array.isArray(comment)) return comment;
    return Object.fromEntries(
      Object.entries(comment).filter(([key]) => {
        if (!PRIVATE.test(key.replaceAll("_", "-"))) return true;
        const location = { file, ...document.locationOfKey(["comments", index, key]) };
        told.push(privateData.at(location, { key }));
        return false;
      }),
    );
  });
  return { document: { ...document, value: { ...document.value, comments: clean } }, told };
}

/** Comments of one name, and answers to nothing or to themselves. */
function threadDiagnostics(
  comments: readonly Comment[],
  document: YamlDocument,
  file: string,
): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const parents = new Map<string, string | undefined>();
  const names = new FreeNames(comments.map(({ id }) => id));
  const locationOf = (index: number, key: "id" | "parent"): Location => ({
    file,
    ...document.locationOf(["comments", index, key]),
  });
  comments.forEach(({ id, parent }, index) => {
    if (parents.has(id)) {
      const free = freeName(id, names);
      diagnostics.push(twinComment.at(locationOf(index, "id"), { kind: "comment", id, free }));
    }
    parents.set(id, parent);
  });
  const inCircles = circles(parents);
  let missing = 0;
  comments.forEach(({ id, parent }, index) => {
    if (parent === undefined) return;
    const isCircle = parents.has(parent);
    if (isCircle && !inCircles.has(id)) return;
    const who = isCircle ? `\`${id}\`` : sentence(nameOfPath(["comments", index]));
    if (!isCircle) missing += 1;
    const meant = isCircle || missing > MOST_MISSING ? undefined : meantName(parent, parents);
    diagnostics.push(noParent.at(locationOf(index, "parent"), { who, parent, isCircle, meant }));
  });
  return diagnostics;
}

/** For so many answers to nothing it is looked for what they mean. */
const MOST_MISSING = 50;

/** The next number, or the name with a number behind it. */
function freeName(id: string, names: FreeNames): string {
  if (!/^\d{1,15}$/.test(id)) return names.like(id, { first: 2 });
  return names.like(id, { first: Number(id) + 1, numbered: String });
}

/** The comment that an answer means: `007` is one called `7`, as YAML reads numbers. */
function meantName(parent: string, names: ReadonlyMap<string, unknown>): Meant | undefined {
  const number = /^\d+$/.test(parent) ? String(Number(parent)) : parent;
  if (names.has(number)) return { typed: number, sure: true };
  const near = likelyMeant(parent, names.keys());
  return near === undefined ? undefined : { typed: near };
}

/** The comments from which the way up comes by themselves again. */
function circles(parents: ReadonlyMap<string, string | undefined>): Set<string> {
  const found = new Set<string>();
  const seen = new Set<string>();
  for (const id of parents.keys()) {
    const way: string[] = [];
    let at: string | undefined = id;
    for (; at !== undefined && !seen.has(at); at = parents.get(at)) {
      seen.add(at);
      way.push(at);
    }
    // A way that was gone before is in no new circle.
    const start = at === undefined ? -1 : way.indexOf(at);
    if (start !== -1) for (const one of way.slice(start)) found.add(one);
  }
  return found;
}
