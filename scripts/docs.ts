// npm run docs: writes the pages of docs/ that are made from code.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { CHECK_GUIDE, checkGuide } from "../src/authoring/check-guide.ts";
import { COMPONENTS_HANDBOOK, componentsHandbook } from "../src/authoring/components-handbook.ts";
import { MESSAGES_GUIDE, messagesGuide } from "../src/authoring/messages-guide.ts";
import { readOptions } from "../src/cli/command-options.ts";
import { openBrowser } from "../tests/tools/open-browser.ts";
import { shootComponents } from "./docs-pictures/shoot-components.ts";
import { shootWriting } from "./docs-pictures/shoot-writing.ts";
import { TOOLS } from "./tools.ts";

const { values } = readOptions(TOOLS.docs);
const root = join(import.meta.dirname, "..");
for (const [file, write] of Object.entries({
  [CHECK_GUIDE]: checkGuide,
  [COMPONENTS_HANDBOOK]: componentsHandbook,
  [MESSAGES_GUIDE]: messagesGuide,
})) {
  writeFileSync(join(root, file), await write());
  process.stdout.write(`Wrote ${file}.\n`);
}

if (values.pictures) {
  const browser = await openBrowser();
  try {
    const files = [
      ...(await shootComponents(root, browser)),
      ...(await shootWriting(root, browser)),
    ];
    process.stdout.write(`Took ${files.length} pictures.\n`);
  } finally {
    await browser.close();
  }
}
