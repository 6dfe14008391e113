/** A request of an example and the part of the answer that its documentation states. */
export interface ExampleAnswer {
  request: string;
  status: number;
  location?: string;
  file?: string;
  /** Header names in lower case; `null` for one that is not sent. */
  headers?: Readonly<Record<string, string | null>>;
}

/** Something that a host's documentation states: files and configuration, and what follows from them. */
export interface Example<Config> {
  /** A sentence, the name of the test. */
  name: string;
  /** The page that states it. */
  source: string;
  /** Paths of files that the bundle has, besides configuration. */
  files?: readonly string[];
  config: Config;
  answers: readonly ExampleAnswer[];
}
