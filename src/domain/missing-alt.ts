/** The alt text of imported pictures that had none; the check reports it until somebody writes what they show. */
export const MISSING_ALT = "ALT MISSING";
