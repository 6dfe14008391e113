/** What people write where there is no figure. */
const NO_FIGURE = /^(?:n\.?\/?a\.?|nil|none|null|nan|tbc|tbd|-+|[–—]|\.{1,3}|…|\?|x|\*)$/i;

/** Whether a cell says in its own way that there is no figure. */
export function isNoFigure(cell: string): boolean {
  return NO_FIGURE.test(cell.trim());
}

/** A figure with a currency or a percentage sign around it. */
const FIGURE =
  /^(?:\p{Sc}|[A-Z]{3}\b)?\s*((?:[+\-\u2212]\s*)?\d[\d.,'’\s]*)(?:%|\p{Sc}|\b[A-Z]{3})?$/u;

/**
 * The figures that a cell may mean which is none as it is written: without signs around it and marks between thousands.
 * There are two where nobody can tell what its comma is.
 */
export function figuresMeant(cell: string): string[] {
  const written = FIGURE.exec(cell.trim())?.[1];
  if (written === undefined) return [];
  const plain = written
    .replace(/[\s'’]/g, "")
    .replace("\u2212", "-")
    .replace(/[.,]$/, "");
  const points = plain.split(".").length - 1;
  const commas = plain.split(",").length - 1;
  const whole = plain.replace(/[.,]/g, "");
  if (points === 0 && commas === 1 && /,\d{3}$/.test(plain))
    return [whole, plain.replace(",", ".")];
  // The last of two signs is that of decimals, and one sign that comes twice parts thousands.
  const decimal = plain.lastIndexOf(".") > plain.lastIndexOf(",") ? "." : ",";
  const count = decimal === "." ? points : commas;
  if (count > 1) return points > 0 && commas > 0 ? [] : [whole];
  const at = plain.lastIndexOf(decimal);
  if (at < 0) return [whole];
  return [`${plain.slice(0, at).replace(/[.,]/g, "")}.${plain.slice(at + 1)}`];
}

/** The figure that the commas between its thousands parted into cells: `1234` of `1` and `234`. */
export function joinedFigure(cells: readonly string[]): string | undefined {
  for (let at = 1; at + 1 < cells.length; at += 1) {
    let joined = cells[at]?.trim() ?? "";
    if (!/^[+-]?[1-9]\d{0,2}$/.test(joined)) continue;
    const start = joined;
    for (let next = at + 1; /^\d{3}(?:\.\d+)?$/.test(cells[next]?.trim() ?? ""); next += 1)
      joined += cells[next]?.trim() ?? "";
    if (joined !== start) return joined;
  }
  return undefined;
}
