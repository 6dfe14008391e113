import { nameSeparator } from "../i18n/listed-names.ts";
import { indexedRecord } from "./indexed-record.ts";
import type { IndexedRecord } from "./indexed-record.ts";
import { ownIndex } from "./own-index.ts";
import { fragmentFile } from "./pagefind/fragment-file.ts";
import type { IndexFiles } from "./pagefind/index-format.ts";
import { readMadeIndex } from "./pagefind/made-index.ts";
import type { MadeIndex } from "./pagefind/made-index.ts";
import { recordPage } from "./pagefind/record-page.ts";
import { engineFilesOf, indexLanguage, pagefindService } from "./pagefind/service.ts";
import type { PagefindService } from "./pagefind/service.ts";
import { askTokens } from "./pagefind/token-words.ts";
import { packedFile, periodFiles } from "./period-files.ts";
import type { PeriodFiles } from "./period-files.ts";
import { preparedParts } from "./prepared-parts.ts";
import type { SearchRecord } from "./search-records.ts";
import { storedRecord } from "./stored-record.ts";
import { tokenBook } from "./token-book.ts";
import type { CachedTokens } from "./token-book.ts";
import { countWords } from "./word-counts.ts";

/**
 * Who makes the index of a period: the press, which asks Pagefind once for each token, or Pagefind, which is handed
 * every article. The bytes are the same.
 */
export type IndexMaker = "press" | "pagefind";

/** What makes the indexes of all the periods of a build. */
export interface Indexer {
  /**
   * Indexes the articles of a period. Records go in one by one in the order given, newest first, so equal records
   * give equal bytes. Throws with Pagefind's reasons.
   */
  indexPeriod: (records: Iterable<SearchRecord>, watch?: PeriodWatch) => Promise<PeriodFiles>;
  /** What browsers search with. */
  engine: () => Promise<IndexFiles>;
  close: () => Promise<void>;
}

/** What goes with the indexing of a period. */
export interface PeriodWatch {
  /** Is called after each record. */
  onIndexed?: () => void;
  /** Opens what is known of the period's tokens from before; called by who asks for tokens. */
  openKept?: () => CachedTokens;
}

/**
 * Languages of which Pagefind makes every index, each with what would differ in one by the press. There is none: of
 * each language that has a stemmer, tests/build/own-index.long.test.ts compares both.
 */
const MADE_BY_PAGEFIND: Readonly<Record<string, string>> = {};

/** Begins to index a publication in `language`. Pagefind is started when it is first needed. */
export function startIndexer(language: string, maker: IndexMaker = "press"): Indexer {
  const ownLanguage = indexLanguage(language);
  const separator = nameSeparator(language);
  const service = pagefindService(ownLanguage);
  const isOurs = maker === "press" && !Object.hasOwn(MADE_BY_PAGEFIND, ownLanguage);
  const makeIndex = isOurs ? stetMaker(service) : pagefindMaker(service);
  return {
    indexPeriod: async (records, watch = {}) => {
      const counts = countWords();
      const texts: Uint8Array[] = [];
      const indexed = function* (): Generator<IndexedRecord> {
        for (const record of records) {
          const stored = storedRecord(record, separator);
          const parts = preparedParts(stored);
          counts.add(parts);
          texts.push(packedFile(fragmentFile(stored)));
          yield indexedRecord(record, parts, ownLanguage);
        }
      };
      const made = await makeIndex(indexed(), watch);
      return periodFiles(made, texts, counts.words());
    },
    engine: () => engineFilesOf(service),
    close: service.close,
  };
}

type MakeIndex = (records: Iterable<IndexedRecord>, watch: PeriodWatch) => Promise<MadeIndex>;

function stetMaker(service: PagefindService): MakeIndex {
  const book = tokenBook((tokens, weights) => askTokens(service, tokens, weights));
  return async (records, { onIndexed, openKept }) => {
    const index = ownIndex();
    for (const record of records) {
      index.add(record);
      onIndexed?.();
    }
    return index.made(await book.look(index.tokens(), openKept?.()));
  };
}

function pagefindMaker(service: PagefindService): MakeIndex {
  return async (records, { onIndexed }) => {
    const pages = function* () {
      for (const record of records) yield { url: record.path, content: recordPage(record) };
    };
    return readMadeIndex(await service.indexPages(pages(), onIndexed));
  };
}
