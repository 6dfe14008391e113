import { isTimezone } from "../../domain/dates.ts";
import type { ArchiveMenu } from "../archive.ts";
import { DATA_ENDINGS } from "./config-file.ts";
import type { Generator, OpenGenerator } from "./generator.ts";
import { hugoConfig, taxonomies } from "./hugo-config.ts";
import { HugoSite } from "./hugo-site.ts";
import { asList, asValues, isValues, pick, textOf, valuesOf } from "./values.ts";
import type { Values } from "./values.ts";
import type { DateZones } from "./written-date.ts";

/** Reads the configuration of a site of Hugo. */
export const openHugo: OpenGenerator = (folder, faults) => {
  const config = hugoConfig(folder, faults);
  const timezone = textOf(config, "timeZone");
  const isKnown = timezone !== undefined && isTimezone(timezone);
  const zone = isKnown ? timezone : "UTC";
  const zones: DateZones = { timezone: zone, local: zone };
  const site = new HugoSite(folder, config, zones);
  const notes: Generator["notes"] = [];
  if (timezone !== undefined && !isKnown)
    notes.push({ what: `the time zone \`${timezone}\` is not known; times are read as UTC` });
  if (asList(valuesOf(config, "module")["mounts"]).length > 0)
    notes.push({
      what: "`module.mounts` are not followed: contents outside of this folder are not read",
    });
  const url = textOf(config, "baseURL");
  const [main] = site.languages;
  return {
    system: "hugo",
    site: {
      ...pick(
        "title",
        textOf(config, "title") ??
          textOf(asValues(valuesOf(config, "languages")[main?.key ?? ""]), "title"),
      ),
      ...pick("description", textOf(valuesOf(config, "params"), "description", "subtitle")),
      ...(url === undefined || !URL.canParse(url) ? {} : { url }),
      ...pick("language", main?.tag),
      ...(isKnown ? { timezone } : {}),
    },
    base: site.base,
    zones,
    menus: menusOf(config),
    notes,
    variables: { site: { ...config, Params: valuesOf(config, "params") } },
    spacedTags: false,
    authorFiles: DATA_ENDINGS.map((ending) => `data/authors.${ending}`),
    isText: (path) => site.languageOf(path) !== undefined,
    defaults: () => ({}),
    place: (text) => site.place(text),
    fileAddresses: (path) => site.fileAddresses(path),
    bundleOf: (path) => site.bundleOf(path),
    termAddress: (kind, name) => {
      const plural = { category: "categories", tag: "tags", series: "series", author: "authors" }[
        kind
      ];
      return taxonomies(config).includes(plural)
        ? `${site.base}/${plural}/${site.path(name)}${site.isUgly ? ".html" : "/"}`
        : undefined;
    },
  };
};

function menusOf(config: Values): ArchiveMenu[] {
  const menus = { ...valuesOf(config, "menu"), ...valuesOf(config, "menus") };
  return Object.entries(menus).map(([name, items]) => ({
    name,
    location: name,
    items: asList(items)
      .filter(isValues)
      .toSorted((a, b) => Number(textOf(a, "weight") ?? 0) - Number(textOf(b, "weight") ?? 0))
      .flatMap((item) => {
        const href = textOf(item, "url", "pageRef");
        return href === undefined ? [] : [{ label: textOf(item, "name") ?? href, href }];
      }),
  }));
}
