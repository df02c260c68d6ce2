/** @jest-environment node */
import { lostShards } from './describeLack';
import { storeError } from './storeError';

const asked = { place: 'Elasticsearch at http://store', index: 'flights-*', query: 'carrier:UA' };

/** As real stores worded them. */
it.each([
  {
    status: 503,
    error: {
      type: 'search_phase_execution_exception',
      reason: '',
      root_cause: [],
      caused_by: {
        type: 'search_phase_execution_exception',
        reason: 'Search rejected due to missing shards [[flights-b][0]]. Consider using …',
      },
    },
    says: /lacks shards of "flights-\*" .*\[flights-b\].*too few/,
    as: 503,
  },
  {
    status: 500,
    error: { type: 'query_phase_execution_exception', reason: 'Time exceeded' },
    says: /ran out of time/,
    as: 504,
  },
  {
    status: 500,
    error: { type: 'search_phase_execution_exception', caused_by: { type: 'time_exceeded_exception', reason: null } },
    says: /ran out of time/,
    as: 504,
  },
])('says what it means that a store answers $error', ({ status, error, says, as }) => {
  const told = storeError(status, error, asked);
  expect(told.message).toMatch(says);
  expect(told.options).toMatchObject({ status: as, side: 'downstream' });
});

it('words shards that are nowhere as a search does, where the fields are asked for', () => {
  const type = 'no_shard_available_action_exception';
  const error = { root_cause: [], type, reason: 'index [flights-b] has no active shard copy' };
  const other = { indices: ['far:flights'], failure: { error: { type: 'connect_transport_exception' } } };
  const told = storeError(503, lostShards([other, { indices: ['flights-b'], failure: { error } }]), asked);
  expect(told.message).toMatch(/lacks shards of "flights-\*" \("index \[flights-b\] has no active.*too few/);
  expect(told.options).toMatchObject({ status: 503, side: 'downstream' });
  expect(lostShards([other])).toBeUndefined();
  expect(lostShards(undefined)).toBeUndefined();
});
