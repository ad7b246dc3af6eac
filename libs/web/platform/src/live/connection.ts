import type { Socket } from 'socket.io-client';

/** How the live connection stands. */
export type ConnectionState = 'off' | 'connecting' | 'online' | 'reconnecting';

/** Opens the socket; the library is fetched only then, so that the first page does not wait for it. */
export async function openSocket(language: () => string): Promise<Socket> {
  const { io } = await import('socket.io-client');
  return io({
    path: '/ws',
    autoConnect: false,
    auth: (give) => give({ language: language() }),
    withCredentials: true,
    // A school's proxy may refuse websockets; polling then still works.
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelay: 300,
    reconnectionDelayMax: 2000,
    randomizationFactor: 0.3,
    timeout: 8000,
  });
}
