import { showDay } from "../../site/shown-dates.ts";
import type { FoundArticle, Run } from "./found-article.ts";

/** Where results are shown, and how one looks. */
export interface ResultList {
  list: HTMLElement;
  /** Its parts are named by `data-part`. */
  template: HTMLTemplateElement;
  language: string;
  /** Labels of the kinds that have one. */
  kinds: ReadonlyMap<string, string>;
}

/** Adds results to the list and gives the first one's link. Text is only ever set as text. */
export function addResults(
  { list, template, language, kinds }: ResultList,
  articles: readonly FoundArticle[],
): HTMLElement | undefined {
  let first: HTMLElement | undefined;
  for (const article of articles) {
    const item = template.content.cloneNode(true) as DocumentFragment;
    const part = <Kind extends HTMLElement = HTMLElement>(name: string): Kind => {
      const found = item.querySelector<Kind>(`[data-part=${name}]`);
      if (found !== null) return found;
      throw new Error(`The template for a result has no ${name}.`);
    };
    const headline = part<HTMLAnchorElement>("headline");
    headline.href = article.href;
    headline.replaceChildren(...article.title.map(nodeOf));
    part("category").textContent = article.category;
    part("kind").textContent = kinds.get(article.kind) ?? "";
    part("text").append(...article.text.map(nodeOf));
    part("byline").textContent = article.byline;
    const date = part<HTMLTimeElement>("date");
    date.dateTime = article.date;
    date.textContent = showDay(article.day, language);
    if (article.section === undefined) part("section").remove();
    else {
      const anchor = part<HTMLAnchorElement>("anchor");
      anchor.href = article.section.href;
      anchor.textContent = article.section.text;
    }
    list.append(item);
    first ??= headline;
  }
  return first;
}

function nodeOf({ text, marked }: Run): Node | string {
  if (!marked) return text;
  const mark = document.createElement("mark");
  mark.textContent = text;
  return mark;
}
