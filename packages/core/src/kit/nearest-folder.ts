import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder itself or the nearest one above it that has `name` in it. */
export function nearestFolderWith(name: string, folder: string): string | undefined {
  if (existsSync(join(folder, name))) return folder;
  const above = dirname(folder);
  return above === folder ? undefined : nearestFolderWith(name, above);
}
