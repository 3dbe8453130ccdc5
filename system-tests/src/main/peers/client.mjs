// The npm client, told what to do by JSON lines on stdin; what its sockets hear goes to stdout as JSON lines.
import { createInterface } from 'node:readline';
import { io } from 'socket.io-client';

const sockets = new Map();
const say = line => process.stdout.write(JSON.stringify(line) + '\n');

function open({ id, url, namespace, transports, auth, headers, query, reconnects }) {
  const socket = io(url + namespace, {
    forceNew: true,
    transports,
    auth,
    query,
    extraHeaders: headers,
    reconnection: reconnects,
    reconnectionDelay: 200,
    reconnectionDelayMax: 1000,
  });
  sockets.set(id, socket);
  socket.on('connect', () => {
    const engine = socket.io.engine;
    say({ id, on: 'connect', sid: socket.id, recovered: socket.recovered, transport: engine.transport.name });
    engine.once('upgrade', transport => say({ id, on: 'upgrade', transport: transport.name }));
  });
  socket.on('disconnect', reason => say({ id, on: 'disconnect', reason }));
  socket.on('connect_error', error => say({ id, on: 'connect_error', message: error.message, data: error.data }));
  socket.onAny((event, ...args) => say({ id, on: 'event', event, args }));
}

function emit({ id, event, args, ack }) {
  const socket = sockets.get(id);
  if (ack === undefined) {
    socket.emit(event, ...args);
  } else {
    socket.emit(event, ...args, (...answer) => say({ id, on: 'ack', ack, args: answer }));
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const command = JSON.parse(line);
  if (command.do === 'open') {
    open(command);
  } else if (command.do === 'emit') {
    emit(command);
  } else {
    sockets.get(command.id)?.disconnect();
    sockets.delete(command.id);
  }
}
process.exit(0);
