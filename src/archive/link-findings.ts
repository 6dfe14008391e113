import type { Place } from "../domain/body.ts";
import type { Finding } from "../domain/finding.ts";
import { nearestName } from "../domain/nearest-name.ts";
import type { NearestPath } from "../domain/nearest-path.ts";
import type { Problem } from "./diagnostics.ts";
import { finding } from "./diagnostics.ts";
import type { Mentions } from "./mentions.ts";
import { resolveLink } from "./resolve-link.ts";
import type { KnownAddresses } from "./resolve-link.ts";

type UnplacedProblem = Pick<Problem, "code" | "message" | "fix">;

function placed(problem: UnplacedProblem | undefined, file: string, place: Place): Finding[] {
  return problem === undefined ? [] : [finding({ ...problem, file, ...place })];
}

/** Links of a text that lead nowhere, or out of the publication's folder. */
export function linkFindings(
  text: Mentions,
  known: KnownAddresses,
  nearest: NearestPath,
): Finding[] {
  return text.facts.links.flatMap(({ href, ...place }) =>
    placed(linkProblem(href, text, known, nearest), text.file, place),
  );
}

function linkProblem(
  written: string,
  text: Mentions,
  known: KnownAddresses,
  nearest: NearestPath,
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
      const near = nearest.near(target.path);
      const isFile = /\.mdx?$/i.test(target.path);
      return {
        code: "link/dead",
        message: `The link ${written} leads nowhere: there is no ${isFile ? `file ${target.path.slice(1)}` : `page ${target.path}`}.`,
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
