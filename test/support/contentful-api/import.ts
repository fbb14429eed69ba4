import { createRequire } from 'node:module';
import type { ContentfulApi } from './server.ts';

// The package's own ES module build does not load in Node; its CommonJS build does.
const contentfulImport = createRequire(import.meta.url)('contentful-import') as (options: object) => Promise<unknown>;

/** Runs the real importer against the API; fails as it fails. */
export async function runImport(api: ContentfulApi, content: unknown, assetsDirectory?: string): Promise<void> {
  await contentfulImport({
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
  });
}
