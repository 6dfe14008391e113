/** How many tests ended how; a step without tests of its own counts as one. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

/** A test that failed, or a file of tests that could not be run. */
export interface Failure {
  /** Path of the file, as Vitest gives it. */
  file: string;
  /** The test's name with the groups it stands in; none if the file failed as a whole. */
  test: string | undefined;
  /** The first line of what went wrong. */
  reason: string;
}

/** What Vitest's JSON reporter writes, as far as it is read here. */
interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: readonly {
    name: string;
    status: string;
    message: string;
    assertionResults: readonly {
      status: string;
      fullName: string;
      failureMessages: readonly string[];
    }[];
  }[];
}

/** The tally of a step that only passes or fails. */
export function tallyOfScript(ok: boolean): Tally {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
}

/**
 * The tally of a Vitest run from its JSON report. A run that failed although no test did (a file
 * that could not be loaded, a project without tests, a crash before the report) has one failure.
 */
export function tallyOfTests(report: string | undefined, ok: boolean): Tally {
  const counts = parsed(report);
  const failed = counts.numFailedTests ?? 0;
  return {
    passed: counts.numPassedTests ?? 0,
    failed: ok ? failed : Math.max(1, failed),
    skipped: (counts.numPendingTests ?? 0) + (counts.numTodoTests ?? 0),
  };
}

/** The tests that failed, from Vitest's JSON report, in its order. */
export function failuresOf(report: string | undefined): Failure[] {
  const { testResults = [] } = parsed(report);
  return testResults.flatMap(({ name: file, status, message, assertionResults }): Failure[] => {
    const failed = assertionResults
      .filter((result) => result.status === "failed")
      .map(({ fullName: test, failureMessages }) => ({
        file,
        test,
        reason: firstLine(failureMessages[0] ?? ""),
      }));
    return failed.length > 0 || status !== "failed"
      ? failed
      : [{ file, test: undefined, reason: firstLine(message) }];
  });
}

export function sum(tallies: readonly Tally[]): Tally {
  const total: Tally = { passed: 0, failed: 0, skipped: 0 };
  for (const { passed, failed, skipped } of tallies) {
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
  return total;
}

/** `N passed, N failed, N skipped`: the line that machines read. */
export function closingLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

function parsed(report: string | undefined): Partial<VitestReport> {
  return report === undefined ? {} : (JSON.parse(report) as Partial<VitestReport>);
}

function firstLine(text: string): string {
  return /^.*/.exec(text.trim())?.[0] ?? "";
}
