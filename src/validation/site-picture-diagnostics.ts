import { rule as oblongPicture } from "../checks/picture/not-square.ts";
import { rule as smallPicture } from "../checks/picture/too-small.ts";
import type { Location } from "../checks/rule.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import type { Picture } from "../domain/publication.ts";
import { isShareable, SHARE_SIZE } from "../domain/share-size.ts";
import { SITE_FILE, sitePicture } from "../loader/site-pictures.ts";
import type { SitePicture } from "../loader/site-pictures.ts";
import { pictureDiagnostic } from "./picture-diagnostics.ts";
import type { KnownPictures } from "./picture-diagnostics.ts";

/** Pictures of `site.yaml` that cannot be shown, or are too small for what they are for. */
export function sitePictureDiagnostics(
  pictures: readonly SitePicture[],
  known: KnownPictures,
): Diagnostic[] {
  return pictures.flatMap(({ key, src, place }) => {
    const location = { ...place, file: SITE_FILE };
    const unshown = pictureDiagnostic(src, location, known);
    if (unshown !== undefined) return [unshown];
    const picture = sitePicture(pictures, key, known.readings);
    return (picture === undefined ? undefined : FITTING[key](picture, location)) ?? [];
  });
}

/** Icons are made in sizes of up to 512 pixels. */
const ICON_SIZE = { width: 512, height: 512 };

/** Why a picture is not fit for what it is for. */
const FITTING: Record<
  SitePicture["key"],
  (picture: Picture, location: Location) => Diagnostic | undefined
> = {
  image: (picture, location) =>
    isShareable(picture)
      ? undefined
      : smallPicture.at(location, { ...picture, use: "share cards", least: SHARE_SIZE }),
  logo: () => undefined,
  icon: (picture, location) => {
    if (picture.width !== picture.height) return oblongPicture.at(location, picture);
    if (picture.type === "svg" || picture.width >= ICON_SIZE.width) return undefined;
    return smallPicture.at(location, { ...picture, use: "icons", least: ICON_SIZE });
  },
};
