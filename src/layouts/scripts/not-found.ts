// For the page that is shown at wrong addresses.
import "./plain.ts";
import { offerNearest } from "../../search/client/nearest-page.ts";

void offerNearest();
