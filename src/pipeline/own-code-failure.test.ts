import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { OwnCodeFailure, ownCodeFailure } from "./own-code-failure.ts";

const folder = mkdtempSync(join(tmpdir(), "stet-own-code-"));
const content = join(folder, "paper");
beforeAll(() => {
  mkdirSync(join(content, "slots"), { recursive: true });
  writeFileSync(
    join(content, "slots/Footer.astro"),
    '---\nimport a from "no-such";\nconst b = a.b.c;\n---\n<p>{b}</p>\n',
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

function failed(message: string, stack: string): unknown {
  const error = new TypeError(message);
  error.stack = `TypeError: ${message}\n${stack}`;
  return ownCodeFailure(error, content);
}

const locationOf = (failure: unknown): string => {
  if (!(failure instanceof OwnCodeFailure)) return "elsewhere";
  const { file, line, column, message } = failure.diagnostic;
  return `${file}:${line}:${column} ${message}`;
};

describe("what code of the publication throws is told with its place", () => {
  test.each([
    [
      "while a page is rendered",
      "a.b is undefined",
      `    at f (${folder}/src/components/Footer.astro:1:1)\n    at <anonymous> (CONTENT/slots/Footer.astro:3:13)`,
      "slots/Footer.astro:3:13 This code of the publication failed: TypeError: a.b is undefined.",
    ],
    [
      "by a renderer that knows the folder by another path",
      "a.b is undefined",
      "    at <anonymous> (/elsewhere/.stet/content/slots/Footer.astro:3:13)",
      "slots/Footer.astro:3:13 This code of the publication failed: TypeError: a.b is undefined.",
    ],
    [
      "by the compiler, which counts columns from nought",
      "Build failed with 1 error:\n\n[plugin x] CONTENT/slots/Footer.astro:3:11\nCompilerError: Unexpected token\n    at y",
      "",
      "slots/Footer.astro:3:12 This code of the publication failed: Unexpected token.",
    ],
    [
      "where a package is not installed",
      '[vite]: Rolldown failed to resolve import "no-such" from "CONTENT/slots/Footer.astro".',
      "",
      "slots/Footer.astro:2:15 This code of the publication failed: there is no package or file `no-such`.",
    ],
  ])("%s", (_, message, stack, place) => {
    const inContent = (text: string): string => text.replaceAll("CONTENT", content);
    expect(locationOf(failed(inContent(message), inContent(stack)))).toBe(place);
  });

  test("and what others throw stays as it is, also where a file is named that there is not", () => {
    expect(locationOf(failed("x", "    at f (/stet/src/views/teaser.ts:3:1)"))).toBe("elsewhere");
    expect(locationOf(failed("x", "    at f (/stet/content/slots/None.astro:3:1)"))).toBe(
      "elsewhere",
    );
    expect(ownCodeFailure("odd", content)).toBe("odd");
  });
});
