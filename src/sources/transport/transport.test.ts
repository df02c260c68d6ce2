/** @jest-environment node */
import zlib from 'node:zlib';
import { authorization } from './authorization';
import { BodyReader } from './BodyReader';
import { errorCode } from './errorCode';
import { inTurn } from './inTurn';
import { limitConcurrency } from './limitConcurrency';
import { noAnswer } from './noAnswer';
import { secretHeaders } from './secretHeaders';
import { sharedAgent } from './sharedAgent';
import { withoutCredentials } from './withoutCredentials';

const context = (secrets: Record<string, string>) => ({ name: 'metrics', secrets });

describe('credentials', () => {
  const base = new URL('http://reader:p%40ss@store:9090/prefix/?x=1');

  it('are never part of an address that is shown', () => {
    expect(withoutCredentials(base)).toBe('http://store:9090/prefix');
  });

  it('are a token, or a user with a password, stored or in the address', () => {
    const basic = (text: string) => ({ Authorization: `Basic ${Buffer.from(text).toString('base64')}` });
    const plain = new URL('http://store');
    expect(authorization(plain, {}, context({}))).toEqual({});
    expect(authorization(base, {}, context({}))).toEqual(basic('reader:p@ss'));
    expect(authorization(plain, { username: 'ü' }, context({ 'metrics.password': 'x:y' }))).toEqual(basic('ü:x:y'));
    expect(authorization(plain, {}, context({ 'metrics.token': 't', 'other.token': 'u' }))).toEqual({
      Authorization: 'Bearer t',
    });
    expect(() => authorization(plain, { username: 'reader' }, context({ 'other.password': 'x' }))).toThrow(
      'has a username but no password'
    );
  });

  it('may be headers of any name, for this connection alone', () => {
    const secrets = { 'metrics.header.X-Key': 'k', 'other.header.X-Key': 'l', 'metrics.password': 'p' };
    expect(secretHeaders(context(secrets))).toEqual({ 'X-Key': 'k' });
  });
});

describe('an exchange that failed', () => {
  it('has the code of its first cause', () => {
    expect(errorCode({ code: 'ECONNREFUSED' })).toBe('ECONNREFUSED');
    expect(errorCode({ errors: [{ code: 'ENOTFOUND' }], cause: { code: 'x' } })).toBe('ENOTFOUND');
    expect(errorCode({ cause: { cause: { code: 'EPIPE' } } })).toBe('EPIPE');
    expect(errorCode(undefined)).toBe('unknown');
  });

  it('says what it means, and of the cause no more than its code', () => {
    const asked = { place: 'http://store', timeout: 2000 };
    expect(noAnswer(new Error('token abc leaked'), asked, false).message).toBe(
      "http://store can't be reached: the request failed (unknown)."
    );
    expect(noAnswer({ code: 'CERT_HAS_EXPIRED' }, asked, false).message).toMatch(/its certificate has expired/);
    expect(noAnswer({}, asked, true)).toMatchObject({
      message: expect.stringMatching(/did not answer within 2s/),
      options: { status: 504 },
    });
  });
});

it('decompresses by what comes, not by what is said to come', async () => {
  expect(await textOf([zlib.gzipSync('{"a":"ü"}')])).toBe('{"a":"ü"}');
  expect(await textOf([...zlib.gzipSync('{"a":"ü"}')].map((byte) => Buffer.from([byte])))).toBe('{"a":"ü"}');
  expect(await textOf([...Buffer.from('"ü"')].map((byte) => Buffer.from([byte])))).toBe('"ü"');
  expect(await textOf([Buffer.from('{}')])).toBe('{}');
  expect(await textOf([Buffer.from('1')])).toBe('1');
  expect(await textOf([])).toBe('');
  await expect(textOf([zlib.gzipSync('{"a":1}').subarray(0, 15)])).rejects.toThrow(
    "The answer of http://store is damaged: it can't be decompressed."
  );
});

it('takes no more of an answer than it may be long, decompressed', async () => {
  await expect(textOf([zlib.gzipSync(Buffer.alloc(2 ** 24))])).rejects.toThrow(
    /http:\/\/store answers with more than 1 MB/
  );
  await expect(textOf([Buffer.alloc(2 ** 20), Buffer.alloc(1)])).rejects.toThrow(/more than 1 MB/);
});

function textOf(chunks: readonly Buffer[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const body = new BodyReader('http://store', 2 ** 20, reject);
    chunks.forEach((chunk) => body.push(chunk, () => undefined));
    body.end(resolve);
  });
}

it('runs at most so many tasks at once, in order, failures too', async () => {
  const run = limitConcurrency(2);
  let running = 0;
  let most = 0;
  const order: number[] = [];
  const tasks = [0, 1, 2, 3, 4].map((i) =>
    run(async () => {
      most = Math.max(most, ++running);
      order.push(i);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running--;
      if (i === 1) {
        throw new Error('failed');
      }
      return i;
    })
  );
  expect(await Promise.allSettled(tasks)).toMatchObject([
    { value: 0 },
    { reason: {} },
    { value: 2 },
    { value: 3 },
    { value: 4 },
  ]);
  expect(order).toEqual([0, 1, 2, 3, 4]);
  expect(most).toBe(2);
});

it('shares limits by store, and connections by their TLS settings', () => {
  expect(inTurn('http://a', 4)).toBe(inTurn('http://a', 4));
  expect(inTurn('http://a', 4)).not.toBe(inTurn('http://b', 4));
  expect(sharedAgent('http:')).toBe(sharedAgent('http:'));
  expect(sharedAgent('https:', { ca: 'x' })).toBe(sharedAgent('https:', { ca: 'x' }));
  expect(sharedAgent('https:', { ca: 'x' })).not.toBe(sharedAgent('https:', { ca: 'x', rejectUnauthorized: false }));
});
