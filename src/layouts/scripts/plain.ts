// For every page that has nothing more.
import { guideKeyboard } from "../../components/navigation/category-bar-client.ts";

guideKeyboard();
