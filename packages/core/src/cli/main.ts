import { Problem } from '../plugin/problem.ts';
import { createProgram } from './program.ts';

createProgram(process.argv[2])
  .then((program) => program.parseAsync())
  .catch((error: unknown) => {
    const { title, detail } = error instanceof Problem ? error : { title: undefined, detail: undefined };
    console.error(title === undefined ? String(error instanceof Error ? error.message : error) : [title.vi, title.en, detail?.vi].filter(Boolean).join('\n'));
    if (process.env['LOG_LEVEL'] === 'debug') console.error(error);
    process.exit(1);
  });
