/**
 * When the demonstration is printed to be tested, photographed or measured: after its newest article, and the same
 * for all, so that two runs differ by what was changed and not by what the day brought.
 */
export const DEMO_NOW = "2026-11-24T12:00:00Z";
