import { describe, expect, test } from 'vitest';
import { openTerminal } from './terminal.ts';

function open(isTTY: boolean) {
  const written: string[] = [];
  let milliseconds = 0;
  const terminal = openTerminal(
    { write: (text) => written.push(text), isTTY, columns: 20 },
    () => milliseconds,
  );
  const wait = (until: number): void => {
    milliseconds = until;
  };
  return { written, terminal, wait };
}

describe('openTerminal', () => {
  test('replaces the progress line on a terminal', () => {
    const { written, terminal } = open(true);
    terminal.progress('one');
    terminal.say('two');
    expect(written).toEqual(['\r\u001b[2Kone', '\r\u001b[2Ktwo\n']);
  });

  test('cuts a progress line at the width of the terminal', () => {
    const { written, terminal } = open(true);
    terminal.progress('a line that is far too long');
    expect(written).toEqual(['\r\u001b[2Ka line that is far ']);
  });

  test('prints progress only every few seconds into a log', () => {
    const { written, terminal, wait } = open(false);
    terminal.progress('at once');
    wait(4000);
    terminal.progress('too soon');
    wait(5000);
    terminal.progress('later');
    expect(written).toEqual(['at once\n', 'later\n']);
  });
});
