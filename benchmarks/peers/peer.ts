import type { Corpus, MadeArticle } from "../corpus/made-article.ts";
import type { Command } from "../run-measured.ts";

/** Another generator with one template, which the press is measured against. */
export interface Peer {
  /** As `--peer` takes it. */
  name: string;
  /** As tables have it. */
  title: string;
  /** The most articles it is asked to take; without it, as many as the press. */
  most?: number;
  /** Finds the program or installs it. Throws ToolMissing, with one line that says what to do. */
  prepare: (folders: PeerFolders) => Promise<ReadyPeer>;
}

/** Where peers work; folders are absolute. */
export interface PeerFolders {
  /** The checkout. */
  root: string;
  /** The folder of the benchmark. */
  folder: string;
}

/** A peer that can be run. */
export interface ReadyPeer {
  /** Name and version of the program. */
  version: string;
  /** The folder of its site, which the benchmark empties. */
  site: string;
  /** Writes a site from nothing. */
  write: (corpus: Corpus) => void;
  /** Writes one article more. */
  writeOne: (article: MadeArticle, corpus: Corpus) => void;
  /** Prints the site into `out` below it. */
  build: Omit<Command, "folder">;
}

/** What programs are given of the environment, and what a peer adds to it. */
export function peerEnvironment(more: Record<string, string> = {}): Command["environment"] {
  return { PATH: process.env["PATH"], HOME: process.env["HOME"], ...more };
}
