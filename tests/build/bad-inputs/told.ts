/** One diagnostic in a report: `place  severity  code`, and the lines below. */
const HEADING = /^(\S.*):(\d+:\d+)( {2}(?:error|warning|hint) {2}\S+)$/;
/** The line that a diagnostic is about, and the marks below it. */
const FRAME = /^ *(?:\d+ \| .*|\| \s*\^+)$/;
/** What ends a report: counts of diagnostics and of articles, and that nothing was written. */
const CLOSING =
  /^(?:\d.* in [\d,]+ files?\.|[\d,]+ articles?.*\.|Nothing was written: the errors above come first\.)$/;

/**
 * What a report tells, each message once, with all the places that it is given for; without what ends every report,
 * and, unless `frames` asks for them, without the lines of the files.
 */
export function told(report: string, { frames = false } = {}): string {
  const messages = new Map<string, Map<string, string[]>>();
  for (const block of report.split(/\n\n(?=\S)/)) {
    const [first = "", ...rest] = block
      .split("\n")
      .filter((line) => line !== "" && !CLOSING.test(line) && (frames || !FRAME.test(line)));
    const [, file, location = "", label = first] = HEADING.exec(first) ?? [];
    const message = [label, ...rest].join("\n");
    if (message === "") continue;
    const places = messages.get(message) ?? new Map<string, string[]>();
    if (file !== undefined) places.set(file, [...(places.get(file) ?? []), location]);
    messages.set(message, places);
  }
  return [...messages].map(([message, places]) => `${list(places)}${message}\n`).join("\n");
}

function list(places: ReadonlyMap<string, readonly string[]>): string {
  return [...places].map(([file, inFile]) => `${file}:${inFile.join(" ")}`).join(", ");
}
