import { CHANGES_OF_CODE } from "./law-changes-of-code.ts";
import { CHANGES_OF_FILES } from "./law-changes-of-files.ts";
import { CHANGES_OF_TEXTS } from "./law-changes-of-texts.ts";
import { declareSeries } from "./law-series.ts";
import { seedFrom } from "./random.ts";

// Every change by itself, so that none hides what another leaves behind.
declareSeries(
  [...CHANGES_OF_TEXTS, ...CHANGES_OF_FILES, ...CHANGES_OF_CODE],
  seedFrom("STET_TEST_SEED", 2),
  1,
);
