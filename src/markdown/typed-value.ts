/** An attribute with a text as its value, between the quotation marks that the text itself does not hold. */
export function valueToType(name: string, value: string): string {
  if (!value.includes('"')) return `${name}="${value}"`;
  return value.includes("'")
    ? `${name}="${value.replaceAll('"', "&quot;")}"`
    : `${name}='${value}'`;
}
