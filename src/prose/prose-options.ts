import type { RuleSwitches } from "../checks/switchable.ts";
import { settingIn } from "../checks/switchable.ts";
import { switchedTo } from "../checks/switches.ts";
import { rule as inclusiveRule } from "../checks/prose/inclusive.ts";
import {
  MOST_WORDS as MOST_IN_PARAGRAPH,
  rule as paragraphRule,
} from "../checks/prose/paragraph-length.ts";
import { rule as quotationRule } from "../checks/prose/quotation.ts";
import {
  MOST_WORDS as MOST_IN_SENTENCE,
  rule as sentenceRule,
} from "../checks/prose/sentence-length.ts";
import { DICTIONARIES, rule as spellingRule, WORD_LIST } from "../checks/prose/spelling.ts";
import { rule as setupRule } from "../checks/prose/setup.ts";
import type { Lacking } from "../checks/prose/setup.ts";
import type { Diagnostic } from "../domain/diagnostic.ts";
import { nearestName } from "../domain/nearest-name.ts";
import type { SourceLocation } from "../domain/source-location.ts";
import { installedDictionary, KNOWN_DICTIONARIES, packageOf } from "./dictionaries.ts";
import type { Dictionary } from "./dictionaries.ts";
import type { InclusivePackages } from "./inclusive-words.ts";
import { neededPackages } from "../settings/optional-packages.ts";
import type { OptionalPackage, UsablePackage } from "../settings/optional-packages.ts";
import { primary } from "./primary-language.ts";

/** What texts are read by, of the rules of prose that are on. Plain data. */
export interface ProseOptions {
  /** Most words of a sentence, and of a paragraph. */
  sentence?: number;
  paragraph?: number;
  quotations?: true;
  spelling?: { module: string; version: string; dictionaries: Dictionary[] };
  inclusive?: InclusivePackages & { version: string };
}

const PROSE_RULES = [sentenceRule, paragraphRule, quotationRule, spellingRule, inclusiveRule];

/** Whether a publication has any rule of prose on. */
export function hasProse(switches: RuleSwitches): boolean {
  return PROSE_RULES.some(({ code }) => switchedTo(code, switches) !== "off");
}

/** What options are made from. */
export interface ProseSetup {
  switches: RuleSwitches;
  /** Absolute path of the project that packages are installed in. */
  project: string;
  /** Of the publication. */
  language: string;
  /** Where a value of `site.yaml` stands. */
  locationOf: (path: readonly PropertyKey[]) => SourceLocation;
}

/** What texts are read by, and what is lacking for it, each told once in `site.yaml`. */
export function proseOptions(setup: ProseSetup): {
  options: ProseOptions;
  diagnostics: Diagnostic[];
} {
  const { switches } = setup;
  const isOn = ({ code }: { code: string }): boolean => switchedTo(code, switches) !== "off";
  const options: ProseOptions = {
    ...(isOn(sentenceRule)
      ? { sentence: settingIn(switches[sentenceRule.code], MOST_IN_SENTENCE) }
      : {}),
    ...(isOn(paragraphRule)
      ? { paragraph: settingIn(switches[paragraphRule.code], MOST_IN_PARAGRAPH) }
      : {}),
    ...(isOn(quotationRule) ? { quotations: true as const } : {}),
  };
  const diagnostics: Diagnostic[] = [];
  const lacks = (path: readonly PropertyKey[], lacking: Lacking): void => {
    diagnostics.push(
      setupRule.at({ file: "site.yaml", ...setup.locationOf(["check", ...path]) }, lacking),
    );
  };
  if (isOn(spellingRule)) {
    const spelling = spellingOptions(setup, lacks);
    if (spelling !== undefined) options.spelling = spelling;
  }
  if (isOn(inclusiveRule)) {
    const names = ["retext-english", "retext-equality"] as const;
    const packages = packagesFor(inclusiveRule.code, names, setup, lacks);
    const [english, equality] = packages ?? [];
    if (english !== undefined && equality !== undefined)
      options.inclusive = {
        english: english.module,
        equality: equality.module,
        version: `${english.version} ${equality.version}`,
      };
  }
  return { options, diagnostics };
}

type Lacks = (path: readonly PropertyKey[], lacking: Lacking) => void;

function spellingOptions(setup: ProseSetup, lacks: Lacks): ProseOptions["spelling"] | undefined {
  const { code } = spellingRule;
  const [cspell] = packagesFor(code, ["cspell-lib"], setup, lacks) ?? [];
  if (cspell === undefined) return undefined;
  const given = settingIn(setup.switches[code], DICTIONARIES);
  const names = given.length > 0 ? given : defaultDictionaries(setup.language);
  const dictionaries: Dictionary[] = [];
  for (const [at, name] of names.entries()) {
    const path = given.length > 0 ? [code, DICTIONARIES.key, at] : [code];
    const packageName = packageOf(name);
    const found = installedDictionary(name, { project: setup.project, cspell: cspell.folder });
    if (found !== undefined) dictionaries.push(found);
    else if (packageName === undefined)
      lacks(path, {
        is: "dictionary",
        name,
        known: KNOWN_DICTIONARIES,
        near: nearestName(name, KNOWN_DICTIONARIES),
      });
    else lacks(path, { is: "dictionary-package", name, package: packageName });
  }
  const isOfPublication = dictionaries.some((one) => one.language === primary(setup.language));
  if (!isOfPublication && dictionaries.length === names.length)
    lacks([code], {
      is: "language",
      language: setup.language,
      offered: KNOWN_DICTIONARIES.filter((tag) => primary(tag) === primary(setup.language)),
    });
  return { module: cspell.module, version: cspell.version, dictionaries };
}

/** The dictionary of a language where a publication names none; of those that have several, it is for the newsroom to say. */
function defaultDictionaries(language: string): readonly string[] {
  if (KNOWN_DICTIONARIES.includes(language)) return [language];
  const { region, language: own } = new Intl.Locale(language).maximize();
  const tag = `${own}-${region}`;
  return KNOWN_DICTIONARIES.includes(tag) ? [tag] : [];
}

/** Packages that a rule needs; undefined, which is told, where one is absent or not as Stet knows it. */
function packagesFor(
  code: string,
  names: readonly OptionalPackage[],
  { project }: ProseSetup,
  lacks: Lacks,
): UsablePackage[] | undefined {
  const needed = neededPackages(names, project);
  if ("packages" in needed) return needed.packages;
  lacks([code], { is: "package", rule: code, ...needed });
  return undefined;
}

/** The list of the publication's own words, by its path below the content folder, and whether it was asked for. */
export function wordList(switches: RuleSwitches): { file: string; isNamed: boolean } {
  const own = switches[spellingRule.code];
  return {
    file: settingIn(own, WORD_LIST),
    isNamed: own?.values?.[WORD_LIST.key] !== undefined,
  };
}
