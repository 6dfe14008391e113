/** Where an upload keeps what it replaces, at the target: so that an earlier bundle can be public again. */
export const KEPT_FOLDER = ".stet-kept";
