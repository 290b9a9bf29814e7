import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';

/** How a user and the supervisor talk: one JSON object a line, over loopback. */
export type FromSupervisor =
  | { kind: 'welcome' }
  | { kind: 'progress'; text: string }
  | { kind: 'ready'; port: number; version: string }
  | { kind: 'failed'; text: string };

export type FromUser = { token: string };

export function send(socket: Socket, message: FromSupervisor | FromUser): void {
  if (socket.writable) socket.write(`${JSON.stringify(message)}\n`);
}

/** Hands each message to `receive`; a line that is not JSON ends the connection. */
export function receiveLines(socket: Socket, receive: (message: unknown) => void): void {
  createInterface({ input: socket }).on('line', (line) => {
    try {
      receive(JSON.parse(line));
    } catch {
      socket.destroy();
    }
  });
}
