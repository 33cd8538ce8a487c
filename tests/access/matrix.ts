import { fileURLToPath } from 'node:url';
import { loadTemplate } from '@tinhthong/core/template';
import { declaredOperations, type MatrixRole, type Operation, rolesOf } from '@tinhthong/core/testing';
import { fieldReports } from '@tinhthong/field-reports';
import { writtenOperations } from './written-operations.ts';

export const plugins = [fieldReports];

export const operations: readonly Operation[] = [...declaredOperations(plugins), ...writtenOperations];

export const templateOf = (name: string) => loadTemplate(fileURLToPath(new URL('.', import.meta.resolve(`@tinhthong/templates/provinces/${name}/province.json`))));

/** The roles that the templates bring. */
export async function templateRoles(): Promise<MatrixRole[]> {
  return rolesOf(await Promise.all(['blank', 'dak-lak', 'hue'].map(templateOf)));
}
