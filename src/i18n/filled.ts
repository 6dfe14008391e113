/** A message with values in the place of its placeholders; one that has no value stays as it is written. */
export function filled(message: string, values: Readonly<Record<string, string>>): string {
  // In one pass, since a value may hold braces itself.
  return message.replace(/\{(\w+)\}/g, (written, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? written) : written,
  );
}
