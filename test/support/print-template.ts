import type { Command, Operand, Pipeline, TemplateNode } from '../../src/template/tree.ts';

/** A template's tree in short: nested lists, operands with their kinds. */
export const printTemplate = (nodes: readonly TemplateNode[]): unknown[] => nodes.map(printNode);

function printNode(node: TemplateNode): unknown {
  switch (node.type) {
    case 'text':
      return node.value;
    case 'action':
      return `{{${printPipeline(node.pipeline)}}}`;
    case 'conditional':
      return [
        ...node.branches.flatMap(({ keyword, pipeline, body }) => [
          `${keyword} ${printPipeline(pipeline)}`,
          printTemplate(body),
        ]),
        ...(node.otherwise ? ['else', printTemplate(node.otherwise)] : []),
      ];
    case 'range':
      return [
        `range ${printPipeline(node.pipeline)}`,
        printTemplate(node.body),
        ...(node.otherwise ? ['else', printTemplate(node.otherwise)] : []),
      ];
    case 'define':
      return [`define ${node.name}`, printTemplate(node.body)];
    case 'block':
      return [`block ${node.name} ${printPipeline(node.pipeline)}`, printTemplate(node.body)];
    case 'template':
      return `template ${node.name} ${printPipeline(node.pipeline)}`.trimEnd();
    default:
      return `<${node.type}>`;
  }
}

function printPipeline({ assigns, commands }: Pipeline): string {
  const head = assigns ? `${assigns.variables.join(', ')} ${assigns.kind === 'declare' ? ':=' : '='} ` : '';
  return head + commands.map(printCommand).join(' | ');
}

const printCommand = ({ operands }: Command): string => operands.map(printOperand).join(' ');

function printOperand(operand: Operand): string {
  switch (operand.type) {
    case 'dot':
      return '.';
    case 'nil':
      return 'nil';
    case 'field':
      return `.${operand.path.join('.')}`;
    case 'variable':
    case 'function':
      return [operand.name, ...operand.path].join('.');
    case 'string':
      return JSON.stringify(operand.value);
    case 'character':
      return `'${operand.value}'`;
    case 'number':
      return operand.value;
    case 'boolean':
      return String(operand.value);
    case 'pipeline':
      return [`(${printPipeline(operand.pipeline)})`, ...operand.path].join('.');
  }
}
