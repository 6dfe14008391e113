import type { Publication } from "../domain/publication.ts";
import { DEFAULT_MARK } from "../site/default-images.ts";
import { derivative } from "./derivative.ts";
import type { Derivative } from "./derivative.ts";
import { imageAddress } from "./image-address.ts";

/** Where browsers and feed readers look without being told. */
const FAVICON = "/favicon.ico";

/** The press's own mark as a drawing, where the publication names no icon. */
const DEFAULT_ICON = "/favicon.svg";

/** Files of `public/` that take the place of what the press makes. */
const OWN_ICONS = ["/favicon.svg", "/favicon.png", FAVICON];

/** An icon in one size. */
export interface IconImage {
  /** Below the base, with a leading slash. */
  path: string;
  /** Its width and height, in pixels. */
  size: number;
}

/** What stands for a publication in a tab, on the screen of a phone and in a list of programs. */
export interface Icons {
  /** For browsers that show drawings: below the base. Absent where the icon is none. */
  drawing?: string;
  /** The small one, at the address where it is looked for, or the publication's own file. */
  favicon: string;
  /** For the home screen of a phone. */
  touch: IconImage;
  /** For the manifest. */
  large: IconImage[];
}

const TOUCH = 180;
const LARGE = [192, 512] as const;
const SMALL = 32;

/** Addresses of a publication's icons. */
export function icons(publication: Publication): Icons {
  const { icon, files } = publication;
  const forms = iconForms(publication);
  const shown = ({ path, width }: Derivative): IconImage => ({ path, size: width });
  const own = OWN_ICONS.find((path) => Object.hasOwn(files, path));
  const drawn =
    icon === undefined ? DEFAULT_ICON : icon.type === "svg" ? imageAddress(icon) : undefined;
  return {
    ...(own === undefined && drawn !== undefined ? { drawing: drawn } : {}),
    favicon: own ?? FAVICON,
    touch: shown(forms.touch),
    large: forms.large.map(shown),
  };
}

/** The icon of a JSON Feed, a large square (JSON Feed 1.1, `icon`): its path below the base. */
export function feedIcon(publication: Pick<Publication, "icon">): string {
  return square(publication, LARGE[1], "png").path;
}

/** The same as orders for the files. */
export function iconForms(publication: Pick<Publication, "icon">): {
  favicon: Derivative;
  touch: Derivative;
  large: Derivative[];
} {
  return {
    favicon: { ...square(publication, SMALL, "ico"), path: FAVICON },
    touch: square(publication, TOUCH, "png"),
    large: LARGE.map((size) => square(publication, size, "png")),
  };
}

function square(
  { icon = DEFAULT_MARK }: Pick<Publication, "icon">,
  size: number,
  format: "png" | "ico",
): Derivative {
  return derivative(icon, { width: size, height: size, format, framing: "scale" });
}
