import type { Finding } from "../domain/finding.ts";
import { NearestPath } from "../domain/nearest-path.ts";
import { finding } from "./diagnostics.ts";
import type { DiagnosticCode } from "./diagnostics.ts";
import type { PublicContents } from "./public-contents.ts";
import { ownersReason } from "./public-rules.ts";
import { folded, pressFolderOf, REPLACEABLE_FILES, TakenAddresses } from "./taken-addresses.ts";
import type { SiteReading } from "./read-site.ts";

/** What the files of `public/` are held against. */
export interface PublicSurroundings {
  /** Addresses of pages. */
  pages: Iterable<string>;
  /** Addresses that come with articles held back. */
  later?: Iterable<string>;
  /** What `public` in `site.yaml` lists. */
  allowed: readonly string[];
  /** What is wrong with what files hold, by path below the content folder. */
  contents: ReadonlyMap<string, PublicContents>;
}

/**
 * Files of `public/`, by path below the content folder, that must not be published: those that would take the place
 * of something the press writes, or stand where it needs a folder, or take each other's; those that act in the name of
 * the publication without its owner's leave; drawings that are more than that.
 */
export function publicFileFindings(
  files: readonly string[],
  { pages, later = [], allowed, contents }: PublicSurroundings,
): Finding[] {
  const collision = collisions(pages, later);
  return files.flatMap((file) => {
    const held = contents.get(file);
    const problem = collision(file) ?? unsafe(held) ?? withoutLeave(file, held, allowed);
    return problem === undefined ? [] : [finding({ ...problem, file, line: 1, column: 1 })];
  });
}

interface PublicProblem {
  code: DiagnosticCode;
  message: string;
  fix: string;
}

/** What a file takes the place of; it remembers the files that it was asked about. */
function collisions(
  pages: Iterable<string>,
  later: Iterable<string>,
): (file: string) => PublicProblem | undefined {
  const taken = new TakenAddresses(pages, later);
  const twins = new Map<string, string>();
  return (file) => {
    const path = file.slice("public".length);
    const twin = twins.get(folded(path));
    twins.set(folded(path), file);
    const folder = pressFolderOf(path);
    const holder = taken.holder(path);
    const told = (message: string, fix: string): PublicProblem => ({
      code: "path/collision",
      message,
      fix,
    });
    if (folder !== undefined) {
      return told(
        `The press writes ${folder} itself; this file could take the place of one of its own.`,
        "Move it to a folder of another name.",
      );
    }
    if (holder !== undefined && !(holder === path && REPLACEABLE_FILES.includes(path))) {
      return told(
        `This file would take the place of ${holder}, which the press writes itself.`,
        "Rename or remove it.",
      );
    }
    if (twin === undefined) return undefined;
    return told(
      `This file and ${twin} differ in nothing but case; many disks and hosts keep only one of them.`,
      "Rename one of them.",
    );
  };
}

function unsafe(contents: PublicContents | undefined): PublicProblem | undefined {
  if (contents?.unsafe === undefined) return undefined;
  return {
    code: "public/unsafe",
    message: `This drawing is not published: ${contents.unsafe}.`,
    fix: "Take that out of it, or export it as a PNG or WebP.",
  };
}

function withoutLeave(
  file: string,
  contents: PublicContents | undefined,
  allowed: readonly string[],
): PublicProblem | undefined {
  const reason =
    contents?.unlike === true
      ? "It has the name by which a search engine recognizes a site, and holds more than a code."
      : ownersReason(file.slice("public/".length));
  if (reason === undefined || allowed.some((entry) => covers(entry, file))) return undefined;
  return {
    code: "public/not-allowed",
    message: `This file needs the owner's leave. ${reason}`,
    fix: `Remove it or, as the owner, list it under \`public:\` in site.yaml: \`  - ${JSON.stringify(file)}\`.`,
  };
}

/** Whether an entry names a file, or a folder that it lies in; both are composed. */
function covers(entry: string, file: string): boolean {
  return entry.endsWith("/") ? file.startsWith(entry) : file === entry;
}

/** Entries under `public` in `site.yaml` that name no file and no folder. */
export function leaveFindings(
  allowed: readonly string[],
  files: readonly string[],
  placeOf: SiteReading["placeOf"],
): Finding[] {
  const nearest = new NearestPath(files);
  return allowed.flatMap((entry, index) => {
    if (files.some((file) => covers(entry, file))) return [];
    const near = files.some((file) => covers(`${entry}/`, file))
      ? `${entry}/`
      : nearest.near(entry);
    return [
      finding({
        code: "reference/public",
        file: "site.yaml",
        ...placeOf(["public", index]),
        message: /\/\.(?!well-known\/)/.test(entry)
          ? `\`public\` lists ${entry}; hidden files are not published.`
          : `\`public\` lists ${entry}, and there is no such file.`,
        fix: near === undefined ? "Remove it from the list." : `Did you mean ${near}?`,
      }),
    ];
  });
}
