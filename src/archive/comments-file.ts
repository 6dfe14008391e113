import { hash } from "node:crypto";
import { z } from "astro/zod";
import type { Place } from "../domain/body.ts";
import type { DatedMoment } from "../domain/dates.ts";
import type { Finding } from "../domain/finding.ts";
import { parseBody } from "../markdown/parse-body.ts";
import type { Body } from "../markdown/body.ts";
import { finding } from "./diagnostics.ts";
import type { Problem } from "./diagnostics.ts";
import { nameOfPath, parseOrExplain, sentence } from "./parse-or-explain.ts";
import { LARGEST_TEXT, readText } from "./read-text.ts";
import { date, line, webAddress } from "./schemas.ts";
import { parseYaml } from "./yaml-document.ts";
import type { YamlDocument } from "./yaml-document.ts";

/** Name of a comment: a part of its address. */
const name = z
  .union([z.number().int().nonnegative().transform(String), z.string().trim()], {
    error: "must be a number, or letters, digits and hyphens",
  })
  .refine(
    (id) => /^[a-z\d][\w-]{0,63}$/i.test(id),
    "must be a number, or letters, digits and hyphens",
  );

/** `comments/…yaml`: what readers wrote below one article. */
function commentsSchema(timezone: string) {
  return z.strictObject({
    comments: z.array(
      z.strictObject({
        /** Its name in this file; the comment stands at `#comment-ID` of the page. */
        id: name,
        /** Name that the reader gave. */
        author: line,
        /** Home page that the reader gave. */
        url: webAddress.optional(),
        /** When it was written. */
        date: date(timezone),
        /** What was written, in Markdown. */
        text: z.string().trim().min(1, "must not be empty").max(20_000),
        /** Name of the comment that it answers. */
        parent: name.optional(),
      }),
    ),
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
export interface CommentsReading {
  digest: string;
  count: number;
  /** Links as written, each once. */
  links: string[];
  /** The earliest and the latest of them. */
  first?: DatedMoment & { place: Place };
  last?: DatedMoment & { place: Place };
  findings: Finding[];
}

/** Reads and examines a file of comments; looks at no other file. */
export function examineComments(
  bytes: Uint8Array,
  file: string,
  timezone: string,
): CommentsReading {
  const { comments, document, findings } = readComments(bytes, file, timezone);
  const links = new Set<string>();
  const reading: CommentsReading = {
    digest: hash("sha256", bytes, "hex"),
    count: comments.length,
    links: [],
    findings,
  };
  comments.forEach((comment, index) => {
    const place = document?.placeOf(["comments", index, "date"]) ?? { line: 1, column: 1 };
    const moment = { ...comment.date, place };
    if (reading.first === undefined || moment.instant < reading.first.instant)
      reading.first = moment;
    if (reading.last === undefined || moment.instant > reading.last.instant) reading.last = moment;
    const body = commentBody(comment.text);
    for (const { href } of body.facts.links) links.add(href);
    const at = document?.placeOf(["comments", index, "text"]) ?? place;
    const { line: row, column } = at;
    for (const { code, severity, message, fix } of body.problems) {
      if (WITHOUT_EFFECT.has(code)) continue;
      findings.push({ code, severity, message, fix, file, line: row, column });
    }
  });
  reading.links = [...links];
  if (document !== undefined) findings.push(...threadFindings(comments, document, file));
  return reading;
}

/** Headings and ids of a comment are left out anyway. */
const WITHOUT_EFFECT: ReadonlySet<string> = new Set(["body/heading-level", "html/id-removed"]);

/** The comments of a file, none where anything in it is wrong. */
export function readComments(
  bytes: Uint8Array,
  file: string,
  timezone: string,
): { comments: Comment[]; document?: YamlDocument; findings: Finding[] } {
  const { text: written, findings } = readText(bytes, file);
  if (written === undefined) return { comments: [], findings };
  const yaml = parseYaml(written, file, 1, LARGEST_TEXT);
  findings.push(...yaml.findings);
  if (yaml.document === undefined) return { comments: [], findings };
  const { document: open, told } = withoutPrivateData(yaml.document, file);
  findings.push(...told);
  const { value, document, ...explained } = parseOrExplain(commentsSchema(timezone), open, file);
  findings.push(...explained.findings);
  const comments = (value?.comments ?? []).map(({ url, parent, ...same }) => ({
    ...same,
    ...(url === undefined ? {} : { url }),
    ...(parent === undefined ? {} : { parent }),
  }));
  return { comments, document, findings };
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
): { document: YamlDocument; told: Finding[] } {
  const { comments } = document.value;
  if (!Array.isArray(comments)) return { document, told: [] };
  const told: Finding[] = [];
  const clean = comments.map((comment: unknown, index) => {
    if (typeof comment !== "object" || comment === null || Array.isArray(comment)) return comment;
    return Object.fromEntries(
      Object.entries(comment).filter(([key]) => {
        if (!PRIVATE.test(key.replaceAll("_", "-"))) return true;
        told.push(
          finding({
            code: "comments/private",
            file,
            ...document.placeOfKey(["comments", index, key]),
            message: `\`${key}\` is private data of a reader, which everybody could read here who can read the repository.`,
            fix: "Remove it, from the history of the repository too.",
          }),
        );
        return false;
      }),
    );
  });
  return { document: { ...document, value: { ...document.value, comments: clean } }, told };
}

/** Comments of one name, and answers to nothing or to themselves. */
function threadFindings(
  comments: readonly Comment[],
  document: YamlDocument,
  file: string,
): Finding[] {
  const findings: Finding[] = [];
  const parents = new Map<string, string | undefined>();
  const report = (
    index: number,
    key: "id" | "parent",
    problem: Pick<Problem, "code" | "message" | "fix">,
  ): void => {
    findings.push(finding({ file, ...document.placeOf(["comments", index, key]), ...problem }));
  };
  comments.forEach(({ id, parent }, index) => {
    if (parents.has(id)) {
      report(index, "id", {
        code: "comments/twice",
        message: `Two comments are called \`${id}\`, and their addresses would be one.`,
        fix: "Give one of them another `id`.",
      });
    }
    parents.set(id, parent);
  });
  comments.forEach(({ id, parent }, index) => {
    if (parent === undefined) return;
    if (!parents.has(parent)) {
      report(index, "parent", {
        code: "comments/parent",
        message: `${sentence(nameOfPath(["comments", index]))} answers \`${parent}\`, and there is no such comment in this file.`,
        fix: "Correct `parent`, or remove it.",
      });
    } else if (leadsBack(id, parents)) {
      report(index, "parent", {
        code: "comments/parent",
        message: `\`${id}\` answers a comment that answers it in turn, so neither could stand below the other.`,
        fix: "Correct `parent`, or remove it.",
      });
    }
  });
  return findings;
}

/** Whether the way up from a comment comes by it again. */
function leadsBack(id: string, parents: ReadonlyMap<string, string | undefined>): boolean {
  const seen = new Set<string>();
  let at = parents.get(id);
  while (at !== undefined && !seen.has(at)) {
    if (at === id) return true;
    seen.add(at);
    at = parents.get(at);
  }
  return false;
}
