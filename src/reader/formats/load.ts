import type { FormatConverter } from './converter.ts';

/**
 * Loads the converter of a format that a package reads; nothing where that package is not installed.
 * @throws where the package is there and does not work.
 */
export async function loadConverter(format: 'asciidoc' | 'org'): Promise<FormatConverter | undefined> {
  try {
    if (format === 'asciidoc') return (await import('./asciidoc.ts')).createAsciidocConverter();
    return (await import('./org/convert-org.ts')).createOrgConverter();
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw cause;
  }
}
