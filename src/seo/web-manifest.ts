import type { Site } from "../domain/publication.ts";
import { textDirection } from "../i18n/text-direction.ts";

/** Where it lies, below the base. */
export const MANIFEST = "/manifest.webmanifest";

/** Longer names are cut off below an icon. */
const SHORT_NAME = 12;

/** An icon of the manifest: its path below the host, and its width and height in pixels. */
export interface ManifestIcon {
  path: string;
  size: number;
}

/**
 * What a phone needs to know to put a publication on its screen, as JSON (W3C, Web Application Manifest). The colours
 * are those of the light, because the format knows only one of each.
 */
export function webManifest(site: Site, icons: readonly ManifestIcon[]): string {
  const { name, description, language, base, theme } = site;
  return `${JSON.stringify(
    {
      name,
      ...([...name].length > SHORT_NAME ? {} : { short_name: name }),
      description,
      lang: language,
      dir: textDirection(language),
      start_url: base,
      scope: base,
      display: "minimal-ui",
      background_color: theme.paper.light,
      theme_color: theme.paper.light,
      icons: icons.map(({ path, size }) => ({
        src: path,
        sizes: `${size}x${size}`,
        type: "image/png",
      })),
    },
    null,
    2,
  )}\n`;
}
