/** @jest-environment node */
import { inTurnOfAll, setStoreTurns, setStoreUrgency, STORES } from './storeTurns';

it('lets eight requests to a store be under way in all threads together, and those to others pass', async () => {
  const counts = new Int32Array(new SharedArrayBuffer(4 * 2 * STORES));
  let running = 0;
  let most = 0;
  const request = async () => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, 20));
    running--;
  };
  const asked = [0, 1].flatMap((thread) => {
    setStoreTurns({ counts, thread });
    return Array.from({ length: 10 }, () => inTurnOfAll('http://store', request));
  });
  await inTurnOfAll('http://another', () => Promise.resolve());
  expect(running).toBeGreaterThan(0);
  await Promise.all(asked);
  expect(most).toBe(8);
  expect(counts.every((count) => count === 0)).toBe(true);
  setStoreTurns({ counts: new Int32Array(STORES), thread: 0 });
});

it('leaves some of them to alert rules however many panels ask, and more to health checks', async () => {
  const running: string[] = [];
  const most: Record<string, number> = {};
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const ask = (urgency: 'check' | 'alert' | 'panel') => {
    setStoreUrgency(urgency);
    return Array.from({ length: 20 }, () =>
      inTurnOfAll('http://store', async () => {
        running.push(urgency);
        most[urgency] = running.length;
        await ended;
      })
    );
  };
  const asked = [...ask('panel'), ...ask('alert'), ...ask('check')];
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(most).toEqual({ panel: 6, alert: 8, check: 10 });
  end();
  await Promise.all(asked);
  setStoreUrgency('alert');
});
