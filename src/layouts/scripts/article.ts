// For an article of text and pictures.
import { markOnArrival } from "../../components/article/marks-client.ts";
import { tellAge } from "../../components/article/age-notice-client.ts";
import { offerSharing } from "../../components/article/share-client.ts";
import { showAges } from "../../components/listing/ages-client.ts";
import { guideKeyboard } from "../../components/navigation/category-bar-client.ts";

guideKeyboard();
tellAge(new Date());
showAges(document);
offerSharing();
markOnArrival();
