import { COPY_ENDINGS } from "../domain/encodings.ts";
import type { Encoding } from "../domain/encodings.ts";
import { feedFormat, isFeedArchive } from "../domain/feed-formats.ts";

/** A file of a bundle, as its manifest lists it. */
export interface BundleFile {
  /** From the bundle's root. */
  path: string;
  bytes: number;
  /** In hex. */
  sha256: string;
  /** A packed copy of the file that has its name without the ending. */
  copyAs?: Encoding;
  /** A page in the place of one that was taken down. */
  gone?: true;
  /** Where it is public, it is stored packed; `bytes` and `sha256` are those of the plain file. */
  encoding?: Encoding;
}

/** The steps in which files are sent; each begins when the one before it has ended. */
export const UPLOAD_PHASES = ["new parts", "new pages", "changed", "fronts and feeds"] as const;

/** A step of an upload. */
export type UploadPhase = (typeof UPLOAD_PHASES)[number];

/** What makes a public bundle the new one. */
export interface UploadPlan {
  /** In the order of the new manifest. */
  send: Record<UploadPhase, BundleFile[]>;
  /** Paths that go when everything else is there. */
  remove: string[];
  /** How many files stay as they are. */
  unchanged: number;
}

/**
 * Compares the manifest of what is public with that of the new bundle. Files whose path is in `doubtful` are not
 * taken to be what the old manifest says: an upload that did not end may have sent or removed them.
 *
 * The order keeps readers from a page that points at something not there yet. What is new comes first, because
 * nothing public points at it: pictures, scripts and search files, then pages. Then what replaces something, and
 * last the front page, the feeds and the sitemaps, where readers and machines learn what is new.
 */
export function planUpload(
  before: readonly BundleFile[],
  after: readonly BundleFile[],
  doubtful: ReadonlySet<string>,
): UploadPlan {
  const known = new Map(before.map((file) => [file.path, file]));
  const send: UploadPlan["send"] = {
    "new parts": [],
    "new pages": [],
    changed: [],
    "fronts and feeds": [],
  };
  const stays = new Set<string>();
  let unchanged = 0;
  for (const file of after) {
    stays.add(file.path);
    const old = known.get(file.path);
    if (old !== undefined && isStoredAlike(old, file) && !doubtful.has(file.path)) unchanged += 1;
    else send[phaseOf(originalOf(file), old === undefined)].push(file);
  }
  const remove = [...new Set([...known.keys(), ...doubtful])].filter((path) => !stays.has(path));
  return { send, remove: remove.sort(), unchanged };
}

/** Whether a place holds the same bytes for two files. */
export function isStoredAlike(one: BundleFile, other: BundleFile): boolean {
  return one.sha256 === other.sha256 && one.encoding === other.encoding;
}

/** The files of a plan in the order in which they are sent. */
export function filesToSend({ send }: UploadPlan): BundleFile[] {
  return UPLOAD_PHASES.flatMap((phase) => send[phase]);
}

function phaseOf(path: string, isNew: boolean): UploadPhase {
  if (/^(?:index\.html|sitemap[^/]*\.xml|sitemaps\/.*)$/.test(path)) return "fronts and feeds";
  // Pages of the archive are there before a feed names them.
  if (feedFormat(path) !== undefined && !isFeedArchive(path)) return "fronts and feeds";
  if (!isNew) return "changed";
  return path.endsWith(".html") ? "new pages" : "new parts";
}

/** The path of the file of which a file is a packed copy; its own path where it is none. */
export function originalOf({ path, copyAs }: Pick<BundleFile, "path" | "copyAs">): string {
  return copyAs === undefined ? path : path.slice(0, -COPY_ENDINGS[copyAs].length);
}
