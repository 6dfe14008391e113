import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import type { OwnSlots, SlotName } from "../domain/own-parts.ts";

/** Stet's own component of each slot, from the root of the project. */
export const BUILT_IN_SLOTS: Readonly<Record<SlotName, string>> = {
  masthead: "src/components/navigation/Masthead.astro",
  footer: "src/components/navigation/Footer.astro",
  "below-article": "src/components/article/BelowArticle.astro",
  front: "src/components/listing/FrontBody.astro",
};

/** As layouts import what stands in a slot, and as a publication's component imports the one that it stands for. */
const NAME = /^(virtual:slots|stet:slots)\/([a-z-]+)$/;

/**
 * Lets layouts import what stands in a slot, `virtual:slots/footer`: the publication's own component, or else Stet's,
 * which its own can import as `stet:slots/footer`. Throws where a component of the publication's own imports a file of
 * the content folder beyond its own folder, since a change of that would not be noticed.
 */
export function slotComponents(slots: () => OwnSlots | undefined): AstroIntegration {
  return {
    name: "stet:slot-components",
    hooks: {
      "astro:config:setup": ({ config, updateConfig }) => {
        // Vite names files with slashes on every system.
        const root = fileURLToPath(config.root).replaceAll("\\", "/").replace(/\/$/, "");
        const plugin = {
          name: "stet:slot-components",
          enforce: "pre" as const,
          resolveId: (source: string, importer: string | undefined) => {
            const [, scheme, name] = NAME.exec(source) ?? [];
            if (isSlotName(name)) {
              const own = scheme === "virtual:slots" ? slots()?.files[name] : undefined;
              return `${root}/${own === undefined ? BUILT_IN_SLOTS[name] : `content/${own}`}`;
            }
            assertOwnFolder(source, importer, root);
            return undefined;
          },
        };
        updateConfig({ vite: { plugins: [plugin] } });
      },
    },
  };
}

function isSlotName(name: string | undefined): name is SlotName {
  return name !== undefined && Object.hasOwn(BUILT_IN_SLOTS, name);
}

function assertOwnFolder(source: string, importer: string | undefined, root: string): void {
  const folder = `${root}/content/slots/`;
  if (importer?.startsWith(folder) !== true || !/^\.\.?\//.test(source)) return;
  const { pathname } = new URL(source, `file://${importer.slice(root.length)}`);
  if (!pathname.startsWith("/content/slots/"))
    throw new Error(
      `${importer.slice(root.length + 1)} imports ${source}, which lies outside slots/: a change of it would not be noticed. Put it into slots/.`,
    );
}
