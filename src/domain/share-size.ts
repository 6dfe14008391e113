import type { Image } from "./publication.ts";

/** What share cards are: the size that the large networks ask for, in pixels. */
export const SHARE_SIZE = { width: 1200, height: 630 } as const;

/** Whether a picture fills a share card without being blown up; a drawing in lines always does. */
export function isShareable({
  type,
  width,
  height,
}: Pick<Image, "type" | "width" | "height">): boolean {
  return type === "svg" || (width >= SHARE_SIZE.width && height >= SHARE_SIZE.height);
}
