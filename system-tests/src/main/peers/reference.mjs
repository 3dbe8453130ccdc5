// The reference server, with as much of an application as is needed to stand beside ours: PORT [REDIS-URL] on the command line.
import { createServer } from 'node:http';
import { Server } from 'socket.io';

const [port, redisUrl] = process.argv.slice(2);
const http = createServer((request, response) => {
  // What an application would write that lets its administrators speak to a room.
  if (request.method !== 'POST' || request.url !== '/broadcast') {
    response.writeHead(404).end();
    return;
  }
  let body = '';
  request.on('data', chunk => { body += chunk; });
  request.on('end', () => {
    const { room, event, data } = JSON.parse(body);
    rooms.to(room).emit(event, data);
    response.writeHead(200).end('{}');
  });
});
const io = new Server(http, {
  maxHttpBufferSize: 131072,
  connectionStateRecovery: process.env.RECOVERY ? { maxDisconnectionDuration: 120_000 } : undefined,
});
if (redisUrl) {
  const { createClient } = await import('redis');
  const { createAdapter } = await import('@socket.io/redis-adapter');
  const publisher = createClient({ url: redisUrl });
  const subscriber = publisher.duplicate();
  await Promise.all([publisher.connect(), subscriber.connect()]);
  io.adapter(createAdapter(publisher, subscriber));
}

const rooms = io.of('/rooms');
rooms.on('connection', socket => {
  socket.on('join', ({ room }, answered) => {
    socket.join(room);
    socket.data.room = room;
    answered({ ok: true, recovered: socket.recovered });
  });
  socket.on('chat.send', (message, answered) => {
    rooms.to(socket.data.room).emit('chat.message', message);
    answered({ ok: true });
  });
});

// What a script for study sessions relies on, so that the clients themselves are tried against a server that is beyond doubt.
io.of('/study-sessions').on('connection', socket => {
  const token = socket.handshake.auth.token
    ?? socket.handshake.headers.authorization?.replace(/^Bearer /, '')
    ?? socket.handshake.query.token;
  if (token !== 'good') {
    const what = token ? 'Authentication failed. ' : 'Authentication required. ';
    socket.emit('error', { message: what + 'Please provide a valid token.' });
    socket.disconnect();
    return;
  }
  socket.emit('authenticated', { userId: 'ada', email: null });
  socket.on('start-session', (wish, answered) => {
    socket.emit('session-started', { id: 's1', ...wish });
    answered?.({ ok: true });
  });
});

http.listen(Number(port), '127.0.0.1', () => console.log('ready ' + http.address().port));
process.stdin.on('end', () => process.exit(0)).resume();
