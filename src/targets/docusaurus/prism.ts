/** The languages that Prism 1.30 highlights, which Docusaurus loads one by one. */

/** Its own name for each, with `:other,names` and `>what,it,needs`. */
const LANGUAGES = `
  markup:html,xml,svg,mathml,ssml,atom,rss css clike javascript:js>clike abap abnf actionscript>javascript ada agda
  al antlr4:g4 apacheconf apex>clike,sql apl applescript aql arduino:ino>cpp arff armasm:arm-asm arturo:art
  asciidoc:adoc aspnet>markup,csharp asm6502 asmatmel autohotkey autoit avisynth:avs avro-idl:avdl awk:gawk
  bash:sh,shell basic batch bbcode:shortcode bbj bicep birb>clike bison>c bnf:rbnf bqn brainfuck brightscript bro
  bsl:oscript c>clike csharp:cs,dotnet>clike cpp>c cfscript:cfc>clike chaiscript>clike,cpp cil cilkc:cilk-c>c
  cilkcpp:cilk-cpp,cilk>cpp clojure cmake cobol coffeescript:coffee>javascript concurnas:conc csp cooklang coq
  crystal>ruby css-extras>css csv cue cypher d>clike dart>clike dataweave dax dhall diff
  django:jinja2>markup-templating dns-zone-file:dns-zone docker:dockerfile dot:gv ebnf editorconfig eiffel
  ejs:eta>javascript,markup-templating elixir elm etlua>lua,markup-templating erb>ruby,markup-templating erlang
  excel-formula:xlsx,xls fsharp>clike factor false firestore-security-rules>clike flow>javascript fortran
  ftl>markup-templating gml:gamemakerlanguage>clike gap gcode gdscript gedcom gettext:po gherkin git glsl>c gn:gni
  linker-script:ld go>clike go-module:go-mod gradle>clike graphql groovy>clike haml>ruby
  handlebars:hbs,mustache>markup-templating haskell:hs haxe>clike hcl hlsl>c hoon http hpkp hsts ichigojam icon
  icu-message-format idris:idr>haskell ignore:gitignore,hgignore,npmignore inform7 ini io j java>clike
  javadoc>markup,java,javadoclike javadoclike javastacktrace jexl jolie>clike jq
  jsdoc>javascript,javadoclike,typescript js-extras>javascript json:webmanifest json5>json jsonp>json jsstacktrace
  js-templates>javascript julia keepalived keyman kotlin:kt,kts>clike kumir:kum kusto latex:tex,context
  latte>clike,markup-templating,php less>css lilypond:ly>scheme liquid>markup-templating
  lisp:emacs,elisp,emacs-lisp livescript llvm log lolcode lua magma makefile markdown:md>markup
  markup-templating>markup mata matlab maxscript mel mermaid metafont mizar mongodb>javascript monkey
  moonscript:moon n1ql n4js:n4jsd>javascript nand2tetris-hdl naniscript:nani nasm neon nevod nginx nim nix nsis
  objectivec:objc>c ocaml odin opencl>c openqasm:qasm oz parigp parser>markup pascal:objectpascal pascaligo psl
  pcaxis:px peoplecode:pcode perl php>markup-templating phpdoc>php,javadoclike php-extras>php plant-uml:plantuml
  plsql>sql powerquery:pq,mscript powershell processing>clike prolog promql properties protobuf>clike
  pug>markup,javascript puppet pure purebasic:pbfasm>clike purescript:purs>haskell python:py qsharp:qs>clike q
  qml>javascript qore>clike r racket:rkt>scheme cshtml:razor>markup,csharp jsx>markup,javascript tsx>jsx,typescript
  reason>clike regex rego renpy:rpy rescript:res rest rip roboconf robotframework:robot ruby:rb>clike rust sas
  sass>css scss>css scala>java scheme shell-session:sh-session,shellsession>bash smali smalltalk
  smarty>markup-templating sml:smlnj solidity:sol>clike solution-file:sln soy>markup-templating sparql:rq>turtle
  splunk-spl sqf>clike sql squirrel>clike stan stata>mata,java,python iecst stylus supercollider:sclang swift
  systemd t4-templating t4-cs:t4>t4-templating,csharp t4-vb>t4-templating,vbnet tap>yaml tcl
  tt2>clike,markup-templating textile>markup toml tremor:trickle,troy turtle:trig twig>markup-templating
  typescript:ts>javascript typoscript:tsconfig unrealscript:uscript,uc uorazor uri:url v>clike vala>clike
  vbnet>basic velocity>markup verilog vhdl vim visual-basic:vb,vba warpscript wasm web-idl:webidl wgsl wiki>markup
  wolfram:mathematica,nb,wl wren xeora:xeoracube>markup xml-doc>markup xojo xquery>markup yaml:yml yang zig
`;

/** What a Docusaurus site has without being told. */
const BUILT_IN = new Set(
  'markup css clike javascript jsx tsx typescript json yaml markdown graphql sql python go rust c cpp objectivec swift kotlin reason regex js-extras js-templates'.split(
    ' ',
  ),
);

interface Language {
  readonly name: string;
  readonly needs: readonly string[];
}

const byName = new Map<string, Language>();
for (const entry of LANGUAGES.split(/\s+/)) {
  const [names = '', needs] = entry.split('>');
  const [name = '', aliases] = names.split(':');
  if (name === '') continue;
  const language = { name, needs: needs?.split(',') ?? [] };
  for (const alias of [name, ...(aliases?.split(',') ?? [])]) byName.set(alias, language);
}

/** The languages that a site must name for its code to be highlighted, those that others need before these. */
export function additionalLanguages(used: Iterable<string>): readonly string[] {
  const wanted = new Set<string>();
  const add = (name: string): void => {
    const language = byName.get(name.toLowerCase());
    if (!language || BUILT_IN.has(language.name) || wanted.has(language.name)) return;
    for (const need of language.needs) add(need);
    wanted.add(language.name);
  };
  for (const name of [...used].toSorted()) add(name);
  return [...wanted];
}
