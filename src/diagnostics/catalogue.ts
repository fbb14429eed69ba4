import type { ConfigFacts } from './codes/config.ts';
import type { ContentfulCheckFacts } from './codes/contentful-check.ts';
import type { ContentfulModelFacts } from './codes/contentful-model.ts';
import type { ContentfulFacts } from './codes/contentful.ts';
import type { DocusaurusFacts } from './codes/docusaurus.ts';
import type { MintlifyFacts } from './codes/mintlify.ts';
import type { FormatFacts } from './codes/formats.ts';
import type { FrontMatterFacts } from './codes/front-matter.ts';
import type { HtmlFacts } from './codes/html.ts';
import type { LinkFacts } from './codes/links.ts';
import type { MappingExamplesFacts } from './codes/mapping-examples.ts';
import type { MappingFileFacts } from './codes/mapping-file.ts';
import type { MappingPluginsFacts } from './codes/mapping-plugins.ts';
import type { MappingUseFacts } from './codes/mapping-use.ts';
import type { MarkdownFacts } from './codes/markdown.ts';
import type { MdxFacts } from './codes/mdx.ts';
import type { OutputFacts } from './codes/output.ts';
import type { RouteFacts } from './codes/routes.ts';
import type { ShortcodeFacts } from './codes/shortcode.ts';
import type { SiteFacts } from './codes/site.ts';
import type { TemplateFacts } from './codes/template.ts';
import type { Rules } from './rule.ts';
import { allRules } from './areas.ts';

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
    MappingUseFacts,
    MappingFileFacts,
    MappingExamplesFacts,
    MappingPluginsFacts,
    LinkFacts,
    RouteFacts,
    MdxFacts,
    DocusaurusFacts,
    MintlifyFacts,
    ContentfulFacts,
    ContentfulModelFacts,
    ContentfulCheckFacts,
    OutputFacts {}

export type Code = keyof Facts;

/** What each code means: severity, wording, examples. `docs/diagnostics.md` is generated from it. */
export const catalogue: Rules<Facts> = allRules();
