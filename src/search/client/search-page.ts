import { ENDED_KIND } from "../../site/kind-label.ts";
import { FACETS } from "../facets.ts";
import { askWorker } from "./ask-worker.ts";
import { chooseFacets, chosenFacets, showCounts } from "./facet-selects.ts";
import type { FacetSelects } from "./facet-selects.ts";
import { isPageReplaced } from "./page-edition.ts";
import { addResults } from "./result-list.ts";
import type { ResultList } from "./result-list.ts";
import { isSearch, isWorthTyping, readState, writeState } from "./search-state.ts";
import { saidOf } from "./search-words.ts";
import type { SearchWords } from "./search-words.ts";

/** Results that are shown at once, and the most that are shown again when a reader comes back to the page. */
const PAGE = 10;
const MOST_RESTORED = 100;
const TYPING_MS = 200;
/** A search that takes longer is announced. */
const PATIENCE_MS = 500;

/**
 * Makes the search page work. Nothing is loaded before the form is used or the address holds a search. The
 * address, the form and the list say the same at any time, so that going back and sharing work.
 */
export function runSearchPage(): void {
  const page = new SearchPage();
  page.listen();
  page.begin();
}

/** The search page with the search that it shows. */
class SearchPage {
  readonly #form = part<HTMLFormElement>("form");
  readonly #input = part<HTMLInputElement>("query");
  readonly #order = part<HTMLSelectElement>("order");
  readonly #narrow = part<HTMLDetailsElement>("narrow");
  readonly #status = part("status");
  readonly #retry = part("retry");
  readonly #more = part("more");
  readonly #meant = part("meant");
  readonly #correction = part<HTMLAnchorElement>("correction");
  readonly #widen = part("widen");
  readonly #elsewhere = part("elsewhere");
  readonly #selects = Object.fromEntries(
    FACETS.map((facet) => [facet, part<HTMLSelectElement>(facet)]),
  ) as FacetSelects;
  readonly #language = this.#form.dataset["language"] ?? "en";
  readonly #wordsLanguage = this.#form.dataset["wordsLanguage"] ?? this.#language;
  readonly #words = JSON.parse(this.#form.dataset["words"] ?? "") as SearchWords;
  readonly #results = resultList(this.#selects.kind, this.#words, this.#language);
  readonly #title = document.title;

  #current = readState(new URLSearchParams());
  #shown = 0;
  /** Whether the last search counts the values of the facets. */
  #counted = false;
  /** Number of the last search: answers to the ones before come too late. */
  #turn = 0;
  #typing: ReturnType<typeof setTimeout> | undefined;

  /** Begins with what the address says; on a slow line somebody may have typed before this script came. */
  begin(): void {
    if (location.search === "" && this.#input.value.trim() !== "") this.#go("replaceState");
    else this.#goToAddress();
  }

  /** Hears what is done on the page. */
  listen(): void {
    for (const hidden of this.#form.querySelectorAll<HTMLElement>("[data-needs-script]"))
      hidden.hidden = false;
    this.#listenToForm();
    this.#correction.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      this.#input.value = this.#correction.text;
      // The link goes; who pressed it would be left at the top of the page.
      this.#input.focus();
      this.#go("pushState");
    });
    this.#narrow.addEventListener("toggle", () => {
      // Opening by script is told here as well; then the counts are asked for already.
      if (this.#narrow.open && !this.#counted) void this.#search(Math.max(this.#shown, PAGE));
    });
    this.#widen.addEventListener("click", () => {
      chooseFacets(this.#selects, {});
      // The button goes; who pressed it would be left at the top of the page.
      this.#input.focus();
      this.#go("pushState");
    });
    this.#retry.addEventListener("click", () => void this.#search());
    this.#more.addEventListener("click", () => void this.#showMore());
    addEventListener("popstate", () => {
      // A link to a part of the page is told here too, and asks for nothing else.
      if (location.search !== writeState(this.#current)) this.#goToAddress();
    });
  }

  #listenToForm(): void {
    this.#input.addEventListener("input", () => {
      clearTimeout(this.#typing);
      if (isWorthTyping(this.#input.value.trim()))
        this.#typing = setTimeout(() => this.#go("replaceState"), TYPING_MS);
    });
    this.#input.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.isComposing || this.#input.value === "") return;
      event.preventDefault();
      this.#input.value = "";
      this.#go("replaceState");
    });
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#go("pushState");
    });
    for (const select of [...Object.values(this.#selects), this.#order])
      select.addEventListener("change", () => this.#go("pushState"));
  }

  /** Searches for what the form says, and says so in the address. */
  #go(change: "pushState" | "replaceState"): void {
    clearTimeout(this.#typing);
    const next = {
      ...readState(new URLSearchParams({ q: this.#input.value, order: this.#order.value })),
      facets: chosenFacets(this.#selects),
    };
    const address = writeState(next);
    if (address !== location.search) history[change](null, "", location.pathname + address);
    // A query that was searched for while it was typed is not searched for again when it is sent.
    if (address === writeState(this.#current) && this.#shown > 0) return;
    this.#current = next;
    void this.#search();
  }

  #goToAddress(): void {
    clearTimeout(this.#typing);
    this.#current = readState(new URLSearchParams(location.search));
    this.#input.value = this.#current.query;
    this.#order.value = this.#current.order;
    chooseFacets(this.#selects, this.#current.facets);
    const kept = (history.state as { shown?: unknown } | null)?.shown;
    void this.#search(typeof kept === "number" ? Math.min(kept, MOST_RESTORED) : PAGE);
  }

  async #search(first = PAGE, isAgain = false): Promise<void> {
    const mine = ++this.#turn;
    const state = this.#current;
    const { query, facets } = state;
    const isWanted = isSearch(state);
    document.title = query === "" ? this.#title : `${query} – ${this.#title}`;
    if (Object.keys(facets).length > 0) this.#narrow.open = true;
    const counted = (this.#counted = this.#narrow.open);
    // The opened panel shows counts of all articles where nothing is searched for.
    if (!isWanted && !counted) return this.#clear();
    const slow = setTimeout(() => (this.#status.textContent = this.#words.searching), PATIENCE_MS);
    const wanted = isWanted ? first : 0;
    const answer = await askWorker({ ask: "search", state, first: wanted, counted });
    clearTimeout(slow);
    if (mine !== this.#turn) return;
    if (answer.tell === "found" || !isAgain) this.#clear();
    if (answer.tell !== "found") return this.#fail();
    if (answer.counts !== undefined) showCounts(this.#selects, answer.counts, this.#language);
    if (!isWanted) return;
    addResults(this.#results, answer.articles);
    this.#shown = answer.articles.length;
    this.#tellTotal(answer);
    this.#widen.hidden = answer.total > 0 || query === "" || Object.keys(facets).length === 0;
    this.#elsewhere.classList.toggle("is-wanted", answer.total === 0);
    if (answer.doubtful) void this.#offerMeant();
  }

  async #showMore(): Promise<void> {
    const mine = this.#turn;
    const shown = this.#shown;
    const answer = await askWorker({ ask: "more", from: shown, to: shown + PAGE });
    if (mine !== this.#turn) return;
    if (answer.tell === "more") {
      this.#shown += answer.articles.length;
      this.#tellTotal(answer);
      addResults(this.#results, answer.articles)?.focus();
    } else {
      // Of a new edition all is shown anew, so that no list is of two.
      await this.#search(shown + PAGE, true);
      if (mine + 1 !== this.#turn) return;
      const { children, lastElementChild } = this.#results.list;
      (children[shown] ?? lastElementChild)?.querySelector<HTMLElement>("h2 a")?.focus();
    }
    history.replaceState({ shown: this.#shown }, "");
  }

  /** Offers what was most likely meant by the search that is shown. */
  async #offerMeant(): Promise<void> {
    const mine = this.#turn;
    const answer = await askWorker({ ask: "meant", state: this.#current });
    if (mine !== this.#turn || answer.tell !== "meant" || answer.query === undefined) return;
    this.#correction.textContent = answer.query;
    this.#correction.href =
      location.pathname + writeState({ ...this.#current, query: answer.query });
    this.#meant.hidden = false;
  }

  #clear(): void {
    this.#results.list.replaceChildren();
    this.#status.textContent = "";
    for (const hidden of [this.#more, this.#retry, this.#widen, this.#meant]) hidden.hidden = true;
    this.#elsewhere.classList.remove("is-wanted");
    this.#shown = 0;
  }

  #tellTotal({ total, whole }: { total: number; whole: boolean }): void {
    this.#more.hidden = this.#shown >= total && whole;
    const { query } = this.#current;
    this.#status.textContent = saidOf({ total, whole, query }, this.#words, this.#wordsLanguage);
  }

  async #fail(): Promise<void> {
    const mine = this.#turn;
    // The scripts of the page before may be gone; all that was asked is in the address.
    if (await isPageReplaced()) return location.reload();
    if (mine !== this.#turn) return;
    this.#more.hidden = true;
    this.#retry.hidden = false;
    this.#status.textContent = this.#words.failed;
  }
}

/** Where results are shown, and what their kinds are called, by the form. */
function resultList(kind: HTMLSelectElement, words: SearchWords, language: string): ResultList {
  return {
    list: part("results"),
    template: part<HTMLTemplateElement>("result"),
    language,
    timezone: document.documentElement.dataset["timezone"],
    kinds: new Map([
      ...[...kind.options]
        .filter(({ dataset }) => dataset["plain"] === undefined)
        .map(({ value, text }) => [value, text] as const),
      [ENDED_KIND, words.liveEnded],
    ]),
  };
}

/** A part of the page by the name that its component gives it. */
function part<Kind extends HTMLElement = HTMLElement>(name: string): Kind {
  const found = document.querySelector<Kind>(`[data-search=${name}]`);
  if (found !== null) return found;
  throw new Error(`The search page has no ${name}.`);
}
