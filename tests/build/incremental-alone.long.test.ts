import { CHANGES_OF_CODE } from "./incremental-changes-of-code.ts";
import { CHANGES_OF_FILES } from "./incremental-changes-of-files.ts";
import { CHANGES_OF_TEXTS } from "./incremental-changes-of-texts.ts";
import { declareSeries } from "./incremental-series.ts";
import { firstRounds } from "./incremental-change.ts";
import { commitNumber, currentTier, pickedFrom } from "../runner/tier.ts";
import { seedFrom } from "./random.ts";

/** So many rounds of more than a hundred are tried, except at night. */
const MOST_ROUNDS = 16;

/** Of the changes to the entry that runs code, except at night: each round bundles a renderer. */
const CHANGES_TO_ENTRY = 2;

// Every change by itself, so that none hides what another leaves behind.
const changes = [...CHANGES_OF_TEXTS, ...CHANGES_OF_FILES, ...CHANGES_OF_CODE];
const toEntry = changes.filter((change) => change.toEntry);
const others = changes.filter((change) => !change.toEntry);
const isNight = currentTier() === "nightly";
const picked = pickedFrom(others, MOST_ROUNDS, commitNumber());
const seed = seedFrom("STET_TEST_SEED", 2);
declareSeries(isNight ? picked : firstRounds(picked, MOST_ROUNDS), seed, 1);
declareSeries(isNight ? changes : pickedFrom(toEntry, CHANGES_TO_ENTRY, commitNumber()), seed, 1, {
  runsCode: true,
});
