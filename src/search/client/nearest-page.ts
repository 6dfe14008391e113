import { showDay } from "../../i18n/shown-dates.ts";
import { askWorker } from "./ask-worker.ts";
import { MOST_OFFERED, nearestNamed, readAskedAddress } from "./asked-address.ts";
import type { NearPage } from "./asked-address.ts";

/**
 * Offers on the page for wrong addresses what was most likely meant: a page that it links to anyhow, and articles.
 * The words of the address stand in the search box. Where nothing is near, the page stays as it is.
 */
export async function offerNearest(): Promise<void> {
  const offer = document.querySelector<HTMLElement>("[data-nearest]");
  const template = offer?.querySelector("template");
  const list = offer?.querySelector("ol");
  if (!offer || !template || !list) return;
  const base = import.meta.env.BASE_URL.replace(/\/?$/, "/");
  const path = location.pathname;
  const asked = readAskedAddress(path, base);
  if (asked.words.length === 0) return;
  const input = document.querySelector<HTMLInputElement>("main input[type=search]");
  if (input !== null && input.value === "") input.value = asked.query;
  const named = nearestNamed(asked, linkedPages(), base);
  const answer =
    offer.dataset["nearest"] === "named" ? undefined : await askWorker({ ask: "nearest", path });
  const articles = answer?.tell === "nearest" ? answer.pages : [];
  const pages = [...(named === undefined ? [] : [named]), ...articles].slice(0, MOST_OFFERED);
  const { language = "en" } = offer.dataset;
  for (const page of pages) list.append(itemOf(template, page, language));
  offer.hidden = pages.length === 0;
}

/** The other pages that this one links to on its own host. */
function linkedPages(): NearPage[] {
  return [...document.querySelectorAll<HTMLAnchorElement>("a[href]")]
    .filter(
      ({ origin, pathname }) =>
        origin === location.origin && pathname !== location.pathname && pathname.endsWith("/"),
    )
    .map(({ pathname, text }) => ({ href: pathname, title: text.trim() }));
}

function itemOf(template: HTMLTemplateElement, page: NearPage, language: string): Node {
  const item = template.content.cloneNode(true) as DocumentFragment;
  const link = item.querySelector("a");
  const date = item.querySelector("time");
  if (link !== null) {
    link.href = page.href;
    link.textContent = page.title;
  }
  if (page.day === undefined) date?.remove();
  else if (date !== null) {
    date.dateTime = page.day;
    date.textContent = showDay(page.day, language);
  }
  return item;
}
