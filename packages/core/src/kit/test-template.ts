import type { ProvinceTemplate } from '../tenancy/template.ts';

/** A small province: two communes, an agency, an operations centre, office hours, no modules of its own. */
export function testTemplate(id: 'hue' | 'dak-lak'): ProvinceTemplate {
  const hue = id === 'hue';
  const [code, codePrefix, vi, lat, lon] = hue ? (['46', 'HUE', 'Huế', 16.46, 107.59] as const) : (['66', 'DLK', 'Đắk Lắk', 12.67, 108.04] as const);
  const communes = (hue ? [['19789', 'Thuận Hóa', 'phuong'], ['19900', 'Thuận An', 'phuong']] : [['24133', 'Buôn Ma Thuột', 'phuong'], ['24280', "Cư M'gar", 'xa']]) as [string, string, 'phuong' | 'xa'][];
  return {
    id,
    code,
    codePrefix,
    name: { vi, en: vi },
    hosts: [`${id}.localhost`],
    timezone: 'Asia/Ho_Chi_Minh',
    centre: { lat, lon },
    bounds: [lon - 1, lat - 1, lon + 1, lat + 1],
    hotline: '1022',
    branding: { primary: '#5b2a86', onPrimary: '#ffffff', accent: '#b3541e' },
    communes: communes.map(([commune, name, type], i) => ({ code: commune, name, type, lat: lat + i * 0.1, lon: lon + i * 0.1, validFrom: '2025-07-01' })),
    agencies: [
      { id: 'ioc', name: { vi: 'Trung tâm điều hành', en: 'Operations centre' }, kind: 'centre' },
      { id: 'so-xay-dung', name: { vi: 'Sở Xây dựng', en: 'Department of Construction' }, kind: 'department' },
      ...communes.map(([commune, name, type]) => ({ id: `ubnd-${commune}`, name: { vi: `UBND ${type === 'xa' ? 'xã' : 'phường'} ${name}` }, kind: 'commune' as const, commune })),
    ],
    roles: [],
    calendar: {
      periods: [1, 2, 3, 4, 5].flatMap((weekday) => [
        { weekday, from: '07:30', to: '11:30' },
        { weekday, from: '13:30', to: '17:00' },
      ]),
      specialDays: [],
    },
    modules: {},
  } as ProvinceTemplate;
}
