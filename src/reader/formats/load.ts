import type { FormatConverter } from './converter.ts';

/**
 * Loads the converter for Org, or the one for AsciiDoc: nothing where its package is not installed.
 * @throws where the package is there and does not work.
 */
export async function loadConverter(format: 'asciidoc' | 'org'): Promise<FormatConverter | undefined> {
  if (format === 'org') return (await import('./org/convert-org.ts')).createOrgConverter();
  try {
    return (await import('./asciidoc.ts')).createAsciidocConverter();
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ERR_MODULE_NOT_FOUND') return undefined;
    throw cause;
  }
}
