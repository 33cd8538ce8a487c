import { z } from 'zod';

export const settings = z.strictObject({
  reopenDays: z.int().min(1).max(90).default(15).meta({ title: 'Số ngày được mở lại', description: 'Người dân được mở lại phản ánh trong bao nhiêu ngày sau khi trả lời / days in which a report can be reopened' }),
  similarMetres: z.int().min(10).max(2_000).default(150).meta({ title: 'Bán kính phản ánh tương tự (m)', description: 'Reports of the same category this near count as similar' }),
  similarDays: z.int().min(1).max(365).default(30).meta({ title: 'Số ngày xét phản ánh tương tự', description: 'and this recent' }),
});

export type Settings = z.output<typeof settings>;
