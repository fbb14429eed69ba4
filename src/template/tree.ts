/** A Go template as a tree. Every node knows its place in the template's file. */
import type { Place } from '../model/place.ts';

interface Located {
  readonly place: Place;
}

/** What is printed as it stands, without the white space that trim markers take. */
export interface TemplateText extends Located {
  readonly type: 'text';
  readonly value: string;
}

export interface TemplateComment extends Located {
  readonly type: 'comment';
}

/** `{{ .Title }}`, `{{ $x := 1 }}`: prints its value unless it declares or sets a variable. */
export interface Action extends Located {
  readonly type: 'action';
  readonly pipeline: Pipeline;
}

export interface Branch extends Located {
  readonly keyword: 'if' | 'with';
  readonly pipeline: Pipeline;
  readonly body: readonly TemplateNode[];
}

/** `{{ if }}…{{ else if }}…{{ else }}…{{ end }}`, and the same with `with`. */
export interface Conditional extends Located {
  readonly type: 'conditional';
  readonly branches: readonly Branch[];
  readonly otherwise?: readonly TemplateNode[];
}

export interface Range extends Located {
  readonly type: 'range';
  readonly pipeline: Pipeline;
  readonly body: readonly TemplateNode[];
  readonly otherwise?: readonly TemplateNode[];
}

/** `{{ define "name" }}…{{ end }}` */
export interface Define extends Located {
  readonly type: 'define';
  readonly name: string;
  readonly body: readonly TemplateNode[];
}

/** `{{ block "name" . }}…{{ end }}`: defines a template and calls it. */
export interface BlockCall extends Located {
  readonly type: 'block';
  readonly name: string;
  readonly pipeline: Pipeline;
  readonly body: readonly TemplateNode[];
}

/** `{{ template "name" . }}` */
export interface TemplateCall extends Located {
  readonly type: 'template';
  readonly name: string;
  readonly pipeline: Pipeline;
}

export interface Jump extends Located {
  readonly type: 'break' | 'continue';
}

export type TemplateNode =
  | TemplateText
  | TemplateComment
  | Action
  | Conditional
  | Range
  | Define
  | BlockCall
  | TemplateCall
  | Jump;

/** Commands joined by `|`: what one yields is the last operand of the next. */
export interface Pipeline extends Located {
  /** `$x :=` declares variables, `$x =` sets one. */
  readonly assigns?: { readonly kind: 'declare' | 'set'; readonly variables: readonly string[] };
  /** None only where the template has a fault. */
  readonly commands: readonly Command[];
}

/** A function or method with its operands, or a value alone. */
export interface Command extends Located {
  readonly operands: readonly [Operand, ...Operand[]];
}

export type Operand = Located &
  (
    | { readonly type: 'dot' | 'nil' }
    /** `.Page.Title` */
    | { readonly type: 'field'; readonly path: readonly string[] }
    /** `$x.Title`; the name includes the dollar. */
    | { readonly type: 'variable'; readonly name: string; readonly path: readonly string[] }
    /** `upper`, `strings.ToUpper`, `site.Title`: the path is what follows the first name. */
    | { readonly type: 'function'; readonly name: string; readonly path: readonly string[] }
    /** Text without its quotes and with its escapes resolved. */
    | { readonly type: 'string'; readonly value: string }
    /** As written. */
    | { readonly type: 'number' | 'character'; readonly value: string }
    | { readonly type: 'boolean'; readonly value: boolean }
    /** `(index .A 0).Title` */
    | { readonly type: 'pipeline'; readonly pipeline: Pipeline; readonly path: readonly string[] }
  );

/** A fault in a template, in words that follow “here”. */
export interface TemplateProblem extends Located {
  readonly reason: string;
}

export interface ParsedTemplate {
  readonly nodes: readonly TemplateNode[];
  /** In the order of the text. Hugo refuses a template that has any. */
  readonly problems: readonly TemplateProblem[];
}
