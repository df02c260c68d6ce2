/** Long enough for one look at an editor; whoever comes back later sees what is new. */
const LIFETIME_MS = 60_000;
const MOST_REMEMBERED = 50;

type Once = <Value>(key: string, ask: () => Promise<Value>) => Promise<Value>;

/** Asks a question once while its answer is fresh, however many ask it. Failures are asked again. */
export function rememberAnswers(now: () => number = Date.now): Once {
  const answers = new Map<string, { at: number; answer: Promise<unknown> }>();
  return <Value>(key: string, ask: () => Promise<Value>) => {
    const known = answers.get(key);
    if (known && now() - known.at < LIFETIME_MS) {
      return known.answer as Promise<Value>;
    }
    const answer = ask();
    answers.delete(key);
    answers.set(key, { at: now(), answer });
    answer.catch(() => answers.get(key)?.answer === answer && answers.delete(key));
    for (const oldest of [...answers.keys()].slice(0, answers.size - MOST_REMEMBERED)) {
      answers.delete(oldest);
    }
    return answer;
  };
}
