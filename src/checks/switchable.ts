import { z } from "astro/zod";
import type { Severity } from "../domain/diagnostic.ts";
import { listed } from "./quoted.ts";

/** What a publication may switch a rule to. */
export type SwitchedTo = Severity | "off";

/** All of it, lightest first. */
export const SWITCHED_TO = ["off", "hint", "warning", "error"] as const;

/** For rules whose findings are opinions: no build ever stops for them, or so much as asks. */
export const NEVER_AN_ERROR: readonly SwitchedTo[] = ["off", "hint", "warning"];

/** For rules about what readers would miss: a publication may weigh them more, and not do without them. */
export const AT_LEAST_A_WARNING: readonly SwitchedTo[] = ["warning", "error"];

/** A value that a publication may set for a rule, beside its severity. */
export interface RuleSetting<Value> {
  /** How it is called in `site.yaml`. */
  key: string;
  schema: z.ZodType<Value>;
  /** What holds where nothing is set. */
  otherwise: Value;
  /** What it must be, as the end of a sentence: `a whole number from 20 to 300`. */
  form: string;
  /** What it says, in a sentence of docs/check.md. */
  description: string;
  /** Whether it may be written in the place of the whole, where the rule has no other setting. */
  isBare?: true;
}

/** Any of them. */
export type AnySetting = RuleSetting<unknown>;

/** How a publication may switch a rule, under `check` of `site.yaml`. */
export interface Switchable {
  /** Whether the rule is told only where a publication asks for it. */
  isOff?: true;
  /** What it may be switched to, if not to everything. */
  to?: readonly SwitchedTo[];
  settings?: readonly AnySetting[];
  /** A value of the rule's key in `site.yaml`, in YAML on one line. */
  example?: string;
}

/** What a publication wrote for one rule; what it did not write is absent. */
export interface RuleSwitch {
  severity?: SwitchedTo | undefined;
  /** Values by the keys of settings. */
  values?: Readonly<Record<string, unknown>> | undefined;
}

/** What a publication wrote under `check`, by the codes of rules. */
export type RuleSwitches = Readonly<Record<string, RuleSwitch>>;

/** A setting that is a whole number between two others. */
export function wholeNumber(
  key: "most" | "least",
  otherwise: number,
  { from, to, description }: { from: number; to: number; description: string },
): RuleSetting<number> {
  const form = `a whole number from ${from.toLocaleString("en")} to ${to.toLocaleString("en")}`;
  const error = `must be ${form}`;
  const schema = z
    .int({ error })
    .min(from, { error })
    .max(to, { error })
    .meta({ example: String(otherwise) });
  return { key, schema, otherwise, form, description, isBare: true };
}

/** Why a number is asked for, as the end of a sentence: by itself, or because a publication set another one. */
export function limitReason(
  limit: number,
  { key, otherwise }: RuleSetting<number>,
  why: string,
): string {
  if (limit === otherwise) return why;
  return `the ${key === "least" ? "minimum" : "limit"} set in site.yaml is ${limit.toLocaleString("en")}`;
}

/** The value of a setting in what a publication wrote for its rule. */
export function settingIn<Value>(
  { values = {} }: RuleSwitch = {},
  { key, schema, otherwise }: RuleSetting<Value>,
): Value {
  const value = values[key];
  return value === undefined ? otherwise : (schema.safeParse(value).data ?? otherwise);
}

/** What a publication may write for a rule, of the settings that the rule has. */
export function switchSchema({
  to = SWITCHED_TO,
  settings = [],
  example = to.at(-1) ?? "warning",
}: Switchable) {
  const severity = z.enum(to, {
    error: `must be ${listed(
      to.map((one) => `\`${one}\``),
      "or",
    )}`,
  });
  const bare = bareSetting(settings);
  return z
    .union(
      [
        severity,
        ...(bare === undefined ? [] : [bare.schema]),
        z.strictObject({
          severity: severity.optional().describe("How much a breach of the rule weighs."),
          ...Object.fromEntries(
            settings.map(({ key, schema, description }) => [
              key,
              schema.optional().describe(description),
            ]),
          ),
        }),
      ],
      { error: demandFor(to, settings) },
    )
    .transform((written): RuleSwitch => {
      if (isSeverity(written, to)) return { severity: written };
      if (typeof written !== "object" || written === null)
        return bare === undefined ? {} : { values: { [bare.key]: written } };
      const { severity: own, ...values } = written as { severity?: SwitchedTo };
      return {
        ...(own === undefined ? {} : { severity: own }),
        ...(Object.keys(values).length === 0 ? {} : { values }),
      };
    })
    .meta({ example });
}

/** The only setting of a rule, where it may stand alone. */
function bareSetting(settings: readonly AnySetting[]): AnySetting | undefined {
  const [only, other] = settings;
  return other === undefined && only?.isBare === true ? only : undefined;
}

function isSeverity(written: unknown, to: readonly SwitchedTo[]): written is SwitchedTo {
  return to.some((one) => one === written);
}

/** What a rule's entry must be that is none, as the end of a sentence. */
function demandFor(to: readonly SwitchedTo[], settings: readonly AnySetting[]): string {
  const bare = bareSetting(settings);
  const names = to.map((one) => `\`${one}\``);
  const severities = bare === undefined ? listed(names, "or") : names.join(", ");
  if (bare !== undefined)
    return `must be ${severities}, ${bare.form}, or a map of \`severity\` and \`${bare.key}\``;
  const keys = listed(["`severity`", ...settings.map(named)], "and");
  return `must be ${severities}${settings.length === 0 ? "" : `, or a map of ${keys}`}`;
}

function named({ key, form }: AnySetting): string {
  return `\`${key}\` (${form})`;
}
