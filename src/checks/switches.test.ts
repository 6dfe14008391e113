import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { RULES } from "./registry.ts";
import { settingIn, wholeNumber } from "./switchable.ts";
import {
  checkSchema,
  isFixedRule,
  readingSwitches,
  SWITCHABLE_RULES,
  switchedTo,
  switchesFrom,
  weighed,
} from "./switches.ts";

const MOST = wholeNumber("most", 110, { from: 20, to: 300, description: "Most." });

const found = (code: string, severity: Diagnostic["severity"], file = "a.mdx"): Diagnostic => ({
  ...{ code, severity, file, line: 1, column: 1 },
  ...{ message: "It is so.", fix: "Do so." },
});

const isDraft = (file: string): boolean => file === "draft.mdx";

describe("what a publication writes under check", () => {
  test("is a severity, or a map of one and of settings", () => {
    const written = checkSchema.parse({
      "picture/credit": "error",
      "headline/long": { most: 90 },
      "kicker/long": { severity: "warning", most: 30 },
      "picture/lead-size": 1504,
    });
    expect(switchesFrom(written)).toEqual({
      "picture/credit": { severity: "error" },
      "headline/long": { values: { most: 90 } },
      "kicker/long": { severity: "warning", values: { most: 30 } },
      "picture/lead-size": { values: { least: 1504 } },
    });
  });

  test.each([
    { "link/dead": "off" },
    { "headline/long": { most: 10.5 } },
    { "headline/long": { most: 19 } },
    { "headline/long": { most: "90" } },
    { "headline/long": 19 },
    { "link/dead": 20 },
    { "picture/credit": 20 },
    { "prose/spelling": 20 },
    { "prose/spelling": "error" },
    { "label/sponsor": "off" },
  ])("is refused where a rule does not take it: %j", (written) => {
    expect(checkSchema.safeParse(written).success).toBe(false);
  });

  test("holds for numbers that it gives, and for others what is usual", () => {
    expect(settingIn({ values: { most: 90 } }, MOST)).toBe(90);
    expect(settingIn({ severity: "error" }, MOST)).toBe(110);
    expect(settingIn(undefined, MOST)).toBe(110);
  });
});

test("nothing that protects what is published can be switched off", () => {
  // What stops a build without a switch stands for more than taste, and so does what is an error in .mdx.
  const weights = SWITCHABLE_RULES.map(({ severity }) => severity);
  expect(weights.filter((weight) => weight !== "warning" && weight !== "hint")).toEqual([]);
  expect(RULES.filter(({ code }) => isFixedRule(code)).map(({ code }) => code)).toContain(
    "link/dead",
  );
});

describe("a diagnostic is weighed", () => {
  test("as a publication says, and by others not at all", () => {
    const all = [found("picture/credit", "warning"), found("link/dead", "error")];
    expect(weighed(all, {}, isDraft)).toEqual(all);
    const told = weighed(all, { "picture/credit": { severity: "error" } }, isDraft);
    expect(told.map(({ severity }) => severity)).toEqual(["error", "error"]);
    expect(weighed(all, { "picture/credit": { severity: "off" } }, isDraft)).toEqual([all[1]]);
  });

  test("as a warning at most in a draft", () => {
    const told = weighed(
      [found("picture/credit", "warning", "draft.mdx")],
      { "picture/credit": { severity: "error" } },
      isDraft,
    );
    expect(told[0]?.severity).toBe("warning");
  });

  test("not where its rule is off by itself, until a severity or a setting is written", () => {
    const one = [found("description/long", "hint")];
    expect(weighed(one, {}, isDraft)).toEqual([]);
    expect(weighed(one, { "description/long": { values: { most: 90 } } }, isDraft)).toEqual(one);
    expect(switchedTo("description/long", { "description/long": { severity: "warning" } })).toBe(
      "warning",
    );
  });
});

test("only numbers, and rules that are off by themselves, decide what is found in an article", () => {
  const switches = {
    "picture/credit": { severity: "error" },
    "headline/capitals": { severity: "off" },
    "content/unused": { severity: "off" },
    "prose/sentence-length": { values: { most: 20 } },
    "picture/lead-size": { values: { least: 400 } },
  } as const;
  expect(readingSwitches(switches)).toEqual({});
  expect(
    readingSwitches({
      ...switches,
      "headline/long": { severity: "error", values: { most: 90 } },
      "description/long": { severity: "hint" },
      "kicker/long": { severity: "off", values: { most: 9 } },
    }),
  ).toEqual({ "description/long": {}, "headline/long": { values: { most: 90 } } });
});
