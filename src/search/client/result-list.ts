import { ageOf } from "../../i18n/age.ts";
import { labelClass } from "../../site/kind-label.ts";
import { IMAGE_SIZES } from "../../media/image-sizes.ts";
import type { ListImage } from "../../media/image-target.ts";
import { showDay } from "../../i18n/shown-dates.ts";
import type { FoundArticle, Run } from "./found-article.ts";

/** Where results are shown, and how one looks. */
export interface ResultList {
  list: HTMLElement;
  /** Its parts are named by `data-part`. */
  template: HTMLTemplateElement;
  language: string;
  /** Of the publication. */
  timezone: string | undefined;
  /** Labels of the kinds that have one. */
  kinds: ReadonlyMap<string, string>;
}

/** Adds results to the list and gives the first one's link. Text is only ever set as text. */
export function addResults(
  { list, template, language, timezone, kinds }: ResultList,
  articles: readonly FoundArticle[],
): HTMLElement | undefined {
  const now = Date.now();
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
    const category = part("category");
    category.textContent = article.category;
    category.dataset["section"] = article.categorySlug;
    const label = kinds.get(article.kind);
    const kind = part("kind");
    if (label === undefined) kind.remove();
    else {
      kind.textContent = label;
      kind.className = labelClass(article);
    }
    if (article.image !== undefined) part("text").closest("li")?.prepend(imageOf(article.image));
    part("text").append(...article.text.map(nodeOf));
    inLanguage(headline, article);
    inLanguage(part("text"), article);
    part("byline").textContent = article.byline;
    const date = part<HTMLTimeElement>("date");
    date.dateTime = article.date;
    const day = showDay(article.day, language);
    const age = ageOf(article.date, now, language, timezone);
    date.textContent = age || day;
    date.title = age && day;
    if (article.section === undefined) part("section").remove();
    else {
      const anchor = part<HTMLAnchorElement>("anchor");
      anchor.href = article.section.href;
      anchor.textContent = article.section.text;
      inLanguage(anchor, article);
    }
    list.append(item);
    first ??= headline;
  }
  return first;
}

/** Says what language a text is in where that is not the page's. */
function inLanguage(element: HTMLElement, { language }: FoundArticle): void {
  if (language === undefined) return;
  element.lang = language;
  element.dir = "auto";
}

function imageOf({ url, srcset, width, height, drawn, transparent }: ListImage): HTMLElement {
  const image = new Image(width, height);
  image.className = "small-picture";
  image.classList.toggle("drawn", drawn === true);
  image.classList.toggle("transparent", transparent === true);
  image.alt = "";
  image.loading = "lazy";
  image.decoding = "async";
  if (srcset !== undefined) {
    image.sizes = IMAGE_SIZES.small;
    image.srcset = srcset;
  }
  image.src = url;
  return image;
}

function nodeOf({ text, marked }: Run): Node | string {
  if (!marked) return text;
  const mark = document.createElement("mark");
  mark.textContent = text;
  return mark;
}
