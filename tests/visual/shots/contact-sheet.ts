/** Pictures that belong together. */
export interface SheetRow {
  title: string;
  /** Names of files beside the sheet. */
  files: readonly string[];
}

/** Tells a sheet from any other page. */
const MARK = '<meta name="generator" content="npm run shots">';

/** A page that shows pictures in rows, to be opened from the folder that they are in. */
export function contactSheet(title: string, rows: readonly SheetRow[]): string {
  const row = ({ title: name, files }: SheetRow): string =>
    `<h2>${escape(name)}</h2>\n<p>${files.map(image).join("\n")}</p>`;
  return `<!doctype html>
<meta charset="utf-8">
${MARK}
<title>${escape(title)}</title>
<style>body{font:14px/1.4 sans-serif;margin:2rem}p{display:flex;gap:1rem;overflow-x:auto;align-items:start}figure{margin:0}img{border:1px solid #999;max-height:40rem}</style>
<h1>${escape(title)}</h1>
${rows.map(row).join("\n")}
`;
}

/** Whether a page is such a sheet. */
export function isContactSheet(page: string): boolean {
  return page.includes(MARK);
}

function image(file: string): string {
  const address = escape(encodeURI(file));
  return `<figure><a href="${address}"><img loading="lazy" src="${address}" alt=""></a><figcaption>${escape(file)}</figcaption></figure>`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
