import type { Archive, ArchiveText, LeftOut } from "../archive.ts";
import { candidatePaths, candidateTexts } from "./body-references.ts";
import { splitFrontMatter } from "./front-matter.ts";
import { headline, plainBody, withExcerpt } from "./body-excerpt.ts";
import { isPlaced } from "./generator.ts";
import type { Generator, PlacedText, SourceText } from "./generator.ts";
import { People } from "./people.ts";
import { comparablePath, wholeAddress } from "./source-addresses.ts";
import { SourceFiles } from "./source-files.ts";
import type { ReferringText } from "./source-files.ts";
import { sourceKind, usedOf } from "./source-folder.ts";
import type { SourceFolder } from "./source-folder.ts";
import { ClaimedAddresses } from "./claimed-addresses.ts";
import { Terms } from "./terms.ts";
import { TextIndex } from "./text-index.ts";
import { writtenImage } from "./text-image.ts";
import { listedAddresses, textMeaning } from "./text-meaning.ts";
import { mergedValues, pick, textOf } from "./values.ts";

/** A body to be read again when its turn comes, with what its converter needs to know. */
export interface ReadBody {
  key: string;
  path: string;
  details: () => Record<string, string>;
}

/** A text of the site with what its generator makes of it. */
interface FoundText extends SourceText {
  placed: PlacedText;
  title: string;
  refers: ReferringText;
  paths: readonly string[];
  names: readonly string[];
}

/** Reads the texts of a source folder. */
export class ReadSource {
  bodies: ReadBody[] = [];
  readonly #folder: SourceFolder;
  readonly #generator: Generator;
  readonly #faults: string[];
  readonly #now: number;
  readonly #people: People;
  readonly #terms: Terms;
  readonly #leftOut: LeftOut[] = [];
  readonly #notes: { file?: string; what: string }[] = [];
  readonly #redirects: Archive["redirects"] = [];
  readonly #index = new TextIndex();

  constructor(
    folder: SourceFolder,
    generator: Generator,
    options: { faults: string[]; now: number },
  ) {
    this.#folder = folder;
    this.#generator = generator;
    this.#faults = options.faults;
    this.#now = options.now;
    this.#people = new People(folder, generator, options.faults);
    this.#terms = new Terms(generator);
  }

