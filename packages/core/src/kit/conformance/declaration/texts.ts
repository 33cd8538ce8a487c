import type { Plugin } from '../../../plugin/plugin.ts';
import type { Text } from '../../../plugin/text.ts';
import { type Check, fault } from '../fault.ts';
import type { Declared } from './declared.ts';

export const texts: Check<Declared> = {
  id: 'texts',
  title: { vi: 'Chữ hiện cho người dùng', en: 'Texts for people' },
  why: {
    vi: 'Cán bộ và người dân đọc tiếng Việt trước; chữ không ở dạng NFC thì tìm kiếm và so sánh sai.',
    en: 'Officers and citizens read Vietnamese first; text that is not NFC is not found by searches.',
  },
  run: ({ plugin }) => {
    const all = textsOf(plugin);
    const faults = all.flatMap(([where, { vi, en }]) => [
      ...([['vi', vi], ['en', en]] as const)
        .filter(([, text]) => typeof text !== 'string' || text.trim() === '')
        .map(([language]) => fault(`${where}.${language}`, ['Thiếu chữ.', 'The text is missing.'], ['Viết cả tiếng Việt và tiếng Anh.', 'Write it in Vietnamese and in English.'])),
      ...[vi, en]
        .filter((text) => typeof text === 'string' && text.normalize('NFC') !== text)
        .map((text) => fault(where, [`"${text}" không ở dạng NFC.`, `"${text}" is not NFC.`], ['Gõ lại bằng bộ gõ Unicode dựng sẵn, hoặc text.normalize("NFC").', 'Type it again with a precomposed Unicode keyboard, or text.normalize("NFC").'])),
    ]);
    const vietnamese = all.map(([, { vi }]) => vi).join(' ');
    if (!/[^\s!-~]/.test(vietnamese)) {
      faults.push(fault('title', ['Chữ tiếng Việt của phân hệ không có dấu nào.', 'Not one of the Vietnamese texts has a diacritic.'], ['Viết tiếng Việt có dấu.', 'Write Vietnamese with its diacritics.']));
    }
    return faults;
  },
};

/** Every text of a declaration that people read, with its place. */
export function textsOf(plugin: Plugin): readonly (readonly [where: string, text: Text])[] {
  const { title, summary, permissions, events, jobs, messages = {}, metrics, routes, functions = [], widgets = [], screens = [], wallTiles = [], layers = {}, secrets = {}, personalData } = plugin;
  const titled = (where: string, group: Readonly<Record<string, { readonly title: Text }>>) =>
    Object.entries(group).map(([name, one]) => [`${where}.${name}.title`, one.title] as const);
  return [
    ['title', title],
    ['summary', summary],
    ...titled('permissions', permissions),
    ...titled('events.publishes', events.publishes),
    ...titled('jobs', jobs),
    ...titled('messages', messages),
    ...Object.entries(messages).flatMap(([name, { template }]) => [[`messages.${name}.subject`, template.subject] as const, [`messages.${name}.body`, template.body] as const]),
    ...titled('metrics', metrics),
    ...titled('layers', layers),
    ...titled('secrets', secrets),
    ...routes.map((route) => [`routes ${route.method.toUpperCase()} ${route.path} summary`, route.summary] as const),
    ...functions.flatMap((one) => [[`functions ${one.href} title`, one.title] as const, [`functions ${one.href} summary`, one.summary] as const]),
    ...[...widgets, ...screens, ...wallTiles].flatMap(({ tag, title, summary }) => [[`${tag} title`, title] as const, ...(summary === undefined ? [] : [[`${tag} summary`, summary] as const])]),
    ...('none' in personalData
      ? []
      : [
          ['personalData.retention', personalData.retention] as const,
          ...titled('personalData.retentionRules', personalData.retentionRules ?? {}),
          ...Object.entries(personalData.fields).map(([field, { purpose }]) => [`personalData.fields.${field}.purpose`, purpose] as const),
        ]),
  ];
}
