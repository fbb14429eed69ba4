import type { ConfigFacts } from './codes/config.ts';
import type { ContentfulCheckFacts } from './codes/contentful-check.ts';
import type { ContentfulFacts } from './codes/contentful.ts';
import type { DocusaurusFacts } from './codes/docusaurus.ts';
import type { MintlifyFacts } from './codes/mintlify.ts';
import type { FormatFacts } from './codes/formats.ts';
import type { FrontMatterFacts } from './codes/front-matter.ts';
import type { HtmlFacts } from './codes/html.ts';
import type { LinkFacts } from './codes/links.ts';
import type { MappingFacts } from './codes/mapping.ts';
import type { MarkdownFacts } from './codes/markdown.ts';
import type { MdxFacts } from './codes/mdx.ts';
import type { OutputFacts } from './codes/output.ts';
import type { RouteFacts } from './codes/routes.ts';
import type { ShortcodeFacts } from './codes/shortcode.ts';
import type { SiteFacts } from './codes/site.ts';
import type { TemplateFacts } from './codes/template.ts';
import type { Rules } from './rule.ts';
import { configRules } from './codes/config.ts';
import { contentfulCheckRules } from './codes/contentful-check.ts';
import { contentfulRules } from './codes/contentful.ts';
import { docusaurusRules } from './codes/docusaurus.ts';
import { mintlifyRules } from './codes/mintlify.ts';
import { formatRules } from './codes/formats.ts';
import { frontMatterRules } from './codes/front-matter.ts';
import { htmlRules } from './codes/html.ts';
import { linkRules } from './codes/links.ts';
import { mappingRules } from './codes/mapping.ts';
import { markdownRules } from './codes/markdown.ts';
import { mdxRules } from './codes/mdx.ts';
import { outputRules } from './codes/output.ts';
import { routeRules } from './codes/routes.ts';
import { shortcodeRules } from './codes/shortcode.ts';
import { siteRules } from './codes/site.ts';
import { templateRules } from './codes/template.ts';

/** Every diagnostic code and the facts that it carries. */
export interface Facts
  extends
    FrontMatterFacts,
    ShortcodeFacts,
    MarkdownFacts,
    HtmlFacts,
    FormatFacts,
    SiteFacts,
    TemplateFacts,
    ConfigFacts,
    MappingFacts,
    LinkFacts,
    RouteFacts,
    MdxFacts,
    DocusaurusFacts,
    MintlifyFacts,
    ContentfulFacts,
    ContentfulCheckFacts,
    OutputFacts {}

export type Code = keyof Facts;

/** What each code means: severity, wording, examples. `docs/diagnostics.md` is generated from it. */
export const catalogue: Rules<Facts> = {
  ...frontMatterRules,
  ...shortcodeRules,
  ...markdownRules,
  ...htmlRules,
  ...formatRules,
  ...siteRules,
  ...templateRules,
  ...configRules,
  ...mappingRules,
  ...linkRules,
  ...routeRules,
  ...mdxRules,
  ...docusaurusRules,
  ...mintlifyRules,
  ...contentfulRules,
  ...contentfulCheckRules,
  ...outputRules,
};
