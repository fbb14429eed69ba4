import type { MarkdownEngine } from './engine.ts';

/**
 * Loads the native engine, or micromark where the platform has no build of it.
 * `onFallback` hears why; the tree is the same, only slower to come by.
 */
export async function loadEngine(onFallback?: (cause: unknown) => void): Promise<MarkdownEngine> {
  try {
    return (await import('./satteri.ts')).satteriEngine;
  } catch (cause) {
    onFallback?.(cause);
    return (await import('./micromark.ts')).micromarkEngine;
  }
}
