// For the search page.
import "./plain.ts";
import { runSearchPage } from "../../search/client/search-page.ts";

runSearchPage();
