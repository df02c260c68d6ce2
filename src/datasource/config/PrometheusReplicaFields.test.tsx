import React from 'react';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PrometheusReplicaFields } from './PrometheusReplicaFields';

it('writes the labels of replicas and what Thanos is asked, and takes them away again', async () => {
  const onConnection = jest.fn();
  const connection = { type: 'prometheus' as const, url: 'http://prometheus:9090', thanos: { dedup: true } };
  const props = { name: 'metrics', connection, isReadOnly: false, onConnection } as unknown as React.ComponentProps<
    typeof PrometheusReplicaFields
  >;
  render(<PrometheusReplicaFields {...props} />);
  await userEvent.type(screen.getByLabelText(/Replica labels/), 'replica, server');
  await userEvent.tab();
  expect(onConnection).toHaveBeenLastCalledWith({ ...connection, replicaLabels: ['replica', 'server'] });
  const [partial, dedup] = screen.getAllByRole('radiogroup');
  await userEvent.click(partial.querySelectorAll('input')[2]);
  expect(onConnection).toHaveBeenLastCalledWith({ ...connection, thanos: { dedup: true, partialResponse: false } });
  await userEvent.click(dedup.querySelectorAll('input')[0]);
  expect(onConnection).toHaveBeenLastCalledWith({ ...connection, thanos: undefined });
});
