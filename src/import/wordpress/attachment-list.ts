import type { ArchiveFile, ArchiveText } from "../archive.ts";
import { attachmentFile } from "./attachment-file.ts";
import { detached } from "./detached.ts";
import { FilePaths } from "./file-paths.ts";
import type { UploadsFolder } from "../uploads-folder.ts";
import { textIn } from "./wxr-element.ts";
import type { WxrElement } from "./wxr-element.ts";

/** The files of a site. */
export class AttachmentList {
  readonly files: ArchiveFile[] = [];
  readonly paths = new FilePaths();
  /** By the number of the item that they belong to. */
  private readonly attached = new Map<string, { key: string; order: number }[]>();

  /** Takes an attachment; gives its file, or undefined where it names none. */
  add(
    item: WxrElement,
    key: string,
    site: { root: string; uploads: UploadsFolder | undefined },
  ): ArchiveFile | undefined {
    const made = attachmentFile(item, key, site);
    if (made === undefined) return undefined;
    const file = detached(this.paths.apart(made));
    this.files.push(file);
    const parent = textIn(item, "wp:post_parent");
    if (!/^[1-9]\d*$/.test(parent)) return file;
    const order = Number(textIn(item, "wp:menu_order")) || 0;
    const others = this.attached.get(parent);
    if (others === undefined) this.attached.set(detached(parent), [{ key: file.key, order }]);
    else others.push({ key: file.key, order });
    return file;
  }

  /** Marks the files that belong to those of the texts that were not public. */
  markDrafts(texts: readonly Pick<ArchiveText, "key" | "state">[]): void {
    const drafts = texts.filter(({ state }) => state === "draft");
    const own = new Set(drafts.flatMap(({ key }) => this.of(key)));
    for (const file of this.files) if (own.has(file.key)) file.isOfDraft = true;
  }

  /** Keys of the files that belong to the item of that number, in their order. */
  of(number: string): string[] {
    const attached = this.attached.get(number) ?? [];
    return attached.toSorted((a, b) => a.order - b.order).map(({ key }) => key);
  }
}
