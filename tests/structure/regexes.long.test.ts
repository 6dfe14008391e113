import { expect, test } from "vitest";
import { projectFiles, projectText } from "./project-files.ts";
import { regexLiterals, slowText } from "./regex-literals.ts";

/** Expressions that take longer than in proportion, and why the texts that they are given are short. */
const ON_SHORT_TEXTS: Readonly<Record<string, string>> = {
  [String.raw`/(?<![\p{L}\p{N}\p{M}])[^\p{L}\p{N}\p{M}\s]+(?=[\p{L}\p{N}\p{M}])|(?<=[\p{L}\p{N}\p{M}])[^\p{L}\p{N}\p{M}\s]+(?![\p{L}\p{N}\p{M}])/gu`]:
    "a tag has at most a thousand characters",
  [String.raw`/<entry>[^]*<\/entry>/`]: "the feed has one entry, which a library wrote to its end",
  [String.raw`/<entry[\s>][^]*<\/entry>/`]:
    "the feed has one entry, which a library wrote to its end",
  [String.raw`/>\s*((?:<!\[CDATA\[[^]*?\]\]>)+)\s*</g`]:
    "a library ends every section that it begins",
};

const SOURCES = projectFiles().filter((file) => /^src\/.*(?<!\.test)\.ts$/.test(file));

/** A thousand expressions take four seconds of one core. */
const TIMEOUT = 120_000;

test(
  "a search with any expression takes time in proportion to the text, or the text is short",
  { timeout: TIMEOUT },
  () => {
    const known = new Map<string, boolean>();
    const slow = SOURCES.flatMap((file) =>
      regexLiterals(file, projectText(file) ?? "").flatMap(({ line, regex }) => {
        const key = String(regex);
        const isSlow = known.get(key) ?? slowText(regex) !== undefined;
        known.set(key, isSlow);
        return isSlow && ON_SHORT_TEXTS[key] === undefined ? [`${file}:${line} ${key}`] : [];
      }),
    );
    expect(slow).toEqual([]);
    // What is no longer written needs no reason.
    expect(Object.keys(ON_SHORT_TEXTS).filter((key) => known.get(key) !== true)).toEqual([]);
  },
);

test.each([
  /\s*\n\s*/g,
  /a+$/,
  /^\s*-?\s*$/,
  /(?:a|a)*b/,
  /`+([^`]+)`+/,
  /(?:\s*,)*\s*;/,
  /<!--[^]*?-->/g,
])("%s takes longer than in proportion", (regex) => {
  expect(slowText(regex)).toBeDefined();
});

test.each([
  /(?<!\s)\s*\n\s*/g,
  /^a+$/,
  /^\s*(?:-\s*)?$/,
  /(?:a|b)*c/y,
  /(?<!`)`+([^`]+)`+/,
  /\p{L}+/gu,
  /(?<=(\s+a*))/y,
  /^(["'])(?:\\[^]|[^\\])*?\1/,
  /[[\p{P}\p{S}]--[a-z]]/v,
])("%s takes steps in proportion", (regex) => {
  expect(slowText(regex)).toBeUndefined();
});
