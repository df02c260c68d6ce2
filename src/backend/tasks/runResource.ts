import { completeNames } from '../resources/completeNames';
import { describeFields } from '../resources/describeFields';
import { explainPlan } from '../resources/explainPlan';
import { learnExpectations } from '../resources/learnExpectations';
import { listConnections } from '../resources/listConnections';
import { listDataSources } from '../resources/listDataSources';
import { listFiles } from '../resources/listFiles';
import { listModels } from '../resources/listModels';
import { listProfiles } from '../resources/listProfiles';
import { listValues } from '../resources/listValues';
import type { Resource } from '../resources/Resource';
import { readResourceRequest } from '../resources/readResourceRequest';
import { showWindows } from '../resources/showWindows';
import { describeFailure } from './describeFailure';
import type { ResourceAnswer, ResourceTask } from './Task';

const RESOURCES = new Map<string, Resource>([
  ['connections', { methods: ['GET'], answer: listConnections }],
  ['datasources', { methods: ['GET'], answer: listDataSources }],
  ['complete', { methods: ['GET', 'POST'], answer: completeNames }],
  ['profiles', { methods: ['GET'], answer: listProfiles }],
  ['expectations', { methods: ['POST'], answer: learnExpectations }],
  ['models', { methods: ['GET'], answer: listModels }],
  ['files', { methods: ['GET'], answer: listFiles }],
  ['features', { methods: ['GET', 'POST'], answer: describeFields }],
  ['plan', { methods: ['POST'], answer: explainPlan }],
  ['values', { methods: ['POST'], answer: listValues }],
  ['windows', { methods: ['POST'], answer: showWindows }],
]);

/** Answers what the query editor asks for beside data; a failure is an answer too, with its status and a message. */
export async function runResource(task: ResourceTask, signal: AbortSignal): Promise<ResourceAnswer> {
  const path = task.path.replace(/^\/+|\/+$/g, '');
  const resource = RESOURCES.get(path);
  if (!resource) {
    return failure(404, `There is no resource "${path}": ask for one of ${[...RESOURCES.keys()].join(', ')}.`);
  }
  if (!resource.methods.includes(task.method.toUpperCase())) {
    return failure(405, `The resource "${path}" answers ${resource.methods.join(' and ')}, not ${task.method}.`);
  }
  try {
    return { status: 200, body: JSON.stringify(await resource.answer(readResourceRequest(task), signal)) };
  } catch (error) {
    const { message, status, stack } = describeFailure(error);
    if (stack !== undefined) {
      throw error;
    }
    return failure(status, message);
  }
}

function failure(status: number, message: string): ResourceAnswer {
  return { status, body: JSON.stringify({ message }) };
}
