import { z } from "astro/zod";
import type { Diagnostic, Severity } from "../domain/diagnostic.ts";
import { ARTICLE_RULES, RULES } from "./registry.ts";
import type { AnyRule } from "./registry.ts";
import { switchSchema } from "./switchable.ts";
import type { RuleSwitches, SwitchedTo } from "./switchable.ts";

/** A rule that a publication may switch. */
export type SwitchableRule = AnyRule & Required<Pick<AnyRule, "switchable">>;

/** The rules that a publication may switch, by code. */
export const SWITCHABLE_RULES: readonly SwitchableRule[] = RULES.filter(
  (rule): rule is SwitchableRule => rule.switchable !== undefined,
);

/** `check` of `site.yaml`: what each rule that may be switched is switched to. */
export const checkSchema = z.strictObject(
  Object.fromEntries(
    SWITCHABLE_RULES.map(({ code, summary, switchable }) => [
      code,
      switchSchema(switchable).optional().describe(summary),
    ]),
  ),
);

/** What a valid `check` switches. */
export function switchesFrom(written: z.infer<typeof checkSchema> = {}): RuleSwitches {
  return Object.fromEntries(
    Object.entries(written).flatMap(([code, one]) => (one === undefined ? [] : [[code, one]])),
  );
}

/** Whether a code is of a rule that no publication may switch. */
export function isFixedRule(code: string): boolean {
  return RULES.some((rule) => rule.code === code && rule.switchable === undefined);
}

/** What a rule is switched to: by a publication, or where that says nothing by itself; undefined leaves it as it is. */
export function switchedTo(code: string, switches: RuleSwitches): SwitchedTo | undefined {
  const rule = OF_CODE.get(code);
  if (rule === undefined) return undefined;
  const { severity, values } = switches[code] ?? {};
  if (severity !== undefined) return severity;
  // Who sets a number of a rule wants it told.
  if (rule.switchable.isOff !== true || values !== undefined) return undefined;
  return "off";
}

const OF_CODE = new Map(SWITCHABLE_RULES.map((rule) => [rule.code, rule]));

/**
 * What of the switches decides what is found when an article is read, so that its reading holds for no other: numbers,
 * and rules that are off by themselves. Severities are weighed afterwards.
 */
export function readingSwitches(switches: RuleSwitches): RuleSwitches {
  const entries = ARTICLE_RULES.flatMap(
    ({ code, switchable }): [string, RuleSwitches[string]][] => {
      if (switchable === undefined || switchedTo(code, switches) === "off") return [];
      const values = switches[code]?.values;
      if (values === undefined && switchable.isOff !== true) return [];
      return [[code, values === undefined ? {} : { values }]];
    },
  );
  return Object.fromEntries(entries);
}

/**
 * Diagnostics as a publication weighs them, without those of rules that are off. What would stop a build is a warning
 * in a draft, where `isDraft` tells: nothing of it is published, and other articles need not wait for it.
 */
export function weighed(
  diagnostics: readonly Diagnostic[],
  switches: RuleSwitches,
  isDraft: (file: string) => boolean,
): Diagnostic[] {
  const to = new Map<string, SwitchedTo>();
  for (const { code } of SWITCHABLE_RULES) {
    const severity = switchedTo(code, switches);
    if (severity !== undefined) to.set(code, severity);
  }
  return diagnostics.flatMap((found) => {
    const severity = to.get(found.code);
    if (severity === undefined || severity === found.severity) return [found];
    if (severity === "off") return [];
    return [{ ...found, severity: inDraft(severity, found.file, isDraft) }];
  });
}

function inDraft(severity: Severity, file: string, isDraft: (file: string) => boolean): Severity {
  return severity === "error" && isDraft(file) ? "warning" : severity;
}
