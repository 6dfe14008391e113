import { resolve } from "node:path";

/** Where a media store is: an absolute folder, or what rclone calls a remote. */
export type MediaTarget = { kind: "folder"; folder: string } | { kind: "remote"; remote: string };

/**
 * What `media` in `site.yaml` names: a remote has a colon before the first slash, as in `store:paper/media` (rclone's
 * own notation); anything else is a folder, whose path starts at the content folder. A letter alone before the colon is
 * a drive of Windows.
 */
export function mediaTarget(from: string, content: string): MediaTarget {
  return /^(?![a-z]:)[^/\\]*:/i.test(from)
    ? { kind: "remote", remote: from }
    : { kind: "folder", folder: resolve(content, from) };
}
