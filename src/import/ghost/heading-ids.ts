/** The ids that Ghost gives the headings of a text, which its own links lead to. */
export class HeadingIds {
  readonly #used = new Map<string, number>();

  /** The id of the next heading. */
  idOf(heading: string): string {
    const id = heading
      .trim()
      .toLowerCase()
      .replace(/[\][!"#$%&'()*+,./:;<=>?@\\^_{|}~]/g, "")
      .replace(/\s+/g, "-")
      .replace(/^-|-{2,}|-$/g, "");
    const count = this.#used.get(id) ?? 0;
    this.#used.set(id, count + 1);
    return count === 0 ? id : `${id}-${count}`;
  }
}