  /** Reads everything; faults of single files are added to the list that was given. */
  read(onProgress: (done: number, all: number) => void): Archive {
    const paths = this.#folder.paths.filter((path) => sourceKind(path) === "text");
    const found = paths.flatMap((path, at) => {
      onProgress(at, paths.length);
      return this.#find(path) ?? [];
    });
    onProgress(paths.length, paths.length);
    const addresses = new Map(
      found.flatMap(({ path, placed: { address } }) =>
        address === undefined ? [] : [[path, address] as const],
      ),
    );
    for (const [path, address] of addresses) this.#index.add(path, address);
    const files = new SourceFiles(this.#folder, this.#generator, (path) => addresses.get(path));
    const taken = new ClaimedAddresses(this.#generator.base);
    for (const [path, address] of addresses) taken.keep(path, address);
    const texts = found.map((text) => this.#text(text, files, taken));
    const { files: all, leftOut } = files.all((path) => path);
    for (const { path, why } of this.#folder.refused)
      this.#leftOut.push({ kind: "link", key: path, title: path, why });
    return {
      site: this.#generator.site,
      authors: this.#people.all(),
      terms: this.#terms.all(),
      texts: texts.map((text) => ({ ...text, ...this.#notesOf(text.key) })),
      files: all.map((file) => ({ ...file, counted: sourceKind(file.key) })),
      menus: this.#generator.menus,
      redirects: this.#redirects,
      leftOut: [...this.#leftOut, ...leftOut],
      used: usedOf(texts, all),
      notes: [...this.#generator.notes, ...this.#notes]
        .filter(({ file }) => !texts.some(({ key }) => key === file))
        .map(({ file, what }) => (file === undefined ? what : `${file}: ${what}`)),
    };
  }

  #notesOf(key: string): Pick<ArchiveText, "notes"> {
    const notes = this.#notes.flatMap(({ file, what }) => (file === key ? [what] : []));
    return notes.length === 0 ? {} : { notes };
  }

  #find(path: string): FoundText | undefined {
    const leave = (why: string): undefined => {
      this.#leftOut.push({ kind: "text", key: path, title: path, why });
    };
    if (this.#people.files.has(path)) return leave("it says who an author is, and became one");
    if (!this.#generator.isText(path)) return leave("it lies where the site has no texts");
    const read = this.#folder.text(path);
    if ("faults" in read) {
      this.#faults.push(...read.faults);
      return undefined;
    }
    if (read.hadControls === true)
      this.#notes.push({
        file: path,
        what: "control characters, which nobody sees, were left out",
      });
    const own = splitFrontMatter(read.text);
    if (own.faults.length > 0) {
      this.#faults.push(
        ...own.faults.map(({ line, column, what }) => `${path}:${line}:${column}: ${what}`),
      );
      return undefined;
    }
    const values = mergedValues(this.#generator.defaults(path), own.values);
    const placed = this.#generator.place({ path, values, own });
    if (!isPlaced(placed)) return this.#noText(path, values, own.body, placed);
    const bare =
      placed.address === undefined
        ? ""
        : comparablePath(placed.address).slice(this.#generator.base.length);
    if (placed.address !== undefined && (bare === "" || bare === "/"))
      return leave("it is the front page, which Stet makes itself");
    if (/^\/404$/.test(bare))
      return leave("it is the page for addresses that there are not, which Stet makes itself");
    const to = textOf(values, "redirect_to", "redirectTo");
    if (to !== undefined && placed.address !== undefined) {
      this.#redirects.push({ from: wholeAddress(placed.address, this.#generator.site.url), to });
      return leave(`it only led on to ${to}`);
    }
    return {
      path,
      own: { ...own, body: "" },
      placed,
      title: textOf(values, "title") ?? headline(own.body) ?? placed.title ?? placed.slug,
      refers: { path, slug: placed.slug, ...pick("address", placed.address) },
      paths: candidatePaths(own.body),
      names: candidateTexts(own.body),
      values: withExcerpt(values, own.body),
    };
  }

  #noText(
    path: string,
    values: SourceText["values"],
    body: string,
    placed: Exclude<ReturnType<Generator["place"]>, PlacedText>,
  ): undefined {
    const leave = (why: string): void =>
      void this.#leftOut.push({ kind: "text", key: path, title: path, why });
    if ("leftOut" in placed) leave(placed.leftOut);
    else if ("category" in placed) {
      const { name, title, kind } = placed.category;
      const written = plainBody(body);
      const description =
        textOf(values, "description", "summary") ?? (written === "" ? undefined : written);
      this.#terms.describe(kind, name, {
        ...pick("name", title),
        ...pick("description", description),
        addresses: [],
      });
      leave(`it describes the ${kind} ${title ?? name}`);
    } else leave(`it only led on to ${placed.redirect}`);
    return undefined;
  }

  #text(found: FoundText, files: SourceFiles, taken: ClaimedAddresses): ArchiveText {
    const { path, values, own, placed, title, refers } = found;
    const { url } = this.#generator.site;
    const note = (what: string): void => void this.#notes.push({ file: path, what });
    for (const what of placed.notes ?? []) note(what);
    const { fields, faults } = textMeaning(values, placed, {
      zones: this.#generator.zones,
      now: this.#now,
    });
    for (const { key, what } of faults)
      this.#faults.push(`${path}:${own.lineOf(key)}: ${key}: ${what}`);
    const { slug, addresses, notes } = taken.claim(path, placed, listedAddresses(values));
    for (const what of notes) note(what);
    const written = writtenImage(values);
    const file = written === undefined ? undefined : files.find(written.src, refers);
    if (written !== undefined && file === undefined)
      note(`its lead picture ${written.src} is not in the folder, so it has none`);
    if (file !== undefined) files.use(file, { ...refers, slug });
    for (const one of found.paths) {
      const used = files.find(one, refers);
      if (used !== undefined) files.use(used, { ...refers, slug });
    }
    const refs = Object.fromEntries(
      found.names.flatMap((name) => {
        const address = this.#index.find(name, path);
        return address === undefined ? [] : [[name, wholeAddress(address, url)]];
      }),
    );
    const fileRefs = Object.fromEntries(
      found.paths.flatMap((name) => {
        const used = files.find(name, refers);
        return used === undefined ? [] : [[name, used]];
      }),
    );
    this.bodies.push({
      key: path,
      path,
      details: () => ({
        title,
        base: this.#generator.base,
        texts: JSON.stringify(refs),
        files: JSON.stringify(fileRefs),
        variables: JSON.stringify({ ...this.#generator.variables, page: values }),
      }),
    });
    if (fields.language === this.#generator.site.language) delete fields.language;
    return {
      key: path,
      origin: { file: path },
      kind: placed.kind,
      title,
      slug,
      state: "public",
      authors: this.#people.keysOf(values),
      terms: this.#terms.keysOf(values, placed.categories ?? []),
      addresses: addresses.map((one) => wholeAddress(one, url)),
      ...fields,
      ...(file === undefined || written === undefined
        ? {}
        : {
            image: {
              file,
              ...pick("alt", written.alt),
              ...pick("caption", written.caption),
              ...pick("credit", written.credit),
            },
          }),
    };
  }
}
