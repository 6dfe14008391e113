import { ENDED_KIND } from "../../site/kind-label.ts";
import { FACETS } from "../facets.ts";
import { askWorker } from "./ask-worker.ts";
import { chooseFacets, chosenFacets, showCounts } from "./facet-selects.ts";
import type { FacetSelects } from "./facet-selects.ts";
import { addResults } from "./result-list.ts";
import type { ResultList } from "./result-list.ts";
import type { Answer } from "./search-messages.ts";
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
  const form = part<HTMLFormElement>("form");
  const input = part<HTMLInputElement>("query");
  const order = part<HTMLSelectElement>("order");
  const narrow = part<HTMLDetailsElement>("narrow");
  const status = part("status");
  const retry = part("retry");
  const more = part("more");
  const meant = part("meant");
  const correction = part<HTMLAnchorElement>("correction");
  const widen = part("widen");
  const elsewhere = part("elsewhere");
  const selects = Object.fromEntries(
    FACETS.map((facet) => [facet, part<HTMLSelectElement>(facet)]),
  ) as FacetSelects;
  const {
    language = "en",
    words: toldWords = "",
    wordsLanguage: messagesLanguage = language,
  } = form.dataset;
  const words = JSON.parse(toldWords) as SearchWords;
  const results: ResultList = {
    list: part("results"),
    template: part<HTMLTemplateElement>("result"),
    language,
    timezone: document.documentElement.dataset["timezone"],
    kinds: new Map([
      ...[...selects.kind.options]
        .filter(({ dataset }) => dataset["plain"] === undefined)
        .map(({ value, text }) => [value, text] as const),
      [ENDED_KIND, words.liveEnded],
    ]),
  };
  const { title } = document;
  let current = readState(new URLSearchParams());
  let shown = 0;
  /** Whether the last search counts the values of the facets. */
  let counted = false;
  /** Number of the last search: answers to the ones before come too late. */
  let turn = 0;
  let typing: ReturnType<typeof setTimeout> | undefined;

  const clear = (): void => {
    results.list.replaceChildren();
    status.textContent = "";
    more.hidden = retry.hidden = widen.hidden = meant.hidden = true;
    elsewhere.classList.remove("is-wanted");
    shown = 0;
  };

  const tellTotal = ({ total, whole }: { total: number; whole: boolean }): void => {
    more.hidden = shown >= total && whole;
    status.textContent = saidOf({ total, whole, query: current.query }, words, messagesLanguage);
  };

  const fail = (): void => {
    more.hidden = true;
    retry.hidden = false;
    status.textContent = words.failed;
  };

  /** Offers what was most likely meant by the search that is shown. */
  const offerMeant = async (): Promise<void> => {
    const mine = turn;
    const answer = await askWorker({ ask: "meant" });
    if (mine !== turn || answer.tell !== "meant" || answer.query === undefined) return;
    correction.textContent = answer.query;
    correction.href = location.pathname + writeState({ ...current, query: answer.query });
    meant.hidden = false;
  };

  const search = async (first = PAGE): Promise<void> => {
    const mine = ++turn;
    const state = current;
    const { query, facets } = state;
    const isWanted = isSearch(state);
    document.title = query === "" ? title : `${query} – ${title}`;
    if (Object.keys(facets).length > 0) narrow.open = true;
    counted = narrow.open;
    // The opened panel shows counts of all articles where nothing is searched for.
    if (!isWanted && !counted) return clear();
    const slow = setTimeout(() => (status.textContent = words.searching), PATIENCE_MS);
    const ask = (): Promise<Answer> =>
      askWorker({ ask: "search", state, first: isWanted ? first : 0, counted });
    let answer = await ask();
    // Once more: a new edition may have taken away the files that this page began with.
    if (answer.tell === "failed" && mine === turn) answer = await ask();
    clearTimeout(slow);
    if (mine !== turn) return;
    clear();
    if (answer.tell !== "found") return fail();
    if (answer.counts !== undefined) showCounts(selects, answer.counts, language);
    if (!isWanted) return;
    addResults(results, answer.articles);
    shown = answer.articles.length;
    tellTotal(answer);
    widen.hidden = answer.total > 0 || query === "" || Object.keys(facets).length === 0;
    elsewhere.classList.toggle("is-wanted", answer.total === 0);
    if (answer.doubtful) void offerMeant();
  };

  const showMore = async (): Promise<void> => {
    const mine = turn;
    const answer = await askWorker({ ask: "more", from: shown, to: shown + PAGE });
    if (mine !== turn) return;
    if (answer.tell !== "more") return fail();
    shown += answer.articles.length;
    tellTotal(answer);
    addResults(results, answer.articles)?.focus();
    history.replaceState({ shown }, "");
  };

  /** Searches for what the form says, and says so in the address. */
  const go = (change: "pushState" | "replaceState"): void => {
    clearTimeout(typing);
    const next = {
      ...readState(new URLSearchParams({ q: input.value, order: order.value })),
      facets: chosenFacets(selects),
    };
    const address = writeState(next);
    if (address !== location.search) history[change](null, "", location.pathname + address);
    // A query that was searched for while it was typed is not searched for again when it is sent.
    if (address === writeState(current) && shown > 0) return;
    current = next;
    void search();
  };

  const goToAddress = (): void => {
    clearTimeout(typing);
    current = readState(new URLSearchParams(location.search));
    input.value = current.query;
    order.value = current.order;
    chooseFacets(selects, current.facets);
    const kept = (history.state as { shown?: unknown } | null)?.shown;
    void search(typeof kept === "number" ? Math.min(kept, MOST_RESTORED) : PAGE);
  };

  correction.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    input.value = correction.text;
    // The link goes; who pressed it would be left at the top of the page.
    input.focus();
    go("pushState");
  });
  for (const hidden of form.querySelectorAll<HTMLElement>("[data-needs-script]"))
    hidden.hidden = false;
  input.addEventListener("input", () => {
    clearTimeout(typing);
    if (isWorthTyping(input.value.trim())) typing = setTimeout(go, TYPING_MS, "replaceState");
  });
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing || input.value === "") return;
    event.preventDefault();
    input.value = "";
    go("replaceState");
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go("pushState");
  });
  for (const select of [...Object.values(selects), order])
    select.addEventListener("change", () => go("pushState"));
  narrow.addEventListener("toggle", () => {
    // Opening by script is told here as well; then the counts are asked for already.
    if (narrow.open && !counted) void search(Math.max(shown, PAGE));
  });
  widen.addEventListener("click", () => {
    chooseFacets(selects, {});
    // The button goes; who pressed it would be left at the top of the page.
    input.focus();
    go("pushState");
  });
  retry.addEventListener("click", () => void search());
  more.addEventListener("click", () => void showMore());
  addEventListener("popstate", () => {
    // A link to a part of the page is told here too, and asks for nothing else.
    if (location.search !== writeState(current)) goToAddress();
  });
  // On a slow line somebody may have typed before this script came.
  if (location.search === "" && input.value.trim() !== "") go("replaceState");
  else goToAddress();
}

/** A part of the page by the name that its component gives it. */
function part<Kind extends HTMLElement = HTMLElement>(name: string): Kind {
  const found = document.querySelector<Kind>(`[data-search=${name}]`);
  if (found !== null) return found;
  throw new Error(`The search page has no ${name}.`);
}
