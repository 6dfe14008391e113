import { CHECK_FORMATS } from "./check-output.ts";
import type { CheckFormat } from "./check-output.ts";
import type { CommandValues } from "./command-options.ts";
import type { COMMANDS } from "./commands.ts";
import type { CheckOptions } from "./run-check.ts";

/** How the check was called, or why it cannot be called so, as a line for people. */
export type CheckCall = (CheckOptions & { watch: boolean }) | { refusal: string };

/** Reads the options of `stet check` together: which of them go with which. */
export function readCheckCall(
  values: CommandValues<(typeof COMMANDS)["check"]>,
  operands: readonly string[],
): CheckCall {
  const { all, changed, staged, watch, fix } = values;
  const isDry = values["dry-run"];
  const [base] = operands;
  const format = CHECK_FORMATS.find((one) => one === values.format);
  if (format === undefined)
    return {
      refusal: `--format takes one of ${CHECK_FORMATS.join(", ")}, not '${values.format}'.`,
    };
  if (values.json && format !== "text" && format !== "json")
    return { refusal: `--json and --format ${format} exclude each other: give one of them.` };
  if (base !== undefined && !changed)
    return { refusal: `A revision is compared with by --changed: --changed ${base}` };
  if (changed && staged)
    return { refusal: "--changed and --staged exclude each other: give one of them." };
  if (isDry && !fix) return { refusal: "--dry-run belongs to --fix: --fix --dry-run" };
  if (fix && staged)
    return {
      refusal:
        "--fix changes files, and --staged looks at what is staged: fix first (--fix), then stage the files.",
    };
  const other = [
    ...(fix ? ["--fix"] : []),
    ...(changed ? ["--changed"] : []),
    ...(staged ? ["--staged"] : []),
    ...(values.json ? ["--json"] : []),
    ...(format === "text" ? [] : ["--format"]),
  ][0];
  if (watch && other !== undefined)
    return { refusal: `--watch tells of everything, in words: leave ${other} out.` };
  const told: CheckFormat = values.json ? "json" : format;
  return {
    format: told,
    all,
    watch,
    scope: staged ? { kind: "staged" } : changed ? { kind: "changed", base } : { kind: "all" },
    fix: fix ? (isDry ? "show" : "write") : undefined,
  };
}
