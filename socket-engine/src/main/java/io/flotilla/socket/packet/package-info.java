/**
 * Packets of the Socket.IO protocol, revision 5, and their text: pure, without a socket. {@link io.flotilla.socket.packet.PacketReader}
 * puts packets and their binary attachments together again; {@link io.flotilla.socket.packet.PacketWriter} takes them apart. What a client
 * sends may be anything: it is limited in size, depth and number before it costs anything, and refused as data.
 */
@NullMarked
package io.flotilla.socket.packet;

import org.jspecify.annotations.NullMarked;
