import { createCollector } from '../../../../src/diagnostics/diagnostic.ts';
import { plainFields } from '../../../../src/model/field.ts';
import { readFrontMatter } from '../../../../src/reader/front-matter/read.ts';

/** A page's head in a form that a table can hold: values by name, the body, and findings as `code line:column`. */
export function readHead(source: string) {
  const collector = createCollector();
  const { frontMatter, bodyStart } = readFrontMatter(source, collector);
  return {
    format: frontMatter.format,
    values: { ...plainFields(frontMatter.fields) },
    fields: frontMatter.fields,
    frontMatter,
    body: source.slice(bodyStart),
    findings: collector.diagnostics.map(({ code, place }) => `${code} ${place?.line}:${place?.column}`),
  };
}

/** The values of some YAML front matter, and what was found in it. */
export function readYamlHead(yaml: string) {
  return readHead(`---\n${yaml}\n---\n`);
}
