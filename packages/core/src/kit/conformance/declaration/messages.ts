import { channelNames } from '../../../notify/channels.ts';
import { hasStrayBraces, placeholdersOf } from '../../../notify/placeholders.ts';
import { type Check, fault, type Fault } from '../fault.ts';
import { personalName } from '../personal-name.ts';
import type { Declared } from './declared.ts';

export const messages: Check<Declared> = {
  id: 'messages',
  title: { vi: 'Tin gửi cho người dân và cán bộ', en: 'Messages to people' },
  why: {
    vi: 'Tin đã gửi không lấy lại được: chỗ trống không được điền, hay bản dịch thiếu mã, đến thẳng tay người dân.',
    en: 'What was sent cannot be taken back: a gap that nothing fills, or a translation without the code, reaches a citizen.',
  },
  run: ({ plugin: { messages: declared = {} } }) => Object.entries(declared).flatMap(([name, message]) => [...faultsOf(`messages.${name}`, message)]),
};

function* faultsOf(where: string, { channels, urgent, digest, template }: NonNullable<Declared['plugin']['messages']>[string]): Generator<Fault> {
  if (channels.length === 0 || channels.some((channel) => !channelNames.includes(channel)) || new Set(channels).size !== channels.length) {
    yield fault(`${where}.channels`, ['Cần ít nhất một kênh, mỗi kênh một lần.', 'It needs a channel at least, and each once.'], [`Chọn trong: ${channelNames.join(', ')}.`, `Choose among: ${channelNames.join(', ')}.`]);
  }
  if (urgent && digest !== undefined) {
    yield fault(where, ['Tin khẩn không thể chờ để gộp.', 'What is urgent cannot wait for a digest.'], ['Bỏ urgent hoặc digest.', 'Remove urgent or digest.']);
  }
  for (const part of ['subject', 'body'] as const) {
    const { vi, en = vi } = template[part];
    if ([vi, en].some(hasStrayBraces)) {
      yield fault(`${where}.${part}`, ['Có dấu { } không phải chỗ điền.', 'There are braces that are no placeholder.'], ['Viết như {code}.', 'Write it like {code}.']);
    }
    if (placeholdersOf(vi).toSorted().join() !== placeholdersOf(en).toSorted().join()) {
      yield fault(`${where}.${part}`, ['Hai thứ tiếng dùng chỗ điền khác nhau.', 'The two languages use different placeholders.'], ['Dùng cùng những chỗ điền.', 'Use the same ones.']);
    }
    for (const name of placeholdersOf(vi).filter(personalName)) {
      yield fault(`${where}.${part}`, [`"{${name}}" đưa dữ liệu cá nhân vào tin được lưu lại và qua tay bên gửi.`, `"{${name}}" puts personal data into a message that is stored, and that senders see.`], ['Điền mã và trạng thái; ai cần thì mở liên kết.', 'Fill in codes and states; whoever needs more opens the link.']);
    }
  }
  if (/[\r\n]/.test(template.subject.vi + (template.subject.en ?? ''))) {
    yield fault(`${where}.subject`, ['Tiêu đề phải là một dòng.', 'A subject is one line.'], ['Bỏ xuống dòng.', 'Remove the line break.']);
  }
}
