import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ROOT } from "../../tests/structure/project-files.ts";
import { MESSAGES_GUIDE, messagesGuide } from "./messages-guide.ts";

test("the guide to words is the one that `npm run docs` writes", () => {
  expect(readFileSync(join(ROOT, MESSAGES_GUIDE), "utf8")).toBe(messagesGuide());
});
