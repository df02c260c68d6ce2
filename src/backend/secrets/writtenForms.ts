/** With fewer letters its Base64 would be found in ordinary words. */
const SHORTEST_IN_BASE64 = 6;

/** A secret as it may stand in a message: plain, in a URL, in JSON (also in JSON in JSON), in HTML, in Base64. */
export function writtenForms(secret: string): string[] {
  const json = inJson(secret);
  return [
    ...[secret, ...inUrl(secret), json, inJson(json), json.replaceAll('/', '\\/'), inGoJson(json), inHtml(secret)],
    ...(secret.length < SHORTEST_IN_BASE64 ? [] : inBase64(secret)),
  ];
}

function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** Go writes what has a meaning in HTML as an escape. */
function inGoJson(json: string): string {
  return json.replaceAll('&', '\\u0026').replaceAll('<', '\\u003c').replaceAll('>', '\\u003e');
}

function inHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

function inUrl(secret: string): string[] {
  // Half a surrogate pair can't be encoded.
  const text = Buffer.from(secret, 'utf8').toString('utf8');
  const encoded = encodeURIComponent(text);
  const strict = encoded.replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
  const forms = [encodeURI(text), encoded, strict, strict.replaceAll('%20', '+')];
  return [...forms, ...forms.map((form) => form.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase()))];
}

/** By itself, and the letters that stand for it wherever it begins in a longer text. */
function inBase64(secret: string): string[] {
  const bytes = Buffer.from(secret, 'utf8');
  const standard = [0, 1, 2].map((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), bytes]);
    const letters = whole.toString('base64').replace(/=+$/, '');
    // Letters that hold bits of what stands beside it.
    const first = Math.ceil((before * 8) / 6);
    const last = Math.floor((whole.length * 8) / 6);
    return letters.slice(first, last);
  });
  const forms = [bytes.toString('base64'), ...standard];
  return [...forms, ...forms.map((form) => form.replaceAll('+', '-').replaceAll('/', '_'))];
}
