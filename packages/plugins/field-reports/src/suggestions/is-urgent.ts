import type { Category } from '../configuration.ts';

/** What the duty officer is told of at once: by its category, or because somebody gave it priority. */
export function isUrgent(category: Pick<Category, 'flow'> | undefined, priority: string): boolean {
  return category?.flow === 'immediate' || priority === 'high';
}
