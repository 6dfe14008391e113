/** The media store cannot be reached; the message says why, and what to do. */
export class MediaUnavailable extends Error {
  override name = "MediaUnavailable";
}
