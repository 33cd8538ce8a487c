import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { schemaOf } from '../database/migrate.ts';
import { moduleDocument } from '../http/module-document.ts';
import { settleFiles } from '../kit/generated-files.ts';
import { modulePage } from '../kit/module-page.ts';
import { schemaPage } from '../kit/schema-page.ts';
import { type ScratchProvince, withScratchProvince } from '../kit/scratch-province.ts';
import { pluginAt } from '../modules/plugin-at.ts';
import type { Plugin } from '../plugin/plugin.ts';
import { readConfig } from './deployment.ts';

const coreFolder = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '');

/** Where the generated files of a module go; without a plugin, those of the core. */
interface Room {
  readonly folder: string;
  readonly plugin?: Plugin;
}

export function generateCommand(program: Command): void {
  program
    .command('generate [plugin-folder]')
    .description('Viết lại openapi.json, schema.md, reference.md của nền tảng và các phân hệ / write the API, schema and reference documents again')
    .option('--check', 'không ghi; báo lỗi nếu có tệp đã cũ / write nothing, fail where one is stale')
    .action(async (folder: string | undefined, options: { check?: boolean }) => {
      const rooms = folder === undefined ? await configuredRooms() : [await roomAt(resolve(folder))];
      const plugins = rooms.flatMap(({ plugin }) => plugin ?? []);
      const files = await withScratchProvince(plugins, async (scratch) => {
        const written = new Map<string, string>();
        for (const room of rooms) {
          const documents = room.plugin === undefined ? coreDocuments(scratch) : await pluginDocuments(scratch, room.plugin);
          for (const [name, text] of Object.entries(documents)) written.set(join(room.folder, name), await text);
        }
        return written;
      });
      await settleFiles(files, options);
    });
}

async function pluginDocuments({ database }: ScratchProvince, plugin: Plugin): Promise<Record<string, string | Promise<string>>> {
  return {
    ...(await plugin.documents?.()),
    'openapi.json': documentText(plugin),
    'reference.md': modulePage(plugin),
    'schema.md': schemaPage(database, {
      title: plugin.title,
      place: { vi: 'Có trong cơ sở dữ liệu của mỗi tỉnh từng bật phân hệ.', en: 'In the database of every province that has had the module on.' },
      schemas: [schemaOf(plugin.id)],
      notes: personalDataNotes(plugin),
    }),
  };
}

function coreDocuments({ kernel, database }: ScratchProvince): Record<string, string | Promise<string>> {
  return {
    'openapi.json': documentText(kernel.coreModule),
    'reference.md': modulePage(kernel.coreModule),
    'schema.md': schemaPage(database, {
      title: { vi: 'Cơ sở dữ liệu của tỉnh', en: 'The database of a province' },
      place: { vi: 'Mỗi tỉnh có một cơ sở dữ liệu riêng; mỗi phân hệ thêm lược đồ của mình.', en: 'Every province has a database of its own; each module adds its schema.' },
      schemas: ['core', 'identity'],
      notes: personalDataNotes(kernel.coreModule),
    }),
    'registry-schema.md': schemaPage(kernel.registry.db, {
      title: { vi: 'Cơ sở dữ liệu điều khiển', en: 'The control database' },
      place: { vi: 'Một bản cho cả hệ thống; không có dữ liệu của người dân.', en: 'One for the deployment; it holds nothing of citizens.' },
      schemas: ['registry', 'identity'],
    }),
  };
}

function personalDataNotes({ personalData }: Plugin): Record<string, string> {
  if ('none' in personalData) return {};
  return Object.fromEntries(
    Object.entries(personalData.fields).map(([field, { purpose }]) => [field, `dữ liệu cá nhân / personal data: ${purpose.vi} / ${purpose.en ?? purpose.vi}`]),
  );
}

function documentText(plugin: Plugin): string {
  return `${JSON.stringify(moduleDocument(plugin), null, 2)}\n`;
}

/** The core and the plugins of the configuration, as far as their sources are in this repository. */
async function configuredRooms(): Promise<Room[]> {
  const { plugins } = await readConfig();
  const rooms = plugins.map((plugin) => {
    if ('reason' in plugin) throw new Error(`${plugin.id}: ${plugin.reason}`);
    return { plugin, folder: resolve('packages/plugins', plugin.id) };
  });
  return [{ folder: coreFolder }, ...rooms.filter(({ folder }) => existsSync(folder))];
}

async function roomAt(folder: string): Promise<Room> {
  return folder === coreFolder ? { folder } : { folder, plugin: await pluginAt(folder) };
}
