import { describe, expect, test } from 'vitest';
import { ReplyCache } from './reply-cache.ts';

const content = (bytes: number) => ({
  body: Buffer.alloc(bytes, 'x'),
  contentType: 'text/plain',
  cacheControl: 'no-cache',
  headers: {},
});
const never = (): never => {
  throw new Error('made again');
};

describe('ReplyCache', () => {
  test('makes a reply once for a key, whatever the address', () => {
    const cache = new ReplyCache();
    const first = cache.entry('key', '/a?x=1&y=2', () => content(10));
    expect(cache.entry('key', '/a?y=2&x=1', never)).toBe(first);
    expect(cache.at('/a?y=2&x=1')).toBe(first);
  });

  test('knows no address it has not answered', () => {
    expect(new ReplyCache().at('/a')).toBeUndefined();
  });

  test('drops the least recently used first when it holds too many bytes', () => {
    const cache = new ReplyCache(250);
    cache.entry('a', '/a', () => content(100));
    cache.entry('b', '/b', () => content(100));
    cache.at('/a');
    cache.entry('c', '/c', () => content(100));
    expect(cache.at('/b')).toBeUndefined();
    expect(cache.at('/a')).toBeDefined();
    expect(cache.bytes).toBe(200);
  });

  test('counts the bytes of each encoding that is asked for', () => {
    const cache = new ReplyCache();
    const reply = cache.entry('a', '/a', () => content(1000));
    const compressed = reply.variant('gzip').body.byteLength;
    expect(cache.bytes).toBe(1000 + compressed);
  });

  test('does not keep a reply larger than all it may hold', () => {
    const cache = new ReplyCache(10);
    expect(cache.entry('a', '/a', () => content(11)).variant('identity').body.byteLength).toBe(11);
    expect(cache.size).toBe(0);
    expect(cache.bytes).toBe(0);
  });

  test('forgets addresses but keeps replies', () => {
    const cache = new ReplyCache();
    const reply = cache.entry('a', '/a', () => content(10));
    cache.forgetAddresses();
    expect(cache.at('/a')).toBeUndefined();
    expect(cache.entry('a', '/a', never)).toBe(reply);
  });
});
