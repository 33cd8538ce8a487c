import { strictPolicyFaults } from './strict-policy.ts';

interface Position {
  readonly line: number;
  readonly column: number;
}

/** What of ESLint's rule context is used; oxlint gives the same. */
interface Context {
  readonly filename: string;
  readonly sourceCode: { readonly text: string };
  report(fault: { readonly message: string; readonly loc: { readonly start: Position; readonly end: Position } }): void;
}

/**
 * For `jsPlugins` of `.oxlintrc.json`: `strict-policy/interface` refuses in the source of widgets and screens what pages
 * with a strict policy would block.
 */
const plugin = {
  meta: { name: 'strict-policy' },
  rules: {
    interface: {
      create: (context: Context) => ({
        Program(): void {
          for (const { line, column, found, why, instead } of strictPolicyFaults(context.filename, context.sourceCode.text)) {
            context.report({ message: `${found}: ${why.vi}; ${instead.vi} / ${why.en}; ${instead.en}`, loc: { start: { line, column: column - 1 }, end: { line, column: column - 1 + found.length } } });
          }
        },
      }),
    },
  },
};

export default plugin;
