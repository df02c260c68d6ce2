/** @jest-environment node */
import { tmpdir } from 'node:os';
import { spillLimits } from './spillLimits';

const MEGABYTE = 2 ** 20;

it('takes what is empty, or no number, as not given', () => {
  const usual = { folder: tmpdir(), bytes: 10_240 * MEGABYTE };
  expect(spillLimits({})).toEqual(usual);
  expect(
    spillLimits({ GF_PLUGIN_TEMPORARY_MB: '', MODELWATCH_TEMPORARY_MB: '', MODELWATCH_TEMPORARY_FOLDER: '' })
  ).toEqual(usual);
  expect(spillLimits({ MODELWATCH_TEMPORARY_MB: 'much' })).toEqual(usual);
  expect(spillLimits({ GF_PLUGIN_TEMPORARY_MB: '0', MODELWATCH_TEMPORARY_FOLDER: '/data' })).toEqual({
    folder: '/data',
    bytes: 0,
  });
});
