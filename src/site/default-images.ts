import { hash } from "node:crypto";
import type { Image } from "../domain/publication.ts";

/**
 * The proofreader's mark: a line of type with dots below it. It stands in the middle half of a square, so that every
 * crop that share cards make keeps it whole. Without text, whose shape would depend on the fonts of the machine.
 */
const SHARE = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="1200" viewBox="0 0 1200 1200">
<path fill="#1a1816" d="M0 0h1200v1200H0z"/>
<path fill="#fdfcf9" d="M390 510h420v72H390z"/>
<path fill="#f0a08e" d="M390 642h72v72h-72zM506 642h72v72h-72zM622 642h72v72h-72zM738 642h72v72h-72z"/>
</svg>
`;

/** The same mark for small places: a channel's picture, a publisher's logo. */
const MARK = `<svg xmlns="http://www.w3.org/2000/svg" width="512" height="512" viewBox="0 0 512 512">
<path fill="#1a1816" d="M0 0h512v512H0z"/>
<path fill="#fdfcf9" d="M80 176h352v64H80z"/>
<path fill="#f0a08e" d="M80 304h64v64H80zM176 304h64v64h-64zM272 304h64v64h-64zM368 304h64v64h-64z"/>
</svg>
`;

const SOURCES: Readonly<Record<string, string>> = {
  "press:share.svg": SHARE,
  "press:mark.svg": MARK,
};

/** What share cards show where the publication names no picture of its own. */
export const DEFAULT_SHARE_IMAGE = defaultImage("press:share.svg", 1200);

/** What stands for the publication where it names no logo. */
export const DEFAULT_MARK = defaultImage("press:mark.svg", 512);

/** The bytes of one of the press's own pictures; `undefined` for a file of the content folder. */
export function defaultImageBytes(file: string): Buffer | undefined {
  const source = SOURCES[file];
  return source === undefined ? undefined : Buffer.from(source);
}

function defaultImage(file: string, size: number): Image {
  const source = SOURCES[file] ?? "";
  return {
    file,
    digest: hash("sha256", source, "hex"),
    bytes: Buffer.byteLength(source),
    width: size,
    height: size,
    type: "svg",
  };
}
