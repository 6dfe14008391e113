// npm run docs: writes the pages of docs/ that are made from code.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { COMPONENTS_HANDBOOK, componentsHandbook } from "../src/authoring/components-handbook.ts";
import { readOptions } from "../src/build/command-options.ts";

readOptions({});
writeFileSync(join(import.meta.dirname, "..", COMPONENTS_HANDBOOK), componentsHandbook());
process.stdout.write(`Wrote ${COMPONENTS_HANDBOOK}.\n`);
