import { FlotillaRoom } from "../socket/flotilla-room";
import { FlotillaSocket } from "../socket/flotilla-socket";

/** The plain script `/static/js/flotilla-socket.js`: sets the classes on the window and connects nowhere by itself. */
window.FlotillaSocket = FlotillaSocket;
window.FlotillaRoom = FlotillaRoom;
