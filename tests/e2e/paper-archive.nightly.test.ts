import { corpusIsMissing } from "../build/corpus.ts";
import { printedCorpus } from "../build/printed.ts";
import { declareReading } from "./paper/read-paper.ts";

if (corpusIsMissing !== false) console.log(`Skipped for the archive: ${corpusIsMissing}.`);

declareReading({
  name: "a real archive",
  print: printedCorpus,
  base: "/",
  language: "en",
  lookedAt: /./,
  isReadThoroughly: true,
  missing: corpusIsMissing,
});
