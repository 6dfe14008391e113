import { expect, test } from "vitest";
import { keepCall } from "./keep-call.ts";

test.each([
  [
    "https://x.com/desk/status/1?s=20",
    'npx --no-install stet keep "https://x.com/desk/status/1?s=20"',
  ],
  [undefined, 'npx --no-install stet keep "URL"'],
  ['https://x.com/"; rm -rf ~; "', 'npx --no-install stet keep "URL"'],
  ["https://x.com/$(whoami)", 'npx --no-install stet keep "URL"'],
  ["https://x.com/`id`", 'npx --no-install stet keep "URL"'],
  ["https://x.com/!1\\", 'npx --no-install stet keep "URL"'],
])("a post at %s is kept by a command that no shell reads otherwise", (address, command) => {
  expect(keepCall(address)).toBe(command);
});
