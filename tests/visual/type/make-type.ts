import { averageWidth, lineMeasures } from "./average-width.ts";
import { cutFont } from "./cut-font.ts";
import { fileRule, standInRule } from "./face-rules.ts";
import { lettersOf, LETTER_SETS } from "./letters.ts";
import { TYPEFACES } from "./typefaces.ts";
import type { StandIn, Typeface } from "./typefaces.ts";

/** Gives a file of a package, by the package, its version and the path of the file in it. */
export type ReadPackageFile = (name: string, version: string, file: string) => Promise<Buffer>;

/** What is to be kept of the typefaces. */
export interface Type {
  /** By name: font files, and the licences under which they may be passed on. */
  files: Map<string, Buffer>;
  /** The style sheet that names them. */
  css: string;
}

const REGULAR = 400;
const BOLD = 700;

const PREFACE = `/* Made by \`npm run type\` from tests/visual/type/. Change it there. */
`;

/** Cuts the press's typefaces, and writes the rules for them and for what stands in for them. */
export async function makeType(read: ReadPackageFile): Promise<Type> {
  const type: Type = { files: new Map(), css: PREFACE };
  for (const face of TYPEFACES) {
    const { package: name, version, licence, fileFor, letters } = face.source;
    type.files.set(`${face.name}-licence.txt`, await read(name, version, licence));
    for (const { name: part, range } of LETTER_SETS.filter((set) => letters.includes(set.name))) {
      const file = `${face.name}-${part}.woff2`;
      const source = await read(name, version, fileFor(part));
      type.files.set(file, await cutFont(source, lettersOf({ range }), face));
      const weights = { min: REGULAR, max: BOLD };
      type.css += fileRule({ family: face.family, url: `./type/${file}`, weights, range });
    }
    for (const standIn of face.standIns) type.css += await standInRules(face, standIn, read);
  }
  return type;
}

/** A stand-in's regular and its bold, each as wide as the typeface in that weight. */
async function standInRules(
  { source, name, axes }: Typeface,
  { name: ending, regular, bold, measuredBy }: StandIn,
  read: ReadPackageFile,
): Promise<string> {
  const font = await read(source.package, source.version, source.fileFor("latin"));
  const line = lineMeasures(font);
  const cuts = [
    { weight: REGULAR, local: regular, weights: { min: REGULAR, max: 500 } },
    { weight: BOLD, local: bold, weights: { min: 501, max: BOLD } },
  ];
  let rules = "";
  for (const { weight, local, weights } of cuts) {
    const file = `files/${measuredBy.file}-latin-${weight}-normal.woff2`;
    const other = await read(measuredBy.package, measuredBy.version, file);
    const own = await averageWidth(font, { ...fixedAxes(axes), wght: weight });
    const scale = own / (await averageWidth(other));
    rules += standInRule({ family: `${name} ${ending}`, local, weights, scale, line });
  }
  return rules;
}

function fixedAxes(axes: Typeface["axes"]): Record<string, number> {
  return Object.fromEntries(
    Object.entries(axes).filter((axis): axis is [string, number] => typeof axis[1] === "number"),
  );
}
