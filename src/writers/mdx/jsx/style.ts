import styleToJs from 'style-to-js';

/** A style attribute as React's object, and the declarations that are no CSS, which browsers pass over. */
export function styleObject(style: string): {
  readonly style: Readonly<Record<string, string>>;
  readonly ignored: readonly string[];
} {
  const result: Record<string, string> = {};
  const ignored: string[] = [];
  for (const declaration of splitDeclarations(style)) {
    try {
      Object.assign(result, styleToJs.default(declaration, { reactCompat: true }));
    } catch {
      // The package says with an exception that the text is no declaration.
      ignored.push(declaration);
    }
  }
  return { style: result, ignored };
}

/** Cuts at the semicolons that stand outside of quotes, brackets and comments. */
function splitDeclarations(style: string): string[] {
  const declarations: string[] = [];
  let quote = '';
  let depth = 0;
  let start = 0;
  for (let at = 0; at < style.length; at++) {
    const char = style[at] ?? '';
    if (char === '\\') at++;
    else if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (style.startsWith('/*', at)) at = endOfComment(style, at);
    else if (char === '(') depth++;
    else if (char === ')') depth = Math.max(0, depth - 1);
    else if (char === ';' && depth === 0) {
      declarations.push(style.slice(start, at));
      start = at + 1;
    }
  }
  declarations.push(style.slice(start));
  return declarations.map((text) => text.trim()).filter((text) => text !== '');
}

function endOfComment(style: string, at: number): number {
  const end = style.indexOf('*/', at + 2);
  return end < 0 ? style.length : end + 1;
}
