import { CHANGES_OF_CODE } from "./incremental-changes-of-code.ts";
import { CHANGES_OF_FILES } from "./incremental-changes-of-files.ts";
import { CHANGES_OF_TEXTS } from "./incremental-changes-of-texts.ts";
import { declareSeries } from "./incremental-series.ts";
import { commitNumber, pickedFrom } from "../runner/tier.ts";
import { seedFrom } from "./random.ts";

/** Of nearly eighty changes, except at night: about fifteen rounds without code, and a few with it. */
const PICKED = 30;
const PICKED_WITH_CODE = 4;

// STET_TEST_SEED=7 npm run test:all repeats or varies the order and the articles drawn.
const seed = seedFrom("STET_TEST_SEED", 1);
const changes = [...CHANGES_OF_TEXTS, ...CHANGES_OF_FILES, ...CHANGES_OF_CODE].filter(
  ({ rare }) => rare === undefined,
);
const others = changes.filter((change) => !change.toEntry);
declareSeries(pickedFrom(others, PICKED, commitNumber()), seed, 8);
declareSeries(pickedFrom(changes, PICKED_WITH_CODE, commitNumber()), seed, 8, { runsCode: true });
