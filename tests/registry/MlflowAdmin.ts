/** Fills a registry as a team's training does: runs with what they log, versions of models, aliases. */
export class MlflowAdmin {
  constructor(private readonly url: string) {}

  /** A finished run with the texts of its artifacts by path; answers its id. */
  async train({
    artifacts = {},
    parameters = {},
    metrics = {},
    tags = {},
  }: {
    artifacts?: Readonly<Record<string, string>>;
    parameters?: Readonly<Record<string, string>>;
    metrics?: Readonly<Record<string, number>>;
    tags?: Readonly<Record<string, string>>;
  }): Promise<string> {
    const { run } = await this.post('runs/create', { experiment_id: '0', start_time: 1_700_000_000_000 });
    const { run_id: id, artifact_uri: place } = (run as { info: { run_id: string; artifact_uri: string } }).info;
    await this.post('runs/log-batch', {
      run_id: id,
      params: pairs(parameters),
      tags: pairs(tags),
      metrics: Object.entries(metrics).map(([key, value]) => ({ key, value, timestamp: 1_700_000_000_000, step: 0 })),
    });
    for (const [path, text] of Object.entries(artifacts)) {
      const below = place.replace(/^mlflow-artifacts:\/?/, '');
      await this.send('PUT', `/api/2.0/mlflow-artifacts/artifacts/${below}/${path}`, text);
    }
    await this.post('runs/update', { run_id: id, status: 'FINISHED', end_time: 1_700_000_060_000 });
    return id;
  }

  async createModel(name: string): Promise<void> {
    await this.post('registered-models/create', { name });
  }

  /** Answers the version's number. */
  async register(name: string, run: string): Promise<string> {
    const answer = await this.post('model-versions/create', { name, source: `runs:/${run}/model`, run_id: run });
    return String((answer.model_version as { version: unknown }).version);
  }

  async promote(name: string, alias: string, version: string): Promise<void> {
    await this.post('registered-models/alias', { name, alias, version });
  }

  async deleteRun(run: string): Promise<void> {
    await this.post('runs/delete', { run_id: run });
  }

  private async post(endpoint: string, body: unknown): Promise<Record<string, unknown>> {
    return JSON.parse(await this.send('POST', `/api/2.0/mlflow/${endpoint}`, JSON.stringify(body)));
  }

  private async send(method: string, path: string, body: string): Promise<string> {
    const headers = { 'Content-Type': 'application/json' };
    const answer = await fetch(`${this.url}${path}`, { method, headers, body });
    const text = await answer.text();
    if (!answer.ok) {
      throw new Error(`${method} ${path} answers ${answer.status}: ${text.slice(0, 300)}`);
    }
    return text;
  }
}

function pairs(values: Readonly<Record<string, string>>): Array<{ key: string; value: string }> {
  return Object.entries(values).map(([key, value]) => ({ key, value }));
}
