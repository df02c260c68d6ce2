import React from 'react';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FileConnectionFields } from './FileConnectionFields';

it('takes missing markers apart by commas, and leaves an empty list alone', async () => {
  const onConnection = jest.fn();
  const connection = { type: 'file' as const, folder: '/data', missing: [] };
  const props = { name: 'logs', connection, isReadOnly: false, onConnection } as unknown as React.ComponentProps<
    typeof FileConnectionFields
  >;
  render(<FileConnectionFields {...props} />);
  const field = screen.getByLabelText(/Missing markers/);
  await userEvent.click(field);
  await userEvent.tab();
  expect(onConnection).not.toHaveBeenCalled();
  await userEvent.type(field, '-999, n.b.');
  await userEvent.tab();
  expect(onConnection).toHaveBeenLastCalledWith({ ...connection, missing: ['-999', 'n.b.'] });
});
