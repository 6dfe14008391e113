import { z } from "astro/zod";
import { expect, test } from "vitest";
import { checkSchema } from "../checks/switches.ts";
import { parseOrExplain } from "./yaml/parse-or-explain.ts";
import { parseYaml } from "./yaml/yaml-document.ts";

const SCHEMA = z.strictObject({ check: checkSchema.optional() });

function told(line: string): string[] {
  const { document } = parseYaml(`check:\n  ${line}\n`, "site.yaml");
  if (document === undefined) throw new Error(`No YAML: ${line}`);
  return parseOrExplain(SCHEMA, document, "site.yaml").diagnostics.map(
    ({ message, fix }) => `${message} ${fix}`,
  );
}

test("a rule that is switched in another way is told as it is switched here", () => {
  expect(
    [
      "picture/alt-opening: false",
      "headline/long: 60",
      "headline/long: 10",
      "headline/long: { max: 20 }",
      "description/short: { minimum: 60 }",
      "spelling: warning",
      "long: 20",
      "nonsense: off",
    ].flatMap((line) => [line, ...told(line).map((one) => `  ${one}`)]),
  ).toMatchInlineSnapshot(`
    [
      "picture/alt-opening: false",
      "  \`picture/alt-opening\` in \`check\` is \`false\`; it must be \`off\`, \`hint\`, \`warning\` or \`error\`. Write \`picture/alt-opening: off\`.",
      "headline/long: 60",
      "headline/long: 10",
      "  \`headline/long\` in \`check\` is \`10\`; it must be a whole number from 20 to 300. Write it in the form of \`headline/long: { most: 90 }\`, or remove it.",
      "headline/long: { max: 20 }",
      "  There is no key \`max\` in \`headline/long\` in \`check\`; it is called \`most\` here. Write \`headline/long: { most: 20 }\`.",
      "description/short: { minimum: 60 }",
      "  There is no key \`minimum\` in \`description/short\` in \`check\`; it is called \`least\` here. Write \`description/short: { least: 60 }\`.",
      "spelling: warning",
      "  There is no key \`spelling\` in \`check\`; a rule is called by its family too. Write \`prose/spelling: warning\` or \`tag/spelling: warning\`.",
      "long: 20",
      "  There is no key \`long\` in \`check\`; a rule is called by its family too. Write \`description/long: 20\`, \`headline/long: 20\` or \`kicker/long: 20\`.",
      "nonsense: off",
      "  There is no key \`nonsense\` in \`check\`. Remove its line. node_modules/@stet-press/stet/docs/check.md lists all keys.",
    ]
  `);
});
