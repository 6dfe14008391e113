/** The language of a tag, without region and script. */
export function primary(language: string): string {
  return language.split("-", 1)[0]?.toLowerCase() ?? language;
}
