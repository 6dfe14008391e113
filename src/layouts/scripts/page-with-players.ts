// For a standing page with films or recordings.
import "./plain.ts";
import { letPlay } from "../../components/media/player-client.ts";

letPlay();
