import type { Mark } from "./mark.ts";
import { colourOf } from "./palette.ts";
import type { Accent, Role } from "./palette.ts";
import { rectangle } from "./shape.ts";
import { short } from "./short-number.ts";
import type { Letter, Line } from "./typeface.ts";

/** A picture before it is printed. */
export interface Sheet {
  /** begins the ids in the file, so that two pictures in one page do not clash */
  readonly name: string;
  /** what the picture is called, for whoever opens the file by itself */
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly accent: Accent;
  /** what the whole sheet is covered with; nothing unless told */
  readonly ground?: Role;
  readonly marks: readonly Mark[];
}

/** The size of an illustration, units. */
export const ILLUSTRATION = { width: 1600, height: 1067 } as const;

/**
 * Prints a picture as an SVG file. Colours stand as attributes, and a style sheet changes them in the dark: where
 * a policy forbids style in a file, or a program knows none, the picture is the one of the day.
 */
export function printed(sheet: Sheet): string {
  const { name, title, width, height, accent, ground } = sheet;
  const marks =
    ground === undefined
      ? sheet.marks
      : [
          { kind: "area", role: ground, path: rectangle(0, 0, width, height).path } as const,
          ...sheet.marks,
        ];
  const letters = lettersIn(marks);
  const print: Print = { name, accent, used: new Set() };
  const body = marks.flatMap((mark) => markLines(mark, print, "  "));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `  <title>${escaped(title)}</title>`,
    `  <style>@media (prefers-color-scheme: dark) { ${darkRules(print)} }</style>`,
    ...definitions(letters, name),
    ...body,
    "</svg>",
    "",
  ].join("\n");
}

/** What printing gathers: the roles in use, each as it is filled or drawn. */
interface Print {
  readonly name: string;
  readonly accent: Accent;
  readonly used: Set<`${"fill" | "stroke"} ${Role}`>;
}

function markLines(mark: Mark, print: Print, indent: string): string[] {
  switch (mark.kind) {
    case "area":
      return [
        `${indent}<path ${painted("fill", mark.role, print)}${holes(mark.path)} d="${mark.path}"/>`,
      ];
    case "lines": {
      const ends = mark.round ? ' stroke-linecap="round" stroke-linejoin="round"' : "";
      const width = `stroke-width="${short(mark.width)}"${ends}`;
      return mark.path === ""
        ? []
        : [
            `${indent}<path fill="none" ${painted("stroke", mark.role, print)} ${width} d="${mark.path}"/>`,
          ];
    }
    case "words":
      return lineOfWords(mark.role, mark.line, print, indent);
    case "group":
      return [
        `${indent}<g transform="${mark.transform}">`,
        ...mark.marks.flatMap((one) => markLines(one, print, `${indent}  `)),
        `${indent}</g>`,
      ];
  }
}

function lineOfWords(role: Role, line: Line, print: Print, indent: string): string[] {
  const { x, y, size, letters } = line;
  const transform = `translate(${short(x)} ${short(y)}) scale(${short(size / 1000, 4)})`;
  const uses = letters.map(
    ({ letter, at }) => `<use href="#${print.name}-${letter.key}"${at === 0 ? "" : ` x="${at}"`}/>`,
  );
  return [
    `${indent}<g ${painted("fill", role, print)} transform="${transform}">`,
    `${indent}  ${uses.join("")}`,
    `${indent}</g>`,
  ];
}

/** Attributes that give a mark its colour by day, and the name by which the style sheet finds it at night. */
function painted(how: "fill" | "stroke", role: Role, { accent, used }: Print): string {
  used.add(`${how} ${role}`);
  return `class="${className(how, role)}" ${how}="${colourOf(role, accent).light}"`;
}

function className(how: string, role: string): string {
  return how === "fill" ? role : `${role}-line`;
}

function darkRules({ accent, used }: Print): string {
  const rules = [...used].sort().map((one) => {
    const [how = "", role = ""] = one.split(" ");
    return `.${className(how, role)} { ${how}: ${colourOf(role as Role, accent).dark} }`;
  });
  return rules.join(" ");
}

function lettersIn(marks: readonly Mark[]): Map<string, Letter> {
  const found = new Map<string, Letter>();
  for (const mark of marks) {
    if (mark.kind === "words") {
      for (const { letter } of mark.line.letters) found.set(letter.key, letter);
    }
    if (mark.kind === "group") {
      for (const [key, letter] of lettersIn(mark.marks)) found.set(key, letter);
    }
  }
  return found;
}

function definitions(letters: ReadonlyMap<string, Letter>, name: string): string[] {
  if (letters.size === 0) return [];
  const paths = [...letters.values()].map(
    ({ key, path }) => `    <path id="${name}-${key}" d="${path}"/>`,
  );
  return ["  <defs>", ...paths, "  </defs>"];
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

/** Letters may overlap themselves, so the rule for holes stands only with figures of several parts. */
function holes(path: string): string {
  return path.lastIndexOf("M") > 0 ? ' fill-rule="evenodd"' : "";
}
