/**
 * What an author types to install packages, each `NAME` or `NAME@VERSION`: for those who work on the publication, and
 * in that version alone.
 */
export function installCommand(packages: readonly string[]): string {
  return `npm install --save-exact --save-dev ${packages.join(" ")}`;
}
