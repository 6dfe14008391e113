// npm run docs: writes the pages of docs/ that are made from code.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { CHECK_GUIDE, checkGuide } from "../src/authoring/check-guide.ts";
import { COMPONENTS_HANDBOOK, componentsHandbook } from "../src/authoring/components-handbook.ts";
import { MESSAGES_GUIDE, messagesGuide } from "../src/authoring/messages-guide.ts";
import { readOptions } from "../src/cli/command-options.ts";
import { TOOLS } from "./tools.ts";

readOptions(TOOLS.docs);
for (const [file, write] of Object.entries({
  [CHECK_GUIDE]: checkGuide,
  [COMPONENTS_HANDBOOK]: componentsHandbook,
  [MESSAGES_GUIDE]: messagesGuide,
})) {
  writeFileSync(join(import.meta.dirname, "..", file), await write());
  process.stdout.write(`Wrote ${file}.\n`);
}
