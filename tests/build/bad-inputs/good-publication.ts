export {
  EXAMPLE_NOW as NOW,
  EXAMPLE_PUBLICATION as GOOD_PUBLICATION,
  exampleArticle as text,
} from "../../../src/checks/example.ts";

/** A file of a publication: its text or bytes. */
export type Content = string | Uint8Array;
