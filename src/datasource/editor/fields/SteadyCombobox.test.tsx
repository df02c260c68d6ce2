import React, { useSyncExternalStore } from 'react';
import { render, screen } from '@testing-library/react';
import { layOut } from '../../../../tests/fixtures/panels/browser';
import { user } from '../../../../tests/fixtures/panels/user';
import { SteadyCombobox } from './SteadyCombobox';

beforeAll(layOut);

interface Stored {
  readonly fruit: string;
  readonly drawn: number;
}

/** A host that keeps what it is told outside of React and draws at once, as Explore and the editors of dashboards do. */
function startHost(followUp?: (stored: Stored) => Stored) {
  let stored: Stored = { fruit: 'apple', drawn: 0 };
  const told: string[] = [];
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const store = (changed: Stored) => {
    if (told.length > 20) {
      throw new Error('It goes on for ever.');
    }
    stored = changed;
    listeners.forEach((listener) => listener());
  };
  function Host() {
    const { fruit, drawn } = useSyncExternalStore(subscribe, () => stored);
    return (
      <label htmlFor="fruit">
        Fruit
        <SteadyCombobox
          id="fruit"
          // Options that are new objects in each drawing, as labels in the user's language are.
          options={['apple', 'pear'].map((value) => ({ value, description: `drawn ${drawn} times` }))}
          value={fruit}
          onChange={({ value }) => {
            told.push(value);
            store({ fruit: value, drawn: drawn + 1 });
            if (followUp) {
              store(followUp(stored));
            }
          }}
        />
      </label>
    );
  }
  render(<Host />);
  return { told, fruit: () => stored.fruit };
}

async function pick(name: RegExp): Promise<void> {
  await user.click(screen.getByRole('combobox'));
  await user.click(await screen.findByRole('option', { name }));
}

test('a choice is told once, however often the host draws', async () => {
  const { told } = startHost();
  await pick(/^pear/);
  await pick(/^apple/);
  await pick(/^apple/);
  expect(told).toEqual(['pear', 'apple']);
});

test('what is set after a choice is not taken back', async () => {
  const host = startHost((stored) => ({ fruit: 'banana', drawn: stored.drawn + 1 }));
  await pick(/^pear/);
  expect([host.told, host.fruit()]).toEqual([['pear'], 'banana']);
});
