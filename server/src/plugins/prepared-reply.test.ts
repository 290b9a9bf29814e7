import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { chooseEncoding, holds, PreparedReply } from './prepared-reply.ts';

const text = 'figures '.repeat(200);
const content = {
  body: Buffer.from(text),
  contentType: 'application/json',
  cacheControl: 'private, no-cache',
  source: 'release 1',
  headers: {},
};

describe('PreparedReply', () => {
  test('holds the same bytes in every encoding', () => {
    const prepared = new PreparedReply(content);
    expect(brotliDecompressSync(prepared.variant('br').body).toString()).toBe(text);
    expect(gunzipSync(prepared.variant('gzip').body).toString()).toBe(text);
    expect(prepared.variant('identity').body.toString()).toBe(text);
  });

  test('compresses an encoding once', () => {
    const prepared = new PreparedReply(content);
    expect(prepared.variant('br').body).toBe(prepared.variant('br').body);
  });

  test('tags each encoding, source and content differently', () => {
    const tags = [
      new PreparedReply(content).variant('br'),
      new PreparedReply(content).variant('gzip'),
      new PreparedReply({ ...content, source: 'release 2' }).variant('br'),
      new PreparedReply({ ...content, body: Buffer.from('other') }).variant('br'),
    ].map(({ etag }) => etag);
    expect(new Set(tags).size).toBe(4);
    expect(tags.every((tag) => /^"[\w-]+"$/.test(tag))).toBe(true);
  });

  test('says how many bytes each encoding adds', () => {
    const added: number[] = [];
    const prepared = new PreparedReply(content, (bytes) => added.push(bytes));
    const before = prepared.bytes;
    prepared.variant('br');
    prepared.variant('br');
    prepared.variant('identity');
    expect(added).toEqual([prepared.bytes - before]);
  });
});

describe('chooseEncoding', () => {
  test.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['GZIP', 'gzip'],
    ['deflate', 'identity'],
    ['*', 'br'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0.5, gzip;q=0.8', 'gzip'],
    ['gzip;q=0.5, identity', 'identity'],
    ['identity', 'identity'],
    ['br;q=nonsense, gzip', 'gzip'],
  ])('answers %j with %s', (header, expected) => {
    expect(chooseEncoding(header)).toBe(expected);
  });
});

describe('holds', () => {
  test.each([
    ['"a"', true],
    ['W/"a"', true],
    ['"b", "a"', true],
    ['*', true],
    ['"b"', false],
    ['a', false],
    ['', false],
  ])('finds the tag "a" in %j: %s', (header, expected) => {
    expect(holds(header, '"a"')).toBe(expected);
  });
});
