import { type Connections, connectionsSchema } from '../evaluate/connections';
import { CommandLineError } from './CommandLineError';

/** The training data of a registered model as the baseline. */
export interface RegisteredBaseline {
  readonly baseline: Readonly<Record<string, string>>;
  readonly connections: Connections;
}

const REGISTRY = 'mlflow';
/** MLflow's own names of variables, and of a model: `models:/delay@champion`, `models:/delay/7`. */
const ADDRESS = 'MLFLOW_TRACKING_URI';
const URI = /^models:\/(.*)$/;
const PARTS = /^([^@/]+)(?:@([^@/]+)|\/([1-9]\d*))$/;

/** Null where the text is no address of a model. Throws a CommandLineError where it is one and can't be followed. */
export function registeredBaseline(
  text: string,
  environment: Readonly<Record<string, string | undefined>>
): RegisteredBaseline | null {
  const address = URI.exec(text)?.[1].replace(/^\/+/, '');
  if (address === undefined) {
    return null;
  }
  const [, model, alias, version] = PARTS.exec(address) ?? [];
  if (model === undefined) {
    throw new CommandLineError(
      `can't read ${text}: write models:/NAME@ALIAS or models:/NAME/VERSION, such as models:/delay@champion.`
    );
  }
  const url = environment[ADDRESS];
  if (url === undefined || !/^https?:\/\/[^/\s]/i.test(url)) {
    throw new CommandLineError(
      `${text} is a model of MLflow: set the variable ${ADDRESS} to the server's address, such as http://127.0.0.1:5000.`
    );
  }
  const username = environment.MLFLOW_TRACKING_USERNAME;
  const connection = {
    type: 'mlflow',
    url,
    ...(username !== undefined && { username, passwordEnv: 'MLFLOW_TRACKING_PASSWORD' }),
    ...(environment.MLFLOW_TRACKING_TOKEN !== undefined && { tokenEnv: 'MLFLOW_TRACKING_TOKEN' }),
  };
  return {
    baseline: { kind: 'model', connection: REGISTRY, model, ...(alias === undefined ? { version } : { alias }) },
    connections: connectionsSchema.parse({ [REGISTRY]: connection }),
  };
}
