import { both, code, page, table } from './markdown.ts';
import { areas, type Sentence } from './sentences.ts';

const file = (path: string) => `[${path}](../src/${path})`;
const test = ([path, begins]: Sentence['tests'][number]) => `[${path.replace(/^(\.\.\/)+/, '')}](../${path})${begins === '' ? '' : `: ${begins} …`}`;

/** Folder → what lies there, for the README. */
export function folderTable(): string {
  return table(['thư mục · folder', ''], areas.map(({ folder, holds }) => [`[${folder}/](src/${folder}/)`, both(holds)]));
}

/** Sentence → file → test. */
export function wherePage(): string {
  return page(
    { vi: 'Quy tắc nào ở tệp nào', en: 'Which rule lies where' },
    'Câu của quy định, tệp quyết định nó (tệp đầu tiên), phép thử giữ nó. · The sentence, the file that decides it (the first), the tests that hold it.',
    ...areas
      .filter(({ sentences }) => sentences.length > 0)
      .flatMap(({ folder, holds, sentences }) => [
        `## ${code(`${folder}/`)} ${both(holds)}`,
        table(['câu · sentence', 'tệp · files', 'phép thử · tests'], sentences.map(({ says, files, tests }) => [both(says), files.map(file).join('<br>'), tests.map(test).join('<br>')])),
      ]),
  );
}
