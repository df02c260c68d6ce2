import { turningRamps } from './rampCandidates';

test.each([8, 12, 13, 16, 24, 400])('each half of a trend that turns is a ramp in %s rows', (size) => {
  const pairs = turningRamps(size, 3);
  for (const [down, up] of pairs) {
    expect(down.to - down.from).toBeGreaterThanOrEqual(4);
    expect(up.to - up.from).toBeGreaterThanOrEqual(4);
    expect(up.to).toBe(size - 1);
  }
  expect(pairs.length > 0).toBe(size >= 12);
});
