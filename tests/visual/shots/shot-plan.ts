import { isWanted } from "../templates.ts";
import type { Sample } from "../templates.ts";

/** A page to be photographed, and how. */
export interface Shot {
  /** Name of its picture, without ending: it sorts by template, and says what the picture shows. */
  name: string;
  template: string;
  /** Path of the page in its bundle. */
  file: string;
  /** Width of the window in CSS pixels; of paper where it is printed. */
  width: number;
  scheme: "light" | "dark";
  manner: "screen" | "print" | "no-script";
}

/** What is photographed of a publication. */
export interface ShotOptions {
  samples: readonly Sample[];
  /** Begins every name: tells a publication from another. */
  prefix: string;
  widths: readonly number[];
  schemes: readonly Shot["scheme"][];
  /** Whether the pages are printed too. */
  printed: boolean;
  /** Whether a page has scripts, so that it may look different without. */
  hasScript: (file: string) => boolean;
  /** Parts of names of templates or pages: what has one of them is wanted, and everything where there are none. */
  only: readonly string[];
}

/** The width of a sheet of A4 in CSS pixels. */
const SHEET = 794;

/** Widths at which a page is looked at without its scripts. */
const WITHOUT_SCRIPT = [360, 1280];

/** Every picture to be taken, in the order of the names. */
export function planShots(options: ShotOptions): Shot[] {
  const { samples, prefix, widths, schemes, printed, hasScript, only } = options;
  const wanted = samples.filter((sample) => isWanted(sample, only));
  return wanted
    .flatMap(({ template, file }) => {
      const called = prefix + shotName(template, file);
      const shot = (width: number, scheme: Shot["scheme"], manner: Shot["manner"]): Shot => {
        const how = manner === "screen" ? `${String(width).padStart(4, "0")}-${scheme}` : manner;
        const at = manner === "no-script" ? `${String(width).padStart(4, "0")}-` : "";
        return { name: `${called}-${at}${how}`, template, file, width, scheme, manner };
      };
      const bare = hasScript(file) ? WITHOUT_SCRIPT.filter((width) => widths.includes(width)) : [];
      return [
        ...widths.flatMap((width) => schemes.map((scheme) => shot(width, scheme, "screen"))),
        ...bare.map((width) => shot(width, "light", "no-script")),
        ...(printed ? [shot(SHEET, "light", "print")] : []),
      ];
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** A template's name for a file; of articles, which stand for several things, with the article's own. */
function shotName(template: string, file: string): string {
  const [kind = template] = template.split(" with ");
  const own = kind === "article" ? ` ${file.split("/").at(-2) ?? ""}` : "";
  return `${kind}${own}`.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}
