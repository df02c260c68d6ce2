import React from 'react';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { layOut } from '../../../tests/fixtures/panels/browser';
import { FileConnectionFields } from './FileConnectionFields';

beforeAll(layOut);

type Props = React.ComponentProps<typeof FileConnectionFields>;

function Fields({ connection, onConnection }: Pick<Props, 'connection' | 'onConnection'>) {
  return <FileConnectionFields name="logs" connection={connection} isReadOnly={false} onConnection={onConnection} />;
}

it('takes missing markers apart by commas, and leaves an empty list alone', async () => {
  const onConnection = jest.fn();
  const connection = { type: 'file' as const, folder: '/data', missing: [] };
  render(<Fields connection={connection} onConnection={onConnection} />);
  const field = screen.getByLabelText(/Missing markers/);
  await userEvent.click(field);
  await userEvent.tab();
  expect(onConnection).not.toHaveBeenCalled();
  await userEvent.type(field, '-999, n.b.');
  await userEvent.tab();
  expect(onConnection).toHaveBeenLastCalledWith({ ...connection, missing: ['-999', 'n.b.'] });
});

it('sets how numbers are written and whether there is a header, and takes both back', async () => {
  const user = userEvent.setup();
  const onConnection = jest.fn();
  const plain = { type: 'file' as const, folder: '/data' };
  const { rerender } = render(<Fields connection={plain} onConnection={onConnection} />);
  await user.click(screen.getByRole('checkbox', { name: /Currency/ }));
  expect(onConnection).toHaveBeenLastCalledWith({ ...plain, numbers: { currency: true } });
  const european = { ...plain, header: false, numbers: { currency: 'EUR', decimal: ',' as const } };
  rerender(<Fields connection={european} onConnection={onConnection} />);
  expect(screen.getByLabelText(/^Numbers/)).toHaveValue('12345,6');
  expect(screen.getByLabelText(/^Header/)).toHaveValue('No');
  await user.click(screen.getByRole('checkbox', { name: /Currency/ }));
  expect(onConnection).toHaveBeenLastCalledWith({ ...plain, header: false, numbers: { decimal: ',' } });
});
