import type { Content } from "./good-publication.ts";

/** The folders of one run, absolute. */
export interface Folders {
  content: string;
  out: string;
  /** A folder beside the content folder, for what must not be reached. */
  outside: string;
}

/** One way to spoil a sound publication, and what an author is told. */
export interface BadInput {
  /** What is wrong, as the end of the sentence "refuses …" or "warns of …". */
  name: string;
  /** Files written over the sound publication; `null` removes one. */
  files?: Readonly<Record<string, Content | null>>;
  /** What files alone cannot do: links, rights, pictures made for the purpose. */
  arrange?: (folders: Folders) => void | Promise<void>;
  /** Settings in place of the usual ones. */
  environment?: (folders: Folders) => Readonly<Record<string, string>>;
  /** Only worth trying where rights bind the user who runs the build. */
  bound?: boolean;
  /** So much of something that it may cost a process its memory or its time. */
  heavy?: boolean;
  /** Whether it matters how the lines of the files are shown. */
  frames?: boolean;
  exit: number;
  /** Every diagnostic, as `code file:line:column`, in the order of the report. */
  diagnostics: readonly string[];
}
