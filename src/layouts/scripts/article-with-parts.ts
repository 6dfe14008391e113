// For an article with something that acts: notes, players, updates to come, a discussion. Each looks for its own part.
import "./article.ts";
import { openNotesInPlace } from "../../components/article/footnotes-client.ts";
import { letDiscuss } from "../../components/comments/giscus-client.ts";
import { watchUpdates } from "../../components/live/live-news-client.ts";
import { letPlay } from "../../components/media/player-client.ts";

openNotesInPlace();
letPlay();
watchUpdates();
letDiscuss();
