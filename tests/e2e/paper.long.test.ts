import { BELOW_PATH } from "../build/pages/below-path.ts";
import {
  printedBelowPath,
  printedDemo,
  printedFrench,
  printedRightToLeft,
} from "../build/printed.ts";
import { commitNumber, pickedFrom } from "../runner/tier.ts";
import { declareReading } from "./paper/read-paper.ts";
import type { Paper } from "./paper/read-paper.ts";

/** Read besides the demonstration: one of them, and at night all. */
const OTHERS: readonly Paper[] = [
  {
    name: "a publication below a path",
    print: printedBelowPath,
    base: new URL(BELOW_PATH).pathname,
    language: "en",
    lookedAt: /^(?:gone|month of|year of|article with corrections)/,
    isReadThoroughly: false,
    missing: false,
  },
  {
    name: "a publication in French",
    print: printedFrench,
    base: "/journal/",
    language: "fr",
    lookedAt: /^(?:front|section|article|story)/,
    isReadThoroughly: false,
    missing: false,
  },
  {
    name: "a publication from right to left",
    print: printedRightToLeft,
    base: "/",
    language: "ar",
    lookedAt: /^(?:front|section|article|story)/,
    isReadThoroughly: true,
    missing: false,
  },
];

declareReading({
  name: "the demonstration",
  print: printedDemo,
  base: "/",
  language: "en",
  lookedAt: /./,
  isReadThoroughly: true,
  missing: false,
});
for (const paper of pickedFrom(OTHERS, 1, commitNumber())) declareReading(paper);
