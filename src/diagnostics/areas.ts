/** The areas that codes belong to. Each is asked for when one of its codes is met: few runs meet more than two of them. */
import { configRules } from './codes/config.ts';
import { contentfulCheckRules } from './codes/contentful-check.ts';
import { contentfulModelRules } from './codes/contentful-model.ts';
import { contentfulRules } from './codes/contentful.ts';
import { docusaurusRules } from './codes/docusaurus.ts';
import { formatRules } from './codes/formats.ts';
import { frontMatterRules } from './codes/front-matter.ts';
import { htmlRules } from './codes/html.ts';
import { linkRules } from './codes/links.ts';
import { mappingExamplesRules } from './codes/mapping-examples.ts';
import { mappingFileRules } from './codes/mapping-file.ts';
import { mappingPluginsRules } from './codes/mapping-plugins.ts';
import { mappingUseRules } from './codes/mapping-use.ts';
import { markdownRules } from './codes/markdown.ts';
import { mdxRules } from './codes/mdx.ts';
import { mintlifyRules } from './codes/mintlify.ts';
import { outputRules } from './codes/output.ts';
import { routeRules } from './codes/routes.ts';
import { shortcodeRules } from './codes/shortcode.ts';
import { siteRules } from './codes/site.ts';
import { templateRules } from './codes/template.ts';
import type { Code, Facts } from './catalogue.ts';
import type { Rule, Rules } from './rule.ts';

/** An area’s rules, and the word that most of its codes begin with. */
const area = <OwnRules>(word: string, rules: () => OwnRules) => ({ word, rules });

const AREAS = [
  area('front', () => frontMatterRules),
  area('shortcode', () => shortcodeRules),
  area('markdown', () => markdownRules),
  area('html', () => htmlRules),
  area('format', () => formatRules),
  area('site', () => siteRules),
  area('template', () => templateRules),
  area('config', () => configRules),
  area('mapping', () => mappingUseRules),
  area('mapping', () => mappingFileRules),
  area('mapping', () => mappingExamplesRules),
  area('mapping', () => mappingPluginsRules),
  area('link', () => linkRules),
  area('paths', () => routeRules),
  area('mdx', () => mdxRules),
  area('docusaurus', () => docusaurusRules),
  area('mintlify', () => mintlifyRules),
  area('contentful', () => contentfulModelRules),
  area('contentful', () => contentfulRules),
  area('contentful', () => contentfulCheckRules),
  area('output', () => outputRules),
] as const;

type KeyOf<Union> = Union extends unknown ? keyof Union : never;

/** A code that an area has a rule for; the compiler sees to it that these are all. */
type RuledCode = KeyOf<ReturnType<(typeof AREAS)[number]['rules']>>;

/** The rule of a code; areas whose word it begins with are asked first. */
export function findRule<C extends Code>(code: C & RuledCode): Rule<Facts[C]> {
  const likely = AREAS.filter(({ word }) => code.startsWith(`${word}-`));
  for (const { rules } of [...likely, ...AREAS]) {
    const { [code]: rule } = rules() as Partial<Rules<Facts>>;
    if (rule) return rule;
  }
  throw new Error(`no area has a rule for ${code}`);
}

/** The rules of all areas, one after the other. */
export const allRules = (): Rules<Facts> => Object.assign({}, ...AREAS.map(({ rules }) => rules())) as Rules<Facts>;
