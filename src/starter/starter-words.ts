/** What a new publication says before anybody has written for it. */
export interface StarterWords {
  /** The folder of its articles below `texts/`; also the tag of the language that they are in. */
  folder: string;
  sections: readonly string[];
  /** Name of the author of the first articles. */
  newsroom: string;
  bio: string;
  description: string;
  /** Description of a section, with `{section}` for its name. */
  section: string;
}

const ENGLISH: StarterWords = {
  folder: "en",
  sections: ["News", "Opinion"],
  newsroom: "The newsroom",
  bio: "Everybody who writes here, until each has a file of their own.",
  description: "What happened, and how we know.",
  section: "{section}: all articles, the newest first.",
};

const WORDS: Readonly<Record<string, StarterWords>> = {
  en: ENGLISH,
  fr: {
    folder: "fr",
    sections: ["Actualités", "Débats"],
    newsroom: "La rédaction",
    bio: "Toutes celles et tous ceux qui écrivent ici, en attendant que chacun ait son fichier.",
    description: "Ce qui s’est passé, et comment nous le savons.",
    section: "{section}\u00A0: tous les articles, le plus récent d’abord.",
  },
  de: {
    folder: "de",
    sections: ["Nachrichten", "Meinung"],
    newsroom: "Die Redaktion",
    bio: "Alle, die hier schreiben, bis jede und jeder eine eigene Datei hat.",
    description: "Was geschehen ist und woher wir es wissen.",
    section: "{section}: alle Artikel, der neueste zuerst.",
  },
};

/** The words for a language tag: those of its primary language, English where there are none. */
export function starterWords(language: string): StarterWords {
  return WORDS[language.toLowerCase().split("-")[0] ?? ""] ?? ENGLISH;
}
