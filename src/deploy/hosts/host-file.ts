import type { Hosting, QueryRule } from "../hosting.ts";

/** A file that a host is set up with. */
export interface HostFile {
  /** Its name; its path in the bundle, if the host reads it there. */
  path: string;
  text: string;
}

/** How a host is set up. */
export interface HostWriter {
  /** What people call it. */
  name: string;
  write: (hosting: Hosting) => HostFile[];
  /** What people have to know or do, as sentences: also what the host cannot do for this publication. */
  notes: (hosting: Hosting) => string[];
}

/** Most that a line of these files may have, in characters: hosts refuse longer ones. */
export const LONGEST_LINE = 2000;

/** The first lines of a file that allows comments, behind `#`. */
export function about(...lines: string[]): string[] {
  return [
    ...lines,
    "Written by Stet from site.yaml and redirects.yaml: change those, and write it anew.",
  ].map((line) => `# ${line}`);
}

/** The address of the file that a page lies in. */
export function fileAddress(path: string): string {
  return path.endsWith("/") ? `${path}index.html` : path;
}

/** The addresses that a page is asked for at: its own and, of the index of a folder, that of the file. */
export function pageAddresses(path: string): string[] {
  return [...new Set([path, fileAddress(path)])];
}

/** The addresses that a parameter is looked for at: the front page, and its script in many old systems. */
export function frontAddresses(base: string): string[] {
  return [base, `${base}index.php`];
}

/** The value of a parameter that leads on, as a regular expression: nothing in it leads elsewhere. */
export const QUERY_VALUE = "[0-9A-Za-z_-]{1,100}";

/** A query with that parameter, wherever it stands, as a regular expression whose first group is the value. */
export function queryPattern({ name }: QueryRule): string {
  return `(?:^|&)${name}=(${QUERY_VALUE})(?:&|$)`;
}

/** A text for a regular expression. */
export function literally(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
