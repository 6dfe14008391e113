/**
 * How the editor holds a value that may be written in several ways, so that it has one field:
 * `date`, a day or an instant, as an instant; `dated`, a list of dates with notes; `updates`, the same, or a date alone;
 * `names`, a name or several, as a list; `source`, a name alone or with an address; `flag`, true or false or a date, as
 * a text.
 */
export type ValueForm = "date" | "dated" | "updates" | "names" | "source" | "flag";

/** What the editor knows of the files of one kind. Plain data. */
export interface FileShape {
  /** A text with front matter, or YAML alone. */
  kind: "text" | "data";
  /** Ending of the files, without dot. */
  ending: string;
  /** All keys that the schema has, in its order. */
  keys: readonly string[];
  /** Keys whose values have other forms in the editor. */
  forms: Readonly<Record<string, ValueForm>>;
  /** What a key means that is not there. */
  defaults: Readonly<Record<string, unknown>>;
  /** Keys that stay as they are once a file exists. */
  fixed: readonly string[];
  /** The publication's time zone. */
  timezone: string;
}

/** Values by key, as the parser of YAML gives them or as the editor holds them. */
export type Values = Readonly<Record<string, unknown>>;

/** Name of the format of a collection's files. */
export function formatName(collection: string): string {
  return `stet-${collection}`;
}
