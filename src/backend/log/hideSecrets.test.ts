/** @jest-environment node */
import { hideSecrets } from './hideSecrets';

describe('hideSecrets', () => {
  it('replaces every occurrence, also as it stands in a URL', () => {
    expect(hideSecrets('http://u:p%40ss%2Fw@h said p@ss/w, p@ss/w', ['p@ss/w'])).toBe(
      'http://u:[hidden]@h said [hidden], [hidden]'
    );
  });

  it('replaces a secret that contains another as a whole', () => {
    expect(hideSecrets('token-and-more', ['token', 'token-and-more'])).toBe('[hidden]');
  });

  it('leaves text alone where a secret is too short to be one', () => {
    expect(hideSecrets('a cab', ['', 'a'])).toBe('a cab');
  });
});
