import { fileEnding } from "../domain/publishable-types.ts";
import { isVerification, isVerificationName, LONGEST_VERIFICATION } from "./public-rules.ts";
import { unsafeSvg } from "./images/unsafe-svg.ts";

/** Why a file of `public/` must not be published as it is, by what it holds. */
export interface PublicContents {
  /** A drawing that is more than one, as the end of a sentence. */
  unsafe?: string;
  /** A file with the name of a search engine's that holds more than a code. */
  unlike?: true;
}

/** What a file of `public/` is whose type does not tell what it does. */
export function looksLike(path: string): "drawing" | "verification" | undefined {
  if (fileEnding(path) === "svg") return "drawing";
  return isVerificationName(path.slice("public/".length)) ? "verification" : undefined;
}

/** What is wrong with what such a file holds. */
export function lookIntoPublic(bytes: Buffer, file: string): PublicContents {
  if (looksLike(file) === "drawing") {
    const why = unsafeSvg(bytes);
    return why === undefined ? {} : { unsafe: why };
  }
  const isSound = bytes.length <= LONGEST_VERIFICATION && isVerification(bytes.toString("utf8"));
  return isSound ? {} : { unlike: true };
}
