import type { Diagnostic } from "../domain/diagnostic.ts";
import { openCheck } from "./check-session.ts";
import type { CheckContext } from "./check-session.ts";
import { writeSelected } from "./check-output.ts";
import type { CheckFormat } from "./check-output.ts";
import { openSelection } from "./check-selection.ts";
import type { Scope } from "./check-selection.ts";
import { EXIT, explainFailure } from "./outcome.ts";
import { fixFolder } from "./run-fix.ts";

/** How the check is called. */
export interface CheckOptions {
  format: CheckFormat;
  /** Shows every warning. */
  all: boolean;
  /** Which diagnostics are told. */
  scope: Scope;
  /** Carries out certain remedies first, or shows what that would change. */
  fix?: "write" | "show" | undefined;
}

/** What is told where nothing else is asked for. */
const PLAIN: CheckOptions = { format: "text", all: false, scope: { kind: "all" } };

/**
 * Checks the content and tells of it on `stdout`, in one format; progress, and what was mended, goes to `stderr` where the
 * format is one for programs. Throws nothing.
 */
export async function runCheck(
  context: CheckContext,
  wanted: Partial<CheckOptions> = {},
): Promise<{ exitCode: number }> {
  const options = { ...PLAIN, ...wanted };
  try {
    const session = openCheck(
      context,
      options.scope.kind === "changed" ? options.scope.base : undefined,
    );
    const selection = await openSelection(session, options.scope);
    try {
      const since = context.clock();
      let selected = await selection.select(await session.check(selection.view));
      let isWhole = true;
      if (options.fix !== undefined) {
        const fixed = await fixFolder(session, selection, {
          before: selected.loaded,
          since,
          isShown: options.fix === "show",
          isPlain: options.format === "text",
          all: options.all,
        });
        if (options.fix === "show") return { exitCode: exitCodeOf(fixed.after.diagnostics) };
        selected = await selection.select(fixed.after);
        isWhole = fixed.isWhole;
      }
      const view = selection.view === undefined ? {} : { view: selection.view };
      await writeSelected(session, selected, { ...options, ...view });
      return { exitCode: isWhole ? exitCodeOf(selected.diagnostics) : EXIT.failed };
    } finally {
      selection.end();
    }
  } catch (error) {
    const failure = explainFailure(error);
    context.stderr.write(`${failure.text}\n`);
    return { exitCode: failure.exitCode };
  } finally {
    await context.workers.end();
  }
}

function exitCodeOf(diagnostics: readonly Diagnostic[]): number {
  return diagnostics.some(({ severity }) => severity === "error") ? EXIT.invalid : EXIT.done;
}
