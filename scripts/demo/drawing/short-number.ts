/** A number as short as SVG takes it, to one decimal, or to as many as given: `-0.04` is `0`. */
export function short(value: number, decimals = 1): string {
  const text = value.toFixed(decimals);
  const plain = text.includes(".") ? text.replace(/\.?0+$/, "") : text;
  if (plain === "-0") return "0";
  return plain.replace(/^(-?)0\./, "$1.");
}
