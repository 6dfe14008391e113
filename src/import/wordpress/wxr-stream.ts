import { createReadStream } from "node:fs";
import { SaxesParser } from "saxes";
import { ArchiveError } from "../archive.ts";
import { EXPORT_AGAIN, unreadableFile, wrongFileKind } from "./file-kind.ts";
import { htmlEntity } from "../html-text.ts";
import { InvalidUtf8, Utf8Decoder } from "./utf8-decoder.ts";
import { WxrBuilder } from "./wxr-builder.ts";
import type { WxrElement } from "./wxr-element.ts";
import { xmlFault } from "./xml-faults.ts";

/** What is told while a file is read. */
export interface WxrListener {
  onBytes?: (count: number) => void;
  /** A sentence on something that was mended in reading. */
  onNote?: (note: string) => void;
}

/**
 * The elements of an export's channel, in order, each when it is complete: no more than one of them is in memory.
 * Nothing but the file is read. Throws ArchiveError with the file, line and column of the first fault.
 */
export async function* wxrElements(
  file: string,
  { onBytes, onNote }: WxrListener = {},
): AsyncGenerator<WxrElement> {
  const reading = new WxrReading(file);
  let isFirst = true;
  try {
    for await (const chunk of createReadStream(file) as AsyncIterable<Uint8Array>) {
      if (isFirst) reading.begin(chunk);
      isFirst = false;
      yield* reading.write(chunk);
      onBytes?.(chunk.length);
    }
  } catch (error) {
    throw reading.failure(error);
  }
  if (isFirst) reading.begin(new Uint8Array());
  yield* reading.end();
  for (const note of reading.notes()) onNote?.(note);
}

class WxrReading {
  private readonly file: string;
  private readonly parser = new SaxesParser({ xmlns: true });
  private readonly decoder = new Utf8Decoder();
  private readonly builder = new WxrBuilder();
  private controls = 0;
  private root = "";

  constructor(file: string) {
    this.file = file;
    const { parser, builder } = this;
    // Names of HTML's entities come through filters of themes and plugins. None of them contains another.
    parser.ENTITIES = new Proxy(parser.ENTITIES, {
      get: (known, name) =>
        typeof name === "string" ? (known[name] ?? htmlEntity(name)) : undefined,
    });
    parser.on("opentag", (tag) => {
      if (this.root === "") this.root = tag.name;
      builder.openTag(tag, parser.line);
      if (builder.depth > DEEPEST)
        this.fail(
          `More than ${DEEPEST} elements are in each other, which no export has. Find out where the file comes from; ${EXPORT_AGAIN}`,
        );
    });
    parser.on("text", (text) => builder.text(text));
    parser.on("cdata", (text) => builder.text(text));
    parser.on("closetag", () => builder.closeTag());
    parser.on("doctype", (text) => this.checkDoctype(text));
    parser.on("error", ({ message }) => {
      const what = xmlFault(message);
      if (what !== undefined) this.fail(what);
    });
  }

  /** Looks at how the file begins. */
  begin(start: Uint8Array): void {
    const wrong = wrongFileKind(start);
    if (wrong !== undefined) throw this.error(`${wrong.what}. ${wrong.remedy}`, "1:1");
  }

  write(chunk: Uint8Array): WxrElement[] {
    return this.parse(this.decoder.decode(chunk));
  }

  end(): WxrElement[] {
    try {
      const last = this.parse(this.decoder.decode());
      this.parser.close();
      if (!this.builder.hasWordPress) throw this.error(NOT_WXR(this.root), "1:1");
      return last;
    } catch (error) {
      throw this.failure(error);
    }
  }

  notes(): string[] {
    if (this.controls === 0) return [];
    const what =
      this.controls === 1 ? "1 control character" : `${this.controls} control characters`;
    return [`${this.file}: ${what} that XML does not allow, left out of the texts`];
  }

  /** What is thrown in place of an error of the parts below. */
  failure(error: unknown): unknown {
    if (error instanceof InvalidUtf8)
      return this.error(
        "The bytes from here are not UTF-8, so characters would be lost. Convert the file, for instance with `iconv -f WINDOWS-1252 -t UTF-8`.",
        `${error.line}:${error.column}`,
      );
    return unreadableFile(this.file, error) ?? error;
  }

  private parse(text: string): WxrElement[] {
    const clean = text.replace(NOT_XML, () => {
      this.controls += 1;
      return "";
    });
    this.parser.write(clean);
    const taken = this.builder.take();
    for (const element of taken) this.checkVersion(element);
    return taken;
  }

  private checkDoctype(text: string): void {
    if (/<!ENTITY/i.test(text))
      this.fail(
        `The file declares entities of its own, which no WordPress export does, and Stet does not expand. Find out where the file comes from; ${EXPORT_AGAIN}`,
      );
  }

  private checkVersion({ name, text, line }: WxrElement): void {
    if (name !== "wp:wxr_version" || /^1\.[012]$/.test(text.trim())) return;
    const version = text.trim().slice(0, 20);
    throw this.error(
      `The version of the export is \`${version}\`; Stet reads 1.0, 1.1 and 1.2, which WordPress writes. Export the site with WordPress itself: ${EXPORT_AGAIN}`,
      `${line}:1`,
    );
  }

  /** Ends reading at once, where the parser is. */
  private fail(what: string): never {
    throw this.error(what, `${this.parser.line}:${this.parser.column + 1}`);
  }

  private error(what: string, position: string): ArchiveError {
    return new ArchiveError(`${this.file}:${position}: ${what}`);
  }
}

/** Elements in each other that are read: WordPress writes six. */
const DEEPEST = 1000;

/** What XML 1.0 does not allow. WordPress writes what was pasted into it. */
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

const NOT_WXR = (root: string): string =>
  root === "rss"
    ? `The file is an RSS feed, not a WordPress export: nothing in it is in the namespace of WordPress. A feed has only the newest articles: ${EXPORT_AGAIN}`
    : `The file is XML, but not a WordPress export: its root is \`<${root}>\`, not \`<rss>\` with the namespace of WordPress. Instead, ${EXPORT_AGAIN}`;
