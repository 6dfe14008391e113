// For every page that has nothing more.
import { guideKeyboard } from "../../components/navigation/sections-client.ts";

guideKeyboard();
