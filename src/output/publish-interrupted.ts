/** Publishing stopped halfway; the folder says so itself, and the next publication heals it. */
export class PublishInterrupted extends Error {
  override name = "PublishInterrupted";
}
