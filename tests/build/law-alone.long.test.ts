import { CHANGES_OF_CODE } from "./law-changes-of-code.ts";
import { CHANGES_OF_FILES } from "./law-changes-of-files.ts";
import { CHANGES_OF_TEXTS } from "./law-changes-of-texts.ts";
import { declareSeries } from "./law-series.ts";
import { commitNumber, pickedFrom } from "../runner/tier.ts";
import { seedFrom } from "./random.ts";

/** About forty rounds of more than a hundred, except at night. */
const PICKED = 24;

// Every change by itself, so that none hides what another leaves behind.
const changes = [...CHANGES_OF_TEXTS, ...CHANGES_OF_FILES, ...CHANGES_OF_CODE];
declareSeries(pickedFrom(changes, PICKED, commitNumber()), seedFrom("STET_TEST_SEED", 2), 1);
