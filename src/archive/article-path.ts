import type { Finding } from "../domain/finding.ts";
import { addresses, isReservedName } from "../domain/addresses.ts";
import { composed } from "../domain/composed.ts";
import { isDeviceName, isHostsOwn, portableName } from "../domain/portable-name.ts";
import { isSlug, slugify } from "../domain/slug.ts";
import { finding } from "./diagnostics.ts";

/** What the path of an article says about it. */
export interface ArticlePath {
  year: string;
  month: string;
  slug: string;
  path: string;
}

/**
 * Reads `articles/YYYY/MM/slug.{mdx,md}`. The folder is part of the address and does not follow the date, so
 * that a corrected date breaks no link.
 */
export function articlePath(file: string): { place?: ArticlePath; findings: Finding[] } {
  const parts = /^articles\/(\d{4})\/(0[1-9]|1[0-2])\/([^/]+)\.mdx?$/.exec(composed(file));
  if (parts === null) {
    return {
      findings: [
        finding({
          code: "path/not-in-month",
          file,
          line: 1,
          column: 1,
          message:
            "An article lies in a folder of its year and month; this one does not, so it has no address.",
          fix: "Move it to articles/YYYY/MM/slug.mdx.",
        }),
      ],
    };
  }
  const [, year = "", month = "", slug = ""] = parts;
  const findings = badName(file, slug);
  if (slug === INDEX_FILE) findings.push(reserved(file, addresses.article(year, month, slug)));
  if (findings.length > 0) return { findings };
  return { place: { year, month, slug, path: addresses.article(year, month, slug) }, findings };
}

/**
 * The slug of a card or a standing page, `authors/SLUG.yaml`; `topLevel` where it is a first part of addresses.
 * A faulty one is given too, so that who refers to it is not told that there is no such file.
 */
export function slugOf(file: string, topLevel: boolean): { slug: string; findings: Finding[] } {
  const name = composed(file.slice(file.lastIndexOf("/") + 1));
  const slug = name.replace(/\.(?:yaml|mdx?)$/, "");
  const findings = badName(file, slug);
  if (file.split("/").length > 2) {
    findings.push(
      finding({
        code: "path/bad-name",
        file,
        line: 1,
        column: 1,
        message: "This file lies in a folder of its own; it would have no address.",
        fix: `Move it up into ${file.split("/")[0] ?? ""}/.`,
      }),
    );
  }
  if (topLevel && isReservedName(slug)) findings.push(reserved(file, `/${slug}/`));
  else if (topLevel && isHostsOwn(slug)) findings.push(reserved(file, `/${slug}/`, "hosts"));
  else if (slug === INDEX_FILE) findings.push(reserved(file, `…/${slug}`));
  return { slug, findings };
}

/** The file that every page is; a page called so would take the place of the page above it. */
const INDEX_FILE = "index.html";

function reserved(file: string, address: string, owner = "the press itself"): Finding {
  return finding({
    code: "path/reserved",
    file,
    line: 1,
    column: 1,
    message: `The address ${address} belongs to ${owner}.`,
    fix: "Choose another name for the file.",
  });
}

function badName(file: string, slug: string): Finding[] {
  const isDevice = isDeviceName(slug);
  if (isSlug(slug) && slug.length <= 200 && !isDevice) return [];
  const offered = isDevice ? portableName(slug) : slugify(slug).slice(0, 200);
  const ending = file.slice(file.lastIndexOf("."));
  return [
    finding({
      code: "path/bad-name",
      file,
      line: 1,
      column: 1,
      message: isDevice
        ? "The file's name is kept for a device by Windows, where neither it nor its page could lie."
        : "The file's name is the end of an address, and this one would not survive there: lower case letters, digits and hyphens do, up to 200.",
      fix: `Rename it to ${offered}${ending}.`,
    }),
  ];
}
