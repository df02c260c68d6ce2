import type { Selection } from '../../../query/selection';

/** Whether a selection says where its data are, so that something can be asked of them. */
export function isPlaced(selection: Selection | undefined, type: string | undefined): boolean {
  switch (type) {
    case 'file':
      return selection?.path !== undefined;
    case 'elasticsearch':
      return selection?.index !== undefined;
    default:
      return type !== undefined;
  }
}
