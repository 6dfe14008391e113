import { UPLOAD_PHASES } from "../deploy/upload-plan.ts";
import type { UploadPlan } from "../deploy/upload-plan.ts";
import { formatBytes, formatCount } from "./outcome.ts";

/** What an upload sends, for people: files and bytes of each step, what goes and what stays. */
export function formatUpload({ send, remove, unchanged }: UploadPlan): string {
  const rows: [name: string, files: string, bytes: string][] = [
    ...UPLOAD_PHASES.map((phase): [string, string, string] => {
      const bytes = send[phase].reduce((sum, file) => sum + file.bytes, 0);
      return [phase, formatCount(send[phase].length), formatBytes(bytes)];
    }),
    ["removed", formatCount(remove.length), ""],
    ["unchanged", formatCount(unchanged), ""],
  ];
  const width = (column: 0 | 1 | 2): number => Math.max(...rows.map((row) => row[column].length));
  const [names, files, sizes] = [width(0), width(1), width(2)];
  return rows
    .map(([name, count, size]) =>
      `${name.padEnd(names)}  ${count.padStart(files)}  ${size.padStart(sizes)}`.trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join("");
}
