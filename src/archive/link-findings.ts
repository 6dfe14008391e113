import { posix } from "node:path";
import type { Place } from "../domain/body.ts";
import type { Finding } from "../domain/finding.ts";
import { nearestName } from "../domain/nearest-name.ts";
import type { NearestPath } from "../domain/nearest-path.ts";
import type { ContentFile } from "./content-file.ts";
import type { Problem } from "./diagnostics.ts";
import { finding } from "./diagnostics.ts";
import { fileBeside, isPictureFile, refusedBeside } from "./files-beside.ts";
import type { PictureReading } from "./look-at-picture.ts";
import type { Mentions } from "./mentions.ts";
import { pictureProblem } from "./picture-findings.ts";
import { resolveLink } from "./resolve-link.ts";
import type { KnownAddresses } from "./resolve-link.ts";

type UnplacedProblem = Pick<Problem, "code" | "message" | "fix">;

function placed(problem: UnplacedProblem | undefined, file: string, place: Place): Finding[] {
  return problem === undefined ? [] : [finding({ ...problem, file, ...place })];
}

/** What links are compared with. */
export interface LinkSurroundings {
  known: KnownAddresses;
  /** Among the addresses. */
  nearest: NearestPath;
  /** Files beside texts, by composed path. */
  assets: ReadonlyMap<string, ContentFile>;
  /** What is known of pictures, by composed path. */
  pictures: ReadonlyMap<string, PictureReading>;
  /** Among all files that a link may lead to. */
  nearestFile: NearestPath;
}

/** Links of a text that lead nowhere, to what is not published, or out of the publication's folder. */
export function linkFindings(text: Mentions, surroundings: LinkSurroundings): Finding[] {
  return text.facts.links.flatMap(({ href, ...place }) => {
    const file = fileBeside(href, text.file);
    const asset = file === undefined ? undefined : surroundings.assets.get(file);
    const problem =
      file === undefined || asset === undefined
        ? linkProblem(href, text, surroundings)
        : fileProblem(href, text.file, file, asset, surroundings);
    return placed(problem, text.file, place);
  });
}

/** Why a file that lies beside a text is not published with it. */
function fileProblem(
  href: string,
  from: string,
  file: string,
  { bytes }: ContentFile,
  { pictures, nearestFile }: LinkSurroundings,
): UnplacedProblem | undefined {
  if (isPictureFile(file)) return pictureProblem(href, from, pictures, nearestFile);
  if (bytes === 0) {
    return {
      code: "link/file",
      message: `The link ${href} leads to ${file}, and that file is empty.`,
      fix: "Put the file there once more.",
    };
  }
  const reason = refusedBeside(file);
  if (reason === undefined) return undefined;
  const name = file.slice(file.lastIndexOf("/") + 1);
  return {
    code: "link/file",
    message: `The link ${href} leads to ${file}, which is not published from beside a text. ${reason}`,
    fix: `Put it into \`public/\`, where the owner may publish it, and write \`/${name}\`; or offer it as a PDF, an archive (.zip) or another type that everybody can open.`,
  };
}

function linkProblem(
  written: string,
  text: Mentions,
  { known, nearest, nearestFile }: LinkSurroundings,
): UnplacedProblem | undefined {
  const target = resolveLink(written, text, known);
  switch (target.kind) {
    case "external":
      return undefined;
    case "outside":
      return {
        code: "link/outside",
        message: `The link ${written} leads out of the content folder.`,
        fix: `Link to a file or address of the publication, or to a full web address${text.file.endsWith(".md") ? "; until then only its text is shown" : ""}.`,
      };
    case "unpublished":
      return {
        code: "link/unpublished",
        message: `The link ${written} leads to a page that is not published yet; until then only its text is shown.`,
        fix: "Leave it, if both are to be public later.",
      };
    case "moved":
      return {
        code: "link/moved",
        message: `The link ${written} leads to an old address; readers are sent on to ${target.to}.`,
        fix: `Write ${target.to}.`,
      };
    case "gone":
      return {
        code: "link/gone",
        message: `The link ${written} leads to something that was taken down; only its text is shown.`,
        fix: "Remove the link.",
      };
    case "dead": {
      const elsewhere = addressElsewhere(written);
      if (elsewhere !== undefined) {
        return {
          code: "link/dead",
          message: `The link ${written} leads nowhere: without what stands before an address of the web or of a mailbox, it is taken for a path.`,
          fix: `Did you mean ${elsewhere}?`,
        };
      }
      const near = nearest.near(target.path);
      const missing = missingFile(written, text.file, target.path);
      if (missing !== undefined) {
        const file = nearestFile.near(missing);
        const meant = file === undefined ? near : linkTo(file, text.file);
        return {
          code: "link/dead",
          message: `The link ${written} leads nowhere: there is no file ${missing}.`,
          fix:
            meant === undefined
              ? "Put the file there, or correct the path."
              : `Did you mean ${meant}?`,
        };
      }
      return {
        code: "link/dead",
        message: `The link ${written} leads nowhere: there is no page ${target.path}.`,
        fix:
          near === undefined ? "Correct the address, or remove the link." : `Did you mean ${near}?`,
      };
    }
    case "internal": {
      const ids =
        target.path === text.path ? new Set(text.facts.ids) : known.pages.get(target.path);
      const { fragment } = target;
      if (fragment === undefined || fragment === "top" || ids === undefined || ids.has(fragment))
        return undefined;
      const near = nearestName(fragment, ids);
      return {
        code: "link/fragment",
        message: `The link ${written} points at \`#${fragment}\`, and nothing on ${target.path} is called so.`,
        fix:
          near === undefined
            ? "Use the id of a heading, or remove the fragment."
            : `Did you mean \`#${near}\`?`,
      };
    }
  }
}

/** The whole address that a link seems to mean which lacks its beginning: of a host or of a mailbox. */
function addressElsewhere(written: string): string | undefined {
  if (/^[^\s/@]+@[^\s/@]+\.[a-z]{2,}$/i.test(written)) return `mailto:${written}`;
  return /^(?:www\.[^/]|[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,}\/)/i.test(written)
    ? `https://${written}`
    : undefined;
}

/** Endings of addresses that are pages on other systems. */
const PAGE_ENDING = /\.(?:html?|php\d?|aspx?|jsp|cfm|cgi)$/i;

/** The file that a dead link seems to mean, by its path below the content folder; `undefined` if it means a page. */
function missingFile(written: string, from: string, path: string): string | undefined {
  if (!/[^/]\.[a-z][a-z\d]{0,7}$/i.test(path) || PAGE_ENDING.test(path)) return undefined;
  const beside = fileBeside(written, from);
  if (beside !== undefined) return beside;
  if (written.startsWith("/")) return `public${path}`;
  return /\.mdx?$/i.test(path) ? path.slice(1) : undefined;
}

/** How a link in a text is written to another file of the content folder. */
function linkTo(file: string, from: string): string {
  if (file.startsWith("public/")) return file.slice("public".length);
  const way = posix.relative(posix.dirname(from), file);
  return way.startsWith(".") ? way : `./${way}`;
}
