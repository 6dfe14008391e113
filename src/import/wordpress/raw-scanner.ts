/** What a scanner tells. Names are without prefixes; the name of what is around an element is empty at the root. */
export interface ScannerListener {
  onStart: (name: string, parent: string, isWordPress: boolean) => void;
  /** `text` is what stands in the element itself, without blanks around it, and cut off if it is long. */
  onEnd: (name: string, parent: string, isWordPress: boolean, text: string) => void;
}

interface OpenElement {
  name: string;
  isWordPress: boolean;
  text: string;
  /** Prefixes that stand for something else below it than above. */
  bound: ReadonlyMap<string, boolean> | undefined;
}

const LONGEST_TEXT = 100;
const LONGEST_TAG = 1_000_000;

/** Sections that are skipped, or whose text is taken as it is. */
const SECTIONS = [
  { start: "<![CDATA[", end: "]]>", isText: true },
  { start: "<!--", end: "-->", isText: false },
  { start: "<?", end: "?>", isText: false },
  { start: "<!", end: ">", isText: false },
];

/** Finds elements in chunks of XML, with as little understanding as that takes. */
export class RawScanner {
  private readonly listener: ScannerListener;
  private readonly open: OpenElement[] = [];
  private rest = "";
  private section: (typeof SECTIONS)[number] | undefined;

  constructor(listener: ScannerListener) {
    this.listener = listener;
  }

  /** Takes the next bytes, each as a character. */
  write(chunk: string): void {
    let text = this.rest + chunk;
    for (;;) {
      const used =
        this.section === undefined ? this.outside(text) : this.inside(text, this.section);
      if (used === 0) break;
      text = text.slice(used);
    }
    this.rest = text;
  }

  /** Reads on in a section; gives how much was read. */
  private inside(text: string, { end, isText }: (typeof SECTIONS)[number]): number {
    const at = text.indexOf(end);
    const length = at < 0 ? Math.max(0, text.length - end.length + 1) : at;
    if (isText) this.addText(text.slice(0, length));
    if (at < 0) return length;
    this.section = undefined;
    return at + end.length;
  }

  private outside(text: string): number {
    const at = text.indexOf("<");
    if (at !== 0) {
      this.addText(at < 0 ? text : text.slice(0, at));
      return at < 0 ? text.length : at;
    }
    // Long enough to tell sections apart.
    if (text.length < 9 && (text === "" || /^<!?(?:\[[A-Z]*\[?|-?)$/.test(text))) return 0;
    const section = SECTIONS.find(({ start }) => text.startsWith(start));
    if (section !== undefined) {
      this.section = section;
      return section.start.length;
    }
    const end = endOfTag(text);
    if (end < 0) return text.length > LONGEST_TAG ? text.length : 0;
    this.tag(text.slice(1, end));
    return end + 1;
  }

  private addText(text: string): void {
    const element = this.open.at(-1);
    if (element !== undefined && element.text.length < LONGEST_TEXT)
      element.text += text.slice(0, LONGEST_TEXT);
  }

  private tag(tag: string): void {
    if (tag.startsWith("/")) {
      this.close();
      return;
    }
    const name = /^[^\s/>]+/.exec(tag)?.[0] ?? "";
    const bound = tag.includes("xmlns") ? bindings(tag) : undefined;
    const colon = name.indexOf(":");
    const prefix = colon < 0 ? "" : name.slice(0, colon);
    const isWordPress = bound?.get(prefix) ?? this.isBoundToWordPress(prefix);
    const parent = this.open.at(-1)?.name ?? "";
    const local = name.slice(colon + 1);
    this.open.push({ name: local, isWordPress, text: "", bound });
    this.listener.onStart(local, parent, isWordPress);
    if (tag.endsWith("/")) this.close();
  }

  private close(): void {
    const element = this.open.pop();
    if (element === undefined) return;
    const parent = this.open.at(-1)?.name ?? "";
    this.listener.onEnd(element.name, parent, element.isWordPress, element.text.trim());
  }

  private isBoundToWordPress(prefix: string): boolean {
    for (let at = this.open.length - 1; at >= 0; at -= 1) {
      const bound = this.open[at]?.bound?.get(prefix);
      if (bound !== undefined) return bound;
    }
    return false;
  }
}

/** Where a tag ends: at a `>` that is in no value. -1 where it goes on in the next chunk. */
function endOfTag(text: string): number {
  const plain = text.indexOf(">");
  if (plain < 0 || !/["']/.test(text.slice(0, plain))) return plain;
  let quote = "";
  for (let at = 1; at < text.length; at += 1) {
    const sign = text[at] ?? "";
    if (quote !== "") quote = sign === quote ? "" : quote;
    else if (sign === ">") return at;
    else if (sign === '"' || sign === "'") quote = sign;
  }
  return -1;
}

/** The prefixes that a tag binds, and whether to WordPress. */
function bindings(tag: string): Map<string, boolean> {
  const bound = new Map<string, boolean>();
  for (const [, prefix = "", , uri = ""] of tag.matchAll(
    /\sxmlns(?::([^\s=]{1,100}))?=(["'])([^"']{0,500})/g,
  ))
    bound.set(prefix, /^https?:\/\/wordpress\.org\/export\/1\.\d{1,3}\/?$/.test(uri));
  return bound;
}
