import { FACETS, readFacetValue } from "../facets.ts";
import type { Facet } from "../facets.ts";
import type { FacetCounts } from "../pagefind/engine.ts";
import type { SearchState } from "./search-state.ts";

/** The form controls that narrow a search down. */
export type FacetSelects = Record<Facet, HTMLSelectElement>;

/** What is chosen. */
export function chosenFacets(selects: FacetSelects): SearchState["facets"] {
  const facets: SearchState["facets"] = {};
  for (const facet of FACETS) if (selects[facet].value !== "") facets[facet] = selects[facet].value;
  return facets;
}

/** Shows what is chosen; a value that the page does not know gets an option, since it is in the address. */
export function chooseFacets(selects: FacetSelects, facets: SearchState["facets"]): void {
  for (const facet of FACETS) {
    const value = facets[facet] ?? "";
    const select = selects[facet];
    select.value = value;
    if (select.value === value) continue;
    select.add(optionOf(value, value));
    select.value = value;
  }
}

/**
 * Writes behind each value how many articles it would leave. Values of the page itself without any cannot be
 * chosen; authors, of whom there may be thousands, are only those that there are.
 */
export function showCounts(selects: FacetSelects, counts: FacetCounts, language: string): void {
  const number = new Intl.NumberFormat(language);
  for (const facet of FACETS) {
    const bySlug = new Map(
      Object.entries(counts[facet] ?? {}).map(([value, count]) => {
        const { slug, text } = readFacetValue(facet, value);
        return [slug, { text, count }];
      }),
    );
    const select = selects[facet];
    if (facet === "author") listAuthors(select, bySlug, language);
    for (const option of select.options) {
      if (option.value === "") continue;
      const count = bySlug.get(option.value)?.count ?? 0;
      option.dataset["label"] ??= option.text;
      option.text = `${option.dataset["label"]} (${number.format(count)})`;
      option.disabled = count === 0 && !option.selected;
    }
  }
}

function listAuthors(
  select: HTMLSelectElement,
  bySlug: ReadonlyMap<string, { text: string; count: number }>,
  language: string,
): void {
  const chosen = select.value;
  const order = new Intl.Collator(language, { sensitivity: "base", numeric: true });
  const options = [...bySlug]
    .filter(([slug, { count }]) => count > 0 || slug === chosen)
    .sort(([, a], [, b]) => order.compare(a.text, b.text))
    .map(([slug, { text }]) => optionOf(slug, text));
  if (chosen !== "" && !bySlug.has(chosen)) options.push(optionOf(chosen, chosen));
  select.replaceChildren(...[...select.options].slice(0, 1), ...options);
  select.value = chosen;
}

function optionOf(value: string, text: string): HTMLOptionElement {
  return new Option(text, value);
}
