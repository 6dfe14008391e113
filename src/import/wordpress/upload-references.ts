import type { ArchiveFile } from "../archive.ts";
import { detached } from "./detached.ts";
import type { FilePaths } from "./file-paths.ts";
import { originalAddresses, originalPaths } from "./image-sizes.ts";
import { uploadPath } from "./upload-path.ts";
import type { UploadsFolder } from "../uploads-folder.ts";
import { urlOf } from "../web-address.ts";

const UPLOADS = "/wp-content/uploads/";
const BEHIND = /[^\s"'<>()[\]?#\\]{1,300}/y;
/** Longest beginning of an address before the path of uploads. */
const LONGEST_HOST = 200;

/**
 * Uploads that bodies name. An export of posts alone has no attachments; what the bodies name is found in the folder of
 * uploads nevertheless.
 */
export class UploadReferences {
  private readonly addresses = new Set<string>();

  /** Takes the addresses of uploads in a body. */
  add(body: string): void {
    for (let at = body.indexOf(UPLOADS); at >= 0; at = body.indexOf(UPLOADS, at + 1)) {
      BEHIND.lastIndex = at + UPLOADS.length;
      const path = BEHIND.exec(body)?.[0];
      if (path === undefined || !/\.[A-Za-z\d]{2,5}$/.test(path)) continue;
      const before = body.slice(Math.max(0, at - LONGEST_HOST), at);
      const host = /(?:https?:)?\/\/[^\s"'<>()[\]]{1,190}$/.exec(before)?.[0] ?? "";
      const address = host + UPLOADS + path;
      if (!this.addresses.has(address)) this.addresses.add(detached(address));
    }
  }

  /** The files in the folder of uploads that only bodies name, with all addresses by which they do. */
  files(
    known: readonly ArchiveFile[],
    { root, uploads, paths }: { root: string; uploads: UploadsFolder; paths: FilePaths },
  ): ArchiveFile[] {
    const listed = new Set(known.flatMap((file) => file.addresses));
    const sources = new Map<string, ArchiveFile>();
    for (const file of known) if (file.source !== undefined) sources.set(file.source, file);
    const found: ArchiveFile[] = [];
    for (const address of this.addresses) {
      const url = urlOf(address, root);
      if (url === undefined || listed.has(url.href)) continue;
      if (originalAddresses(url).some(({ href }) => listed.has(href))) continue;
      const path = uploadPath(url, root);
      const originals = path.candidates.flatMap((name) => originalPaths(name));
      const source = uploads.find([...originals, ...path.candidates]);
      if (source === undefined) continue;
      const file = sources.get(source);
      if (file !== undefined) file.addresses.push(url.href);
      else {
        const isSized = uploads.find(path.candidates) !== source;
        const target = isSized ? (originalPaths(path.target)[0] ?? path.target) : path.target;
        const made = {
          key: `upload:${path.below}`,
          addresses: [url.href],
          source,
          target: { public: target },
        };
        const added = paths.apart(made);
        sources.set(source, added);
        found.push(added);
      }
    }
    return found;
  }
}
