import type { Command } from 'commander';
import { createProgram } from '../../packages/core/src/cli/program.ts';

const intro = [
  '# Các lệnh · Commands',
  '',
  'Viết ra từ chính các lệnh (`node tests/operating/write-commands-page.ts`); `tinhthong <lệnh> --help` cho cùng nội dung. Chạy trong thư mục có `tinhthong.config.ts`, với các biến môi trường của hệ thống. · Written from the commands themselves; `tinhthong <command> --help` says the same. Run them in the folder of `tinhthong.config.ts`, with the environment of the deployment.',
  '',
].join('\n');

export interface NamedCommand {
  /** `tenant create` */
  readonly name: string;
  readonly command: Command;
}

/** Every command that does something, in the order of `--help`. */
export async function allCommands(): Promise<NamedCommand[]> {
  return leaves(await createProgram(), '');
}

function leaves(command: Command, path: string): NamedCommand[] {
  return command.commands.flatMap((one) => {
    const name = `${path} ${one.name()}`.trim();
    return one.commands.length === 0 ? [{ name, command: one }] : leaves(one, name);
  });
}

export async function commandsPage(): Promise<string> {
  const sections = Map.groupBy(await allCommands(), ({ name }) => name.split(' ')[0]!);
  return [intro, ...[...sections.values()].map((commands) => commands.map(section).join('\n'))].join('\n');
}

function section({ name, command }: NamedCommand): string {
  const takes = command.registeredArguments.map((argument) => {
    const word = `${argument.name()}${argument.variadic ? '...' : ''}`;
    return argument.required ? `<${word}>` : `[${word}]`;
  });
  const options = command.options.map(({ flags, description, mandatory, defaultValue }) => {
    const said = [description, mandatory && 'bắt buộc / required', defaultValue !== undefined && typeof defaultValue !== 'boolean' && `mặc định / default: ${String(defaultValue)}`];
    return `- \`${flags}\`: ${said.filter(Boolean).join('; ')}\n`;
  });
  return [`## \`tinhthong ${[name, ...takes].join(' ')}\`\n`, `\n${command.description()}\n`, ...(options.length > 0 ? ['\n', ...options] : [])].join('');
}
