import { expect, test } from "vitest";
import { aPublication } from "../../tests/fixtures/domain-values.ts";
import { webManifest } from "./web-manifest.ts";

const { site } = aPublication([]);
const ICONS = [{ path: "/paper/media/icon.png", size: 192 }];

test("the manifest of a publication below a path", () => {
  const text = webManifest({ ...site, base: "/paper/", name: "The Example" }, ICONS);
  expect(text).toMatchInlineSnapshot(`
    "{
      "name": "The Example",
      "short_name": "The Example",
      "description": "A paper.",
      "lang": "en",
      "dir": "ltr",
      "start_url": "/paper/",
      "scope": "/paper/",
      "display": "minimal-ui",
      "background_color": "#fdfcf9",
      "theme_color": "#fdfcf9",
      "icons": [
        {
          "src": "/paper/media/icon.png",
          "sizes": "192x192",
          "type": "image/png"
        }
      ]
    }
    "
  `);
});

test("a name that would be cut off is not given as a short one", () => {
  const manifest: unknown = JSON.parse(webManifest({ ...site, name: "The Reach of Reports" }, []));
  expect(manifest).not.toHaveProperty("short_name");
});
