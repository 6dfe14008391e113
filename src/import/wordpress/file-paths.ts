import type { ArchiveFile } from "../archive.ts";

/** Keeps files apart whose paths in `public/` are the same, or the same but for case. */
export class FilePaths {
  private readonly taken = new Set<string>();

  /** The file, at a path of its own. */
  apart(file: ArchiveFile): ArchiveFile {
    if (!("public" in file.target)) return file;
    const wanted = file.target.public;
    let path = wanted;
    for (let number = 2; this.taken.has(path.toLowerCase()); number += 1) {
      const dot = wanted.lastIndexOf(".");
      const end = dot > wanted.lastIndexOf("/") ? dot : wanted.length;
      path = `${wanted.slice(0, end)}-${number}${wanted.slice(end)}`;
    }
    this.taken.add(path.toLowerCase());
    return { ...file, target: { public: path } };
  }
}
