import { expect, test } from "vitest";
import { counted } from "./plural.ts";
import { messagesFor } from "./languages.ts";

test.each([
  ["en", ["0 updates", "1 update", "1,200 updates"]],
  ["fr", ["0 actualisation", "1 actualisation", "1 200 actualisations"]],
  ["ar", ["لا تحديثات", "تحديث واحد", "1,200 تحديث"]],
])("a number of things is said as %s says it", (language, said) => {
  const { updates } = messagesFor(language).live;
  expect(
    [0, 1, 1200].map((count) => counted(updates, count, language).replace(/\s/g, " ")),
  ).toEqual(said);
});
