/** @jest-environment node */
import { secretsOf } from './secretsOf';

const of = (connections: unknown, secrets: Record<string, string> = {}, headers: Record<string, string> = {}) =>
  secretsOf({
    ...{ organization: 1, uid: 'u', name: 'n', lastUpdated: 0, secrets, jsonData: JSON.stringify({ connections }) },
    grafana: { url: 'http://g', token: 'glsa_1', headers },
  });

describe('secretsOf', () => {
  it('knows the stored secrets and the token of the service account', () => {
    expect(of({}, { 'm.token': 'bearer-1' })).toEqual(expect.arrayContaining(['bearer-1', 'glsa_1']));
  });

  it('knows a user with its password as they are sent', () => {
    const url = { type: 'prometheus', url: 'http://h', username: 'ann' };
    expect(of({ m: url }, { 'm.password': 'pw-1' })).toContain('ann:pw-1');
    expect(of({ m: { url: 'http://bob@h' } }, { 'm.password': 'pw-1' })).toContain('bob:pw-1');
  });

  it('takes a user whose password is stored for no secret: "elastic" would be found in "elasticsearch"', () => {
    expect(of({ m: { url: 'http://elastic@h' } }, { 'm.password': 'pw-1' })).not.toContain('elastic');
  });

  it('knows what stands before the host of an address, and in its query', () => {
    expect(of({ m: { url: 'https://bob:s%2Fe@h/x?key=k-123' } })).toEqual(
      expect.arrayContaining(['bob:s%2Fe', 's/e', 'bob:s/e', 'k-123'])
    );
    expect(of({ m: { url: 'https://tok-1@h' } })).toContain('tok-1');
  });

  it('knows the parts of headers, stored and written in the settings', () => {
    const basic = Buffer.from('id:key-1').toString('base64');
    const found = of(
      { m: { headers: { 'X-Scope-OrgID': 'tenant-77', 'X-Key': 'abcd', 'X-Flag': 'true' } } },
      { 'm.header.Authorization': `ApiKey ${basic}`, 'm.header.Cookie': 'session=0123456789; a=b' }
    );
    expect(found).toEqual(expect.arrayContaining(['tenant-77', 'abcd', basic, 'id:key-1', 'key-1', '0123456789']));
    expect(found).not.toContain('true');
  });

  it('knows what the user of the request sent, and no name of an alert rule', () => {
    const found = of({}, {}, { Cookie: 'grafana_session=abcdefgh', 'X-Rule-Name': 'a rule', 'X-Id-Token': 'eyJ' });
    expect(found).toEqual(expect.arrayContaining(['abcdefgh', 'eyJ']));
    expect(found).not.toContain('a rule');
  });

  it('takes settings of any kind', () => {
    for (const jsonData of ['', 'null', '[]', '{"connections":[1]}', '{"connections":{"a":null}}', '{']) {
      expect(() =>
        secretsOf({ organization: 1, uid: 'u', name: 'n', lastUpdated: 0, secrets: {}, jsonData })
      ).not.toThrow();
    }
  });
});
