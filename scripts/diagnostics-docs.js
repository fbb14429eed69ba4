/** The text of `docs/diagnostics.md`: a heading for every code of the catalogue. */
export function createDiagnosticsDocs(catalogue) {
  const sections = Object.entries(catalogue).map(([code, rule]) => describeCode(code, rule));
  return `${[INTRODUCTION, ...sections].join('\n\n')}\n`;
}

const INTRODUCTION = `# Diagnostics

decant reports what it finds as \`file:line:column severity code message\`, followed by a hint that says what to type.

| severity | meaning |
| --- | --- |
| error | output is wrong or missing |
| warning | fidelity is reduced, and the message says how |
| info | a choice that decant made |

Words in capitals stand for what differs from one finding to the next. This page is made from the catalogue in
\`src/diagnostics\` by \`npm run docs\`.`;

function describeCode(code, rule) {
  const facts = nameFacts('facts');
  return [
    `## ${code}`,
    `**${rule.severity}**: ${rule.message(facts)}.`,
    rule.about,
    `Reported:\n\n${fence(rule.bad)}`,
    `Put right:\n\n${fence(rule.good)}`,
    ...(rule.hint ? [`What to type: ${rule.hint(facts)}.`] : []),
  ].join('\n\n');
}

/** Stands in for the facts of a finding: whatever a message reads from it prints as the fact's name in capitals. */
function nameFacts(name) {
  const label = name.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toUpperCase();
  return new Proxy(() => nameFacts(name), {
    get: (_, key) => {
      if (key === Symbol.toPrimitive || key === 'toString') return () => label;
      if (key === Symbol.iterator) return () => [nameFacts(name)].values();
      if (key === 'length') return 2;
      return nameFacts(/^(?:map|join|filter|slice|toString|at|\d+)$/.test(String(key)) ? name : String(key));
    },
  });
}

/** A fence that the text itself cannot close. */
function fence(text) {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const marks = '`'.repeat(longest + 1);
  return `${marks}text\n${text}\n${marks}`;
}
