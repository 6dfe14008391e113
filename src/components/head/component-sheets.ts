const urls = import.meta.glob<string>("../../styles/components/*.css", {
  eager: true,
  import: "default",
  query: "?url",
});

const byName = new Map(
  Object.entries(urls).map(([path, url]) => [path.replace(/^.*\/|\.css$/g, ""), url]),
);

/**
 * Address of the style sheet of a component for authors, or of a part of a page, by its name: `PullQuote`
 * has `pull-quote.css`. Each lies in a file of its own, so that a page fetches the looks of what stands on it.
 * `undefined` where it needs none.
 */
export function sheetOf(component: string): string | undefined {
  return byName.get(component.replace(/(?<=.)(?=[A-Z])/g, "-").toLowerCase());
}

/** Names of the sheets that a text needs besides those of its components; `html` is the text, unless Astro renders it. */
export function sheetsOfText(html: string | undefined): string[] {
  // A text that Astro renders may hold anything.
  return html === undefined || /class="[^"]*\bhljs-/.test(html) ? ["Highlights"] : [];
}
