const urls = import.meta.glob<string>("../../styles/furniture/*.css", {
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
