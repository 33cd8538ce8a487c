import type { Text } from '@tinhthong/core';
import type { Channel } from '../intake/channels.ts';
import type { IntakeItemRow } from '../intake/intake-tables.ts';

export const channelWords: Readonly<Record<Channel, Text>> = {
  web: { vi: 'trang web', en: 'website' },
  app: { vi: 'ứng dụng', en: 'app' },
  widget: { vi: 'tiện ích nhúng', en: 'embedded form' },
  hotline: { vi: 'điện thoại', en: 'hotline' },
  zalo: { vi: 'Zalo', en: 'Zalo' },
  sms: { vi: 'SMS', en: 'SMS' },
  email: { vi: 'thư điện tử', en: 'e-mail' },
  open311: { vi: 'Open311', en: 'Open311' },
  csv: { vi: 'tệp CSV', en: 'CSV file' },
};

export const kindWords: Readonly<Record<IntakeItemRow['kind'], Text>> = {
  draft: { vi: 'Bản nháp', en: 'Draft' },
  message: { vi: 'Tin nhắn', en: 'Message' },
  email: { vi: 'Thư', en: 'Letter' },
  suspect: { vi: 'Có thể do máy gửi', en: 'Perhaps sent by a machine' },
};
