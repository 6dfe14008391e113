// For pages that list articles.
import { showAges } from "../../components/listing/ages-client.ts";
import { guideKeyboard } from "../../components/navigation/category-bar-client.ts";

guideKeyboard();
showAges(document);
