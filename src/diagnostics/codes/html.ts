import type { Rules } from '../rule.ts';

export interface HtmlFacts {
  'html-unclosed': { tag: string };
  'html-placeholder': { tag: string };
  'html-stray-end': { tag: string };
  'html-misnested': { tag: string };
  'html-self-closed': { tag: string };
  'html-ignored-tag': { tag: string };
  'html-unfinished': { what: 'tag' | 'comment' };
  'html-swallowed': { tag: string };
  'html-too-deep': { limit: number };
  'html-omitted': { count: number };
  'html-fields-left-out': { fields: number };
  'html-attribute-dropped': { name: string };
}

export const htmlRules: Rules<HtmlFacts> = {
  'html-unclosed': {
    severity: 'warning',
    message: ({ tag }) => `<${tag}> is opened here and never closed, so browsers close it where its surroundings end`,
    hint: ({ tag }) => `type </${tag}> where the element should end`,
    about:
      'A raw HTML tag has no closing tag. decant closes it where a browser does, which may be the end of the page: everything up to there becomes part of the element.',
    bad: '<div class="note">\n\nMind the gap.',
    good: '<div class="note">\n\nMind the gap.\n\n</div>',
  },
  'html-placeholder': {
    severity: 'warning',
    message: ({ tag }) => `<${tag}> is an HTML tag to Markdown, so that readers do not see it`,
    hint: ({ tag }) => `type \`<${tag}>\` as code, or \\<${tag}> as text`,
    about:
      'A word in angle brackets that no HTML element is named after, and that nothing closes: mostly a placeholder for a value. Hugo’s page does not show it either.',
    bad: 'Run kubectl get pods -n <namespace>.',
    good: 'Run `kubectl get pods -n <namespace>`.',
  },
  'html-stray-end': {
    severity: 'warning',
    message: ({ tag }) => {
      if (tag === 'br') return '</br> is read as <br>';
      const effect = tag === 'p' ? 'make an empty paragraph of it' : 'ignore it';
      return `</${tag}> closes nothing here, so browsers ${effect}`;
    },
    hint: ({ tag }) =>
      tag === 'br' ? 'type <br>' : `delete </${tag}>, or type <${tag}> where the element should begin`,
    about:
      'A closing tag without an element that it could close: its opening tag is missing, or Markdown ended that element already, as the end of a paragraph or list item does.',
    bad: 'A paragraph.</div>',
    good: '<div>\n\nA paragraph.\n\n</div>',
  },
  'html-misnested': {
    severity: 'warning',
    message: ({ tag }) => `<${tag}> overlaps other elements, so browsers split it in several`,
    hint: ({ tag }) => `close <${tag}> before the element around it ends, and open it again behind`,
    about:
      'Formatting elements that overlap, or go on over the end of a paragraph, are split and repeated as browsers do.',
    bad: '<b>bold <i>both</b> italic</i>',
    good: '<b>bold <i>both</i></b><i> italic</i>',
  },
  'html-self-closed': {
    severity: 'warning',
    message: ({ tag }) => `<${tag} /> is not closed by its slash in HTML, so what follows becomes its content`,
    hint: ({ tag }) => `type <${tag}></${tag}>`,
    about:
      'HTML ignores the slash of a tag like <x-card />. Only void elements (<br>, <img>) and SVG need no closing tag.',
    bad: '<x-card title="Setup" />\n\nText.',
    good: '<x-card title="Setup"></x-card>\n\nText.',
  },
  'html-ignored-tag': {
    severity: 'warning',
    message: ({ tag }) => `browsers ignore <${tag}> at this place`,
    hint: ({ tag }) => `delete <${tag}>, or put it where HTML allows it (<td> in a row, <form> not in a form)`,
    about:
      'HTML gives the tag no meaning where it stands: table parts outside a table, a form in a form, <html> or <body> in a page’s content.',
    bad: '<td>cell</td>',
    good: '<table><tr><td>cell</td></tr></table>',
  },
  'html-unfinished': {
    severity: 'error',
    message: ({ what }) => `this ${what} is not finished where its HTML block ends, so its text is lost`,
    hint: ({ what }) =>
      what === 'tag'
        ? 'type the missing > and leave no blank line inside the tag'
        : 'type --> where the comment should end',
    about:
      'An HTML block ends at a blank line, for most tags. A tag that goes on behind it is cut; a comment without its end takes the rest of the page.',
    bad: '<div class="a"\n\nid="b">',
    good: '<div class="a"\nid="b">',
  },
  'html-swallowed': {
    severity: 'warning',
    message: ({ tag }) => `a blank line in <${tag}> makes Markdown of its content, which browsers read as mere text`,
    hint: ({ tag }) => `begin the line with <${tag}>, or take the blank lines out of it`,
    about:
      'Hugo renders Markdown inside a <script> or <style> that is not first in its HTML block. decant keeps the author’s own text there instead.',
    bad: '<div><script>\nlet a;\n\nlet b;\n</script></div>',
    good: '<script>\nlet a;\n\nlet b;\n</script>',
  },
  'html-too-deep': {
    severity: 'error',
    message: ({ limit }) => `raw HTML is nested deeper than ${limit} elements; tags below that are left out`,
    hint: () => 'close the elements that are open here',
    about:
      'Browsers limit how deep elements nest, and so does decant. The content of the tags that are left out is kept.',
    bad: '<div><div><div>…   (501 of them)',
    good: '<div><div><div>…</div></div></div>',
  },
  'html-omitted': {
    severity: 'warning',
    message: ({ count }) => `Hugo leaves raw HTML out of this page (${count} in all, the first one here)`,
    hint: () => 'set markup.goldmark.renderer.unsafe: true in the site configuration, or delete the HTML',
    about:
      'Without the option unsafe Hugo replaces raw HTML with a comment. decant keeps it in the model as omitted HTML, and writers leave it out as Hugo does.',
    bad: 'Press <kbd>q</kbd>.   # unsafe: false',
    good: 'Press `q`.',
  },
  'html-fields-left-out': {
    severity: 'info',
    message: ({ fields }) =>
      fields === 1
        ? 'a front matter field has no place in an HTML fragment and is left out'
        : `${fields} front matter fields have no place in HTML fragments and are left out`,
    hint: () => 'leave out --fragment to write whole pages, which keep every field in their head',
    about: 'A fragment is the content alone. Reported once a run; the ledger names each field.',
    bad: 'decant convert site --to html --out pages --fragment',
    good: 'decant convert site --to html --out pages',
  },
  'html-attribute-dropped': {
    severity: 'info',
    message: ({ name }) => `the attribute “${name}” is left out, as Hugo leaves it out`,
    hint: ({ name }) => `rename it to data-${name}, or delete it`,
    about:
      'Hugo prints only the attributes that HTML defines for an element and those that begin with data-; event handlers never.',
    bad: 'A paragraph.\n{key="value"}',
    good: 'A paragraph.\n{data-key="value"}',
  },
};
