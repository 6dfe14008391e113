/** Media type of a picture that feeds show, by its address: a GIF, JPEG or PNG. */
export function imageType(url: string): string {
  return /\.png$/i.test(url) ? "image/png" : /\.gif$/i.test(url) ? "image/gif" : "image/jpeg";
}
