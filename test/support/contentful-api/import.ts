import { createRequire } from 'node:module';
import type { ContentfulApi } from './server.ts';

// The package's own ES module build does not load in Node; its CommonJS build does.
const contentfulImport = createRequire(import.meta.url)('contentful-import') as (options: object) => Promise<unknown>;

/**
 * Runs the real importer against the API.
 * @throws Error with what the importer complains of and what the API refused.
 */
export async function runImport(api: ContentfulApi, content: unknown, assetsDirectory?: string): Promise<void> {
  const options = {
    content: structuredClone(content),
    spaceId: 'space',
    managementToken: 'none',
    host: api.host,
    hostUpload: api.host,
    insecure: true,
    rateLimit: 500,
    timeout: 10_000,
    useVerboseRenderer: true,
    errorLogFile: '/dev/null',
    ...(assetsDirectory && { uploadAssets: true, assetsDirectory }),
  };
  try {
    await contentfulImport(options);
  } catch (cause) {
    const { errors = [] } = cause as { readonly errors?: readonly { readonly error?: unknown }[] }; // its own error class
    throw new Error([...errors.map(({ error }) => String(error)), ...api.refusals].join('\n'), { cause });
  }
}
