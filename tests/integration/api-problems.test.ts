import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemTitles } from '../../server/src/plugins/problem-titles.ts';
import { openTestApi, type TestApi } from '../support/api.ts';

const release = '/api/v1/releases/2';
let api: TestApi;
beforeAll(async () => {
  api = await openTestApi([13, 14]);
});
afterAll(() => api.close());

const problem = async (url: string) => {
  const reply = await api.app.inject(url);
  expect(reply.headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(reply.headers['cache-control']).toBe('no-store');
  const body = reply.json();
  expect(body.status).toBe(reply.statusCode);
  expect(problemTitles).toHaveProperty(body.code, body.title);
  expect(body.type).toBe(`/api/problems#${body.code}`);
  return body;
};

describe('a wrong question', () => {
  test.each([
    ['/series', 'unknown-metric', 'metric', 'response.time'],
    ['/series?metric=response.tmie', 'unknown-metric', 'metric', 'response.time'],
    ['/series?metric=response.time&area=WM18-XXX', 'unknown-area', 'area', 'WM18-SHR'],
    ['/series?metric=response.time&grad=2', 'unknown-parameter', 'grad', 'grade'],
    ['/series?metric=response.time&grade=17', 'unknown-member', 'grade', '2'],
    ['/series?metric=response.time&by=colour', 'unknown-dimension', 'by', 'grade'],
    ['/series?metric=response.time&grain=week', 'unknown-member', 'grain', 'month'],
    ['/series?metric=response.time&statistic=mode', 'unknown-member', 'statistic', 'median'],
    ['/series?metric=response.time&from=2023/24', 'unknown-period', 'from', '2023-11'],
    ['/series?metric=outcomes.oc15&basis=closed,recorded', 'one-member-only', 'basis', 'recorded'],
    ['/measures/response.tmie', 'unknown-metric', 'metric', 'response.time'],
    ['/measures/response.time?metric=response.time', 'unknown-parameter', 'metric', 'grade'],
  ])('is refused at %s, naming what would do', async (path, code, parameter, valid) => {
    const body = await problem(release + path);
    expect(body).toMatchObject({ status: 400, code, parameter });
    expect(body.valid).toContain(valid);
  });

  test.each([
    ['from=2023-11&to=2023-04', 'empty-span'],
    ['from=1950-01&to=2023-04', 'span-too-long'],
  ])('about a span that holds nothing, or too much, is refused: %s', async (span, code) => {
    const body = await problem(`${release}/series?metric=response.time&${span}`);
    expect(body).toMatchObject({ status: 400, code, parameter: 'from' });
  });

  test.each(['', '/state', '/board/2023-11'])(
    'with a parameter where none is taken is refused at %j',
    async (path) => {
      const body = await problem(`${release}${path}?colour=red`);
      expect(body).toMatchObject({ status: 400, code: 'unknown-parameter', parameter: 'colour', valid: [] });
    },
  );

  test('with a parameter given twice is refused: which one counts would be a guess', async () => {
    const body = await problem(`${release}/series?metric=response.time&grade=1&grade=2`);
    expect(body).toMatchObject({ status: 400, code: 'repeated-parameter', parameter: 'grade' });
  });

  test.each([
    ['/api/v1/metrics/response.tmie', 'unknown-metric'],
    [`${release}/board/1999-01`, 'unknown-month'],
    ['/api/v1/nothing', 'not-found'],
    [`${release}/measures`, 'not-found'],
  ])('about what is not there is 404 at %s', async (url, code) => {
    expect(await problem(url)).toMatchObject({ status: 404, code });
  });

  test.each(['3', '0', '01', '-1', '1.5', 'x', '99999999999999999999'])(
    'about release %s names the releases there are',
    async (number) => {
      const body = await problem(`/api/v1/releases/${number}/series?metric=response.time`);
      expect(body).toMatchObject({ status: 404, code: 'unknown-release', valid: ['2', '1', 'latest'] });
      expect(body.detail).toContain('releases 1 to 2');
    },
  );
});

describe('a request that cannot be read', () => {
  test('is refused in problem details when its address is malformed', async () => {
    expect(await problem('/api/v1/metrics/%zz')).toMatchObject({ status: 400, code: 'bad-request' });
  });

  test('is refused when it writes, whatever it holds', async () => {
    const reply = await api.app.inject({
      method: 'POST',
      url: '/api/v1/releases',
      headers: { 'content-type': 'application/json' },
      payload: '{"broken',
    });
    expect(reply.headers['content-type']).toContain('application/problem+json');
    expect([400, 405]).toContain(reply.statusCode);
  });

  test('gets problem details even when it is not HTTP', async () => {
    const { port } = new URL(await api.app.listen({ host: '127.0.0.1', port: 0 }));
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.write('nonsense\r\n\r\n'));
      let text = '';
      socket
        .on('data', (chunk) => {
          text += chunk;
        })
        .on('close', () => resolve(text))
        .on('error', reject);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain('application/problem+json');
    expect(answer).toContain('"code":"bad-request"');
  });
});

describe('a fault of the server', () => {
  test('gives a reference and nothing of its cause', async () => {
    const live = api.store.live;
    api.store.live = () => {
      throw new Error('secret detail of the inside');
    };
    const reply = await api.app.inject('/api/v1/metrics');
    api.store.live = live;
    expect(reply.statusCode).toBe(500);
    const body = reply.json();
    expect(body).toMatchObject({
      code: 'internal-error',
      reference: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(body.detail).toContain(body.reference);
    expect(reply.body).not.toContain('secret');
  });
});

describe('the page of problem codes', () => {
  test('explains each code at its own anchor', async () => {
    const { body, headers } = await api.app.inject('/api/problems');
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(Object.keys(problemTitles).filter((code) => !body.includes(`<dt id="${code}">`))).toEqual([]);
  });
});
