import process from 'node:process';

const DOCUMENTS_A_REQUEST = 10_000;
/** Requests under way at once: more than the store has threads to take them in. */
const AT_ONCE = 4;

/**
 * An index of so many documents of a kind; one that is there from an earlier run is taken as it is.
 *
 * @param {string} url
 * @param {number} number
 * @param {{ name: string, properties: object, documents: (number: number) => AsyncIterable<object> | Iterable<object> }} kind
 */
export async function indexOf(url, number, { name, properties, documents }) {
  const index = `${name}-${number}`;
  if ((await fetch(`${url}/${index}`, { method: 'HEAD' })).ok) {
    // After a start its shards are read first.
    await ask(url, 'GET', `/_cluster/health/${index}?wait_for_status=green&timeout=5m`);
    if ((await ask(url, 'GET', `/${index}/_count`)).count === number) {
      return index;
    }
    await ask(url, 'DELETE', `/${index}`);
  }
  await ask(url, 'PUT', `/${index}`, {
    settings: { number_of_shards: 2, number_of_replicas: 0, refresh_interval: -1 },
    mappings: { properties },
  });
  await write(url, index, number, documents);
  await ask(url, 'POST', `/${index}/_refresh`);
  await ask(url, 'POST', `/${index}/_flush`);
  return index;
}

async function write(url, index, number, documents) {
  const underWay = new Set();
  let lines = [];
  let done = 0;
  const send = () => {
    const body = lines.join('');
    const sent = bulk(url, index, body).finally(() => underWay.delete(sent));
    underWay.add(sent);
    [done, lines] = [done + lines.length, []];
    process.stderr.write(`\r${index}: ${((100 * done) / number).toFixed(0)}% sent`);
  };
  for await (const document of documents(number)) {
    lines.push(`{"index":{}}\n${JSON.stringify(document)}\n`);
    if (lines.length === DOCUMENTS_A_REQUEST) {
      send();
      if (underWay.size === AT_ONCE) {
        await Promise.race(underWay);
      }
    }
  }
  if (lines.length > 0) {
    send();
  }
  await Promise.all(underWay);
  process.stderr.write('\n');
}

async function bulk(url, index, body) {
  const answer = await fetch(`${url}/${index}/_bulk?filter_path=errors,items.index.error`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-ndjson' },
    body,
  });
  const said = await answer.json();
  if (!answer.ok || said.errors) {
    throw new Error(`Indexing failed: ${JSON.stringify(said).slice(0, 500)}`);
  }
}

/** Asks the store as an operator does. */
export async function ask(url, method, path, body) {
  const answer = await fetch(`${url}${path}`, {
    method,
    ...(body && { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
  });
  if (!answer.ok) {
    throw new Error(`${method} ${path}: ${await answer.text()}`);
  }
  return answer.json();
}
