import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { currentTier } from "../runner/tier.ts";
import { ROOT } from "../structure/project-files.ts";

/** Small texts on which presses have been wrong, kept beside the checkout where they are at hand. */
const CASES = join(ROOT, "../shared/cases");

/** Why tests of the cases are skipped; false where they are there and wanted. */
export const casesAreMissing: string | false = whyNot();

function whyNot(): string | false {
  if (currentTier() === "commit") return "the cases are left to npm run test:all";
  return existsSync(CASES) ? false : `there are no cases at ${CASES}`;
}

/** Content folders among the cases that the check passes, with warnings. */
const FOLDERS = ["mistakes/silent", "mistakes/silent-2", "html/site", "texts/odd-signs"];

/** Texts among them that it refuses. */
const REFUSED = new Set(["mistakes/silent-2/t11.mdx"]);

/** Folders of texts that stand alone. */
const TEXTS = ["texts", "html"];

/** What a text that stands alone needs to be an article. */
const FRONT_MATTER = "description: A case.\ncategory: town\nauthor: jo\ndate: 2026-03-10\n";

/** Writes one publication of all cases, the articles of each folder in a month of their own, from March on. */
export function writeCasesPublication(content: string): void {
  for (const [index, folder] of FOLDERS.entries()) {
    const source = join(CASES, folder);
    for (const kind of ["authors", "categories"])
      cpSync(join(source, kind), join(content, kind), { recursive: true });
    const [month = ""] = readdirSync(join(source, "articles/2026"));
    cpSync(join(source, "articles/2026", month), monthOf(content, index + 3), {
      recursive: true,
      filter: (file) => !REFUSED.has(`${folder}/${basename(file)}`),
    });
  }
  cpSync(join(CASES, "mistakes/silent/site.yaml"), join(content, "site.yaml"));
  for (const author of ["ana", "long"])
    writeFileSync(join(content, `authors/${author}.yaml`), `name: ${author}\n`);
  const loose = monthOf(content, FOLDERS.length + 3);
  mkdirSync(loose, { recursive: true });
  for (const folder of TEXTS) {
    for (const file of readdirSync(join(CASES, folder)).filter((name) => /\.mdx?$/.test(name))) {
      const text = readFileSync(join(CASES, folder, file), "utf8");
      const whole = /^category:/m.test(text) ? text : text.replace("---\n", `---\n${FRONT_MATTER}`);
      writeFileSync(join(loose, basename(file)), whole);
    }
  }
}

function monthOf(content: string, month: number): string {
  return join(content, "articles/2026", String(month).padStart(2, "0"));
}
