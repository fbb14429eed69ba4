/** decant's public API: the verbs of the command line as functions, the model, and the diagnostics. */
export { openSite } from './pipeline/open-site.ts';
export type { OpenSiteOptions, OpenedSite, LoadedSource } from './pipeline/open-site.ts';
export { openText } from './pipeline/open-text.ts';
export type { OpenTextOptions, OpenedText } from './pipeline/open-text.ts';
export { readConfig } from './config/read-config.ts';
export type { ReadConfig } from './config/read-config.ts';
export type { Config } from './config/config.ts';
export { readMapping } from './pipeline/read-mapping.ts';
export type { ReadMapping, ReadMappingOptions } from './pipeline/read-mapping.ts';
export { initSite } from './pipeline/init/init-site.ts';
export type { InitOptions, InitResult } from './pipeline/init/init-site.ts';
export { scanSite } from './pipeline/scan/scan-site.ts';
export type { ScanOptions, ScanResult } from './pipeline/scan/scan-site.ts';
export type { Inventory } from './model/inventory.ts';
export { convertSite, convertTargets } from './pipeline/convert-site.ts';
export type {
  ConvertSiteOptions,
  ConvertSiteResult,
  ConvertTargetsOptions,
  TargetOutput,
} from './pipeline/convert-site.ts';
export { mergeShards, ShardError } from './pipeline/shards/merge-shards.ts';
export type { MergeOptions } from './pipeline/shards/merge-shards.ts';
export type { Shard } from './pipeline/shards/shard.ts';
export { convertPage, readModel } from './pipeline/convert-one.ts';
export type { ConvertPageOptions, ConvertPageResult } from './pipeline/convert-one.ts';
export type { Ledger, LedgerEntry, LedgerTotals } from './pipeline/ledger.ts';

export { runExamples } from './pipeline/run-examples.ts';
export type { ExampleResult, ExampleRun } from './pipeline/run-examples.ts';

export { loadMapping } from './mapping/load.ts';
export type { LoadOptions, LoadedMapping, MappingFile, MappingPart } from './mapping/load.ts';
export { mappingFacts } from './mapping/facts.ts';
export { KINDS } from './mapping/kinds.ts';
export { FIELD_MEANINGS } from './model/meaning.ts';
export { applyMapping } from './mapping/apply.ts';
export type { ApplyHooks, ApplyInput, ApplyOutput } from './mapping/apply.ts';
export type { Example, Mapping } from './mapping/mapping.ts';
export type { RuleCall, RuleFunction } from './mapping/functions.ts';
export { loadPlugins } from './pipeline/plugins.ts';
export type { Plugins } from './pipeline/plugins.ts';

export { readPage } from './reader/read-page.ts';
export type { ReadInput, ReadResult } from './reader/read-page.ts';
export type { Limits } from './model/limits.ts';
export { loadConverters } from './pipeline/load-converters.ts';
export type { Converters, FormatConverter } from './reader/formats/converter.ts';
export { loadEngine } from './reader/markdown/load-engine.ts';
export type { EngineOptions, MarkdownEngine } from './reader/markdown/engine.ts';

export { writeMdx } from './writers/mdx/write.ts';
export { loadMdxParser } from './writers/mdx/parser.ts';
export { writeHtml } from './writers/html/write.ts';
export { planContentful } from './writers/contentful/plan.ts';
export { writePage as writeContentfulPage } from './writers/contentful/write-page.ts';
export { buildContentful } from './writers/contentful/build.ts';
export type { Handlers, Outcome, UnmappedPolicy, WriterInput, WriterOutput } from './writers/writer.ts';

export { TARGETS, loadTarget } from './targets/load-target.ts';
export type { TargetName } from './targets/load-target.ts';
export type {
  OutputFile,
  PageOutput,
  SiteOutput,
  Target,
  TargetContext,
  TargetOptions,
  TargetSession,
} from './targets/target.ts';

export { catalogue } from './diagnostics/catalogue.ts';
export type { Code as DiagnosticCode, Facts } from './diagnostics/catalogue.ts';
export { wordsOf } from './diagnostics/diagnostic.ts';
export type { Collector, Diagnostic } from './diagnostics/diagnostic.ts';
export { codeFrame } from './diagnostics/code-frame.ts';
export type { Severity } from './diagnostics/rule.ts';
export { jsonReport } from './report/json.ts';
export { prettyReport } from './report/pretty.ts';
export { joinReports } from './diagnostics/joint-report.ts';
export type { JointReport } from './diagnostics/joint-report.ts';
export type { RunReport } from './diagnostics/run-report.ts';

export { defaultMarkup } from './model/markup.ts';
export type { Markup } from './model/markup.ts';
export { childrenOf, walk } from './model/walk.ts';
export { plainText } from './model/plain-text.ts';
export { plainValue, fieldOf } from './model/field.ts';
export type * from './model/nodes.ts';
export type * from './model/page.ts';
export type * from './model/place.ts';
export type * from './model/site.ts';
export type { ShortcodeFact, ShortcodeTable } from './model/shortcode-table.ts';
