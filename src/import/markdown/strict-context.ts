import { addressKind } from "../../markdown/addresses.ts";
import type { BodyNote } from "../converted-body.ts";
import type { NewAddresses } from "./new-addresses.ts";

/** What links and pictures are looked at with. */
export interface StrictContext {
  addresses: Pick<NewAddresses, "strictLink" | "imageState" | "unfitFile">;
  /** Ids of the text itself, which links may lead to. */
  ids: ReadonlySet<string>;
  note: (kind: BodyNote["kind"], what: string) => void;
}

/** What the check refuses in Markdown too: addresses that run or hold code, and pictures that are none. */
export function refusedAnywhere(
  addresses: Pick<NewAddresses, "unfitFile">,
): StrictContext["addresses"] {
  return {
    strictLink: (address) => (addressKind(address) === "script" ? null : address),
    imageState: (address) => (addressKind(address) === "script" ? "missing" : "shown"),
    unfitFile: (address) => addresses.unfitFile(address),
  };
}
