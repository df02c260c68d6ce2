import { noticeLines } from '../cli/noticeLines';
import { distinctNotices, warning } from '../sources/Notice';
import { withNotices } from './withNotices';

const notices = ['Only in the current data: x.', warning('Prometheus warns: a store did not answer')];

it('shows warnings as such before what explains', () => {
  const [first, second] = withNotices(
    [
      { name: 'a', fields: [] },
      { name: 'b', fields: [] },
    ],
    notices
  );
  expect(first.meta?.notices).toEqual([
    { severity: 'warning', text: 'Prometheus warns: a store did not answer' },
    { severity: 'info', text: 'Only in the current data: x.' },
  ]);
  expect(second.meta).toBeUndefined();
});

it('tells them apart in the shell too', () => {
  expect(noticeLines(notices)).toEqual([
    'Warning: Prometheus warns: a store did not answer',
    'Note: Only in the current data: x.',
  ]);
});

it('says what both sides say once', () => {
  expect(distinctNotices([...notices, ...notices])).toEqual(notices);
});
