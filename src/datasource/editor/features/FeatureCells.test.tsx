import React, { useState } from 'react';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { layOut } from '../../../../tests/fixtures/panels/browser';
import type { QueryDraft } from '../../ModelwatchQuery';
import { FeatureCells } from './FeatureCells';

beforeAll(layOut);

function Editor({ draft: first, onChange }: { draft: QueryDraft; onChange: (draft: QueryDraft) => void }) {
  const [draft, setDraft] = useState(first);
  const change = (next: QueryDraft) => {
    setDraft(next);
    onChange(next);
  };
  return <FeatureCells draft={draft} onChange={change} />;
}

it('sets what is missing and how numbers are written of one feature, and takes both back', async () => {
  const user = userEvent.setup();
  const onChange = jest.fn<void, [QueryDraft]>();
  const features = [{ name: 'price', type: 'numeric' as const }, { name: 'age' }];
  render(<Editor draft={{ kind: 'drift', current: { path: 'a.csv', features } }} onChange={onChange} />);
  await user.click(screen.getByRole('button', { name: /Missing markers and number formats/ }));
  const price = within(screen.getByRole('group', { name: 'Cells of price' }));
  await user.type(price.getByLabelText(/Missing in price/), '-999, n.b.{Enter}');
  await user.click(price.getByRole('checkbox', { name: /Percent/ }));
  const written = () => onChange.mock.lastCall?.[0].current?.features;
  expect(written()).toEqual([
    { name: 'price', type: 'numeric', missing: ['-999', 'n.b.'], numbers: { percent: true } },
    { name: 'age' },
  ]);
  await user.click(price.getByRole('checkbox', { name: /Percent/ }));
  await user.clear(price.getByLabelText(/Missing in price/));
  await user.tab();
  expect(written()).toEqual(features);
});

it('has nothing to set where no feature is chosen', () => {
  const { container } = render(<Editor draft={{ kind: 'drift', current: { path: 'a.csv' } }} onChange={jest.fn()} />);
  expect(container).toBeEmptyDOMElement();
});
