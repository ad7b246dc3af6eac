import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { answerTheBench } from './rival';

/** Bare socket.io: joins a room when asked and tells it what changed; no rights, no log, no database. */
const server = createServer();
const io = new Server(server, { path: '/ws', transports: ['websocket'] });

interface Asked {
  readonly lessonId: string;
  readonly classroomId: string | null;
}

let offset = 0;
const change = (asked: Asked, connected: boolean) => {
  offset += 1;
  io.to(asked.lessonId).emit('room.delta', {
    lessonId: asked.lessonId,
    epoch: '3f1f0e2a-5d2b-4b0e-9d0c-2f6f3f1f0e2a',
    from: offset - 1,
    offset,
    changes: [{ of: 'classroom', classroomId: asked.classroomId, connected, since: new Date().toISOString() }],
  });
};

io.on('connection', (socket) => {
  socket.on('room.enter', (asked: Asked, done: (answer: object) => void) => {
    void socket.join(asked.lessonId);
    if (asked.classroomId) change(asked, true);
    done({ ok: true, value: {} });
  });
  socket.on('room.leave', (asked: Asked, done: (answer: object) => void) => {
    change({ ...asked, classroomId: 'left' }, false);
    done({ ok: true, value: {} });
  });
});
server.listen(0, '127.0.0.1', () => answerTheBench((server.address() as { port: number }).port));
process.on('SIGTERM', () => void io.close().then(() => process.exit(0)));
