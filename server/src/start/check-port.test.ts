import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { checkPort, PortUnavailable } from './check-port.ts';

describe('checkPort', () => {
  test('refuses a port that is in use, saying what to do', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => resolve((other.address() as AddressInfo).port));
    });
    const refused = checkPort('127.0.0.1', port);
    await expect(refused).rejects.toThrow(PortUnavailable);
    await expect(refused).rejects.toThrow(`Port ${port} on 127.0.0.1 is in use`);
    await new Promise((resolve) => other.close(resolve));
    await expect(checkPort('127.0.0.1', port)).resolves.toBeUndefined();
  });

  test('refuses an address that is not of this machine', async () => {
    await expect(checkPort('192.0.2.1', 0)).rejects.toThrow('Check HOST and PORT');
  });
});
