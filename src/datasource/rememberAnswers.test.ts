/** @jest-environment node */
import { rememberAnswers } from './rememberAnswers';

test('one question is asked once while its answer is fresh', async () => {
  let time = 0;
  const once = rememberAnswers(() => time);
  const ask = jest.fn(async () => 'answer');
  expect(await Promise.all([once('a', ask), once('a', ask)])).toEqual(['answer', 'answer']);
  expect(ask).toHaveBeenCalledTimes(1);
  await once('b', ask);
  expect(ask).toHaveBeenCalledTimes(2);
  time = 60_000;
  await once('a', ask);
  expect(ask).toHaveBeenCalledTimes(3);
});

test('a failure is not remembered', async () => {
  const once = rememberAnswers();
  await expect(once('a', () => Promise.reject(new Error('down')))).rejects.toThrow('down');
  expect(await once('a', async () => 'up')).toBe('up');
});

test('the oldest answers are forgotten', async () => {
  const once = rememberAnswers();
  const ask = jest.fn(async () => 0);
  for (let i = 0; i < 60; i++) {
    await once(String(i), ask);
  }
  await once('0', ask);
  expect(ask).toHaveBeenCalledTimes(61);
  await once('59', ask);
  expect(ask).toHaveBeenCalledTimes(61);
});
