import { rule as oblongImage } from "../checks/picture/not-square.ts";
import { rule as smallImage } from "../checks/picture/too-small.ts";
import type { Location } from "../checks/rule.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import type { Image } from "../domain/publication.ts";
import { isShareable, SHARE_SIZE } from "../domain/share-size.ts";
import { SITE_FILE, siteImage } from "../loader/site-images.ts";
import type { SiteImage } from "../loader/site-images.ts";
import { imageDiagnostic } from "./image-diagnostics.ts";
import type { CheckedImages } from "./image-diagnostics.ts";

/** Pictures of `site.yaml` that cannot be shown, or are too small for what they are for. */
export function siteImageDiagnostics(
  images: readonly SiteImage[],
  checked: CheckedImages,
): Diagnostic[] {
  return images.flatMap(({ key, src, location: position }) => {
    const location = { ...position, file: SITE_FILE };
    const unshown = imageDiagnostic(src, location, checked);
    if (unshown !== undefined) return [unshown];
    const image = siteImage(images, key, checked.readings);
    return (image === undefined ? undefined : FITTING[key](image, location)) ?? [];
  });
}

/** Icons are made in sizes of up to 512 pixels. */
const ICON_SIZE = { width: 512, height: 512 };

/** Why a picture is not fit for what it is for. */
const FITTING: Record<
  SiteImage["key"],
  (image: Image, location: Location) => Diagnostic | undefined
> = {
  image: (image, location) =>
    isShareable(image)
      ? undefined
      : smallImage.at(location, { ...image, use: "share cards", least: SHARE_SIZE }),
  logo: () => undefined,
  icon: (image, location) => {
    if (image.width !== image.height) return oblongImage.at(location, image);
    if (image.type === "svg" || image.width >= ICON_SIZE.width) return undefined;
    return smallImage.at(location, { ...image, use: "icons", least: ICON_SIZE });
  },
};
