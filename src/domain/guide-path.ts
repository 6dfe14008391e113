/** Where a publication finds a guide of Stet's, from the folder of the project on. */
export function guidePath(name: string): string {
  return `node_modules/@stet-press/stet/docs/${name}`;
}
