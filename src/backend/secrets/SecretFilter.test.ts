/** @jest-environment node */
import { SecretFilter } from './SecretFilter';

const SECRET = `p@ss/w "ö" <&> 'x'+1`;
const hide = (text: string, ...secrets: string[]) => new SecretFilter(secrets).hide(text);

describe('SecretFilter', () => {
  it.each([
    ['plain', SECRET],
    ['in a URL', encodeURIComponent(SECRET)],
    ['in a form', new URLSearchParams({ a: SECRET }).toString().slice(2)],
    ['in lower-case percent codes', encodeURIComponent(SECRET).replace(/%../g, (code) => code.toLowerCase())],
    ['in JSON', JSON.stringify(SECRET).slice(1, -1)],
    ['in JSON in JSON', JSON.stringify(JSON.stringify(SECRET)).slice(3, -3)],
    ['in Base64', Buffer.from(SECRET).toString('base64')],
    [
      'in HTML',
      SECRET.replace(
        /[&<>"']/g,
        (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[c] ?? c
      ),
    ],
  ])('hides a secret %s', (_, written) => {
    expect(hide(`before ${written} after ${written}`, SECRET)).toBe('before [hidden] after [hidden]');
  });

  it.each([0, 1, 2, 3])('hides what stands for it in the Base64 of a longer text, %d bytes in', (before) => {
    const text = Buffer.from(`${'x'.repeat(before)}correct-horse-battery; and more`).toString('base64');
    const shown = hide(text, 'correct-horse-battery');
    expect(shown).toContain('[hidden]');
    expect(Buffer.from(shown.replace('[hidden]', ''), 'base64').toString('latin1')).not.toMatch(/horse|batter/);
  });

  it('hides the beginning of a secret that was cut off where a text was shortened', () => {
    expect(hide('header "Bearer abcdef-gh …" seen', 'abcdef-ghijkl')).toBe('header "Bearer [hidden] …" seen');
    expect(hide('check the token', 'token-and-more')).toBe('check the token');
  });

  it('replaces a secret that contains another as a whole, and nothing of what it writes itself', () => {
    expect(hide('token-and-more', 'token', 'token-and-more', 'hidden')).toBe('[hidden]');
  });

  it('hides short secrets where they stand alone, and leaves words alone', () => {
    expect(hide('a cab, said abc', '', 'a', 'abc', 'ca')).toBe('a cab, said [hidden]');
    expect(hide('no testament to test: "test"', 'test')).toBe('no testament to [hidden]: "[hidden]"');
  });

  it('hides folders, and not what lies below a folder of this name elsewhere', () => {
    const filter = new SecretFilter([], ['/srv/data', '/']);
    expect(filter.hide('/srv/data/a.csv, /srv/database, http://h/srv/data, /srv/data.old, at /srv/data.')).toBe(
      '[folder]/a.csv, /srv/database, http://h/srv/data, /srv/data.old, at [folder].'
    );
  });

  it.each(['drift', '100', 'a1b', 'score', 'verdict', 'table', 'message', 'production', '20260101', 'country_code'])(
    'leaves data alone where a secret is an ordinary value: %s',
    (secret) => {
      const frame = {
        name: secret,
        meta: {
          ...{ preferredVisualisationType: secret, custom: { [secret]: secret } },
          notices: [{ severity: 'info' as const, text: `not the ${secret} that was sent` }],
        },
        fields: [
          {
            ...{ name: secret, kind: 'string' as const, values: [secret, `${secret}…`, null] },
            config: { mappings: [{ type: 'value', options: { [secret]: { text: secret } } }] },
          },
          { name: 'n', kind: 'number' as const, values: [100, 20260101], labels: { [secret]: secret } },
        ],
      };
      const hidden = new SecretFilter([secret], ['/api']).hideInFrame(frame);
      const notices = [{ severity: 'info', text: 'not the [hidden] that was sent' }];
      expect(hidden).toEqual({ ...frame, meta: { ...frame.meta, notices } });
    }
  );

  it.each(['sesame-1', 'ann:opensesame', 'correct-horse-battery', '/srv/models'])('takes %s out of data', (secret) => {
    const values = [`x ${secret}`, secret];
    const filter = new SecretFilter(secret.startsWith('/') ? [] : [secret], ['/srv/models']);
    expect(
      JSON.stringify(filter.hideInFrame({ name: '', fields: [{ name: 's', kind: 'string', values }] }))
    ).not.toContain(secret);
  });

  it('leaves texts alone that look like paths below a folder of a single name', () => {
    const field = { name: 'path', kind: 'string' as const, values: ['/data/users'] };
    const filter = new SecretFilter([], ['/data']);
    expect(filter.hideInFrame({ name: '', fields: [field] }).fields).toEqual([field]);
    expect(filter.hide("can't read /data/users")).toBe("can't read [folder]/users");
  });

  it('looks through frames: names, notices, labels, texts, and no numbers', () => {
    const frame = {
      name: 'of sesame-1',
      meta: { notices: [{ severity: 'warning' as const, text: 'says sesame-1' }], custom: { deep: ['sesame-1'] } },
      fields: [
        { name: 'sesame-1', kind: 'string' as const, values: ['x', null, 'sesame-1'], labels: { a: 'sesame-1' } },
        { name: 'n', kind: 'number' as const, values: [1, null], config: { description: 'sesame-1', decimals: 2 } },
      ],
    };
    const hidden = new SecretFilter(['sesame-1']).hideInFrame(frame);
    expect(JSON.stringify(hidden)).not.toContain('sesame');
    expect(hidden.fields[1].values).toEqual([1, null]);
    expect(hidden.fields[1].config).toEqual({ description: '[hidden]', decimals: 2 });
  });
});
