/** The day's reports as people make them: what, where, by which way; and to whom the province's rules lead each. */
export interface Planned {
  readonly channel: 'web' | 'hotline' | 'zalo';
  readonly category: string;
  readonly lat: number;
  readonly lon: number;
  readonly address: string;
  readonly description: string;
  /** Expected of the province: where it happened, and who is to handle it. */
  readonly commune: string;
  readonly agency: string;
}

export const huongTra = '19996';
export const kimTra = '20017';
/** The crossroads in the middle of the ward that goes under water first: the hot spot of the day. */
export const crossroads = { lat: 16.43, lon: 107.41 };

/** How many of each; 500 in all. By the template of Huế: who leads for what, with the commune itself wherever no rule is nearer. */
const shares: readonly { channel: Planned['channel']; category: string; count: number; agency?: string }[] = [
  { channel: 'web', category: 'flooding', count: 300 },
  { channel: 'web', category: 'road-damage', count: 40, agency: 'so-xay-dung' },
  { channel: 'web', category: 'trees', count: 30 },
  { channel: 'web', category: 'power-telecom', count: 20, agency: 'dien-luc' },
  { channel: 'web', category: 'water-supply', count: 20, agency: 'cap-nuoc' },
  { channel: 'web', category: 'waste', count: 20 },
  { channel: 'web', category: 'street-light', count: 10 },
  { channel: 'hotline', category: 'flooding', count: 30 },
  { channel: 'hotline', category: 'road-damage', count: 10, agency: 'so-xay-dung' },
  { channel: 'zalo', category: 'flooding', count: 20 },
];
const atCrossroads = 12;
const inKimTra = 10;

const streets = ['Cách Mạng Tháng Tám', 'Độc Lập', 'Lý Nhân Tông', 'Trần Quốc Tuấn', 'Kim Trà', 'Nguyễn Khoa Minh', 'Thống Nhất', 'Hồng Lĩnh'];
const said: Readonly<Record<string, readonly string[]>> = {
  flooding: ['Nước lên tới đầu gối, nhà có người già chưa kê được đồ', 'Nước tràn vào nhà rồi, cả xóm đang bồng con lên gác', 'Đường ngập ngang bụng, xe máy chết hàng loạt', 'Cống trào ngược, nước dâng từng phút một', 'Nước sông tràn qua đê bao, xin thuyền vào đưa bà con ra'],
  'road-damage': ['Lề đường bị nước khoét sâu, xe tải sắp sụp xuống', 'Mặt cầu dân sinh lún một đầu sau trận nước đêm qua'],
  trees: ['Cây xà cừ bật gốc chắn hết lối vào kiệt', 'Nhành cây lớn gãy vắt ngang mái nhà và dây điện'],
  'power-telecom': ['Trụ điện nghiêng hẳn, dây chạm mặt nước', 'Mất điện từ nửa đêm, máy bơm nước không chạy được'],
  'water-supply': ['Nước máy đục ngầu, có mùi bùn', 'Vỡ ống nước đầu ngõ, nước sạch phun lên mặt đường'],
  waste: ['Rác trôi dạt lấp kín miệng cống', 'Xác vật nuôi trôi về mắc ở hàng rào trường học'],
  'street-light': ['Cả dãy đèn đường tắt, bà con đi tránh lũ không thấy gì', 'Cột đèn bị nước xô nghiêng, sứ vỡ'],
};

/** Each with words of its own, and all with the mark of this day, by which they are found again. */
export function reportsOfTheDay(mark: string): Planned[] {
  const all = shares.flatMap((share) => Array.from({ length: share.count }, (_, i) => ({ ...share, i })));
  return all.map(({ channel, category, agency, i }, n) => {
    const elsewhere = channel === 'web' && category === 'flooding' && i >= atCrossroads && i < atCrossroads + inKimTra;
    const commune = elsewhere ? kimTra : huongTra;
    const place = channel === 'web' && category === 'flooding' && i < atCrossroads ? beside(crossroads, i) : spread(elsewhere ? { lat: 16.494, lon: 107.509 } : { lat: 16.458, lon: 107.436 }, n, elsewhere ? 0.01 : 0.04);
    const words = said[category]!;
    return {
      channel, category, ...place, commune,
      agency: agency ?? `ubnd-${commune}`,
      address: `${n + 1} ${streets[n % streets.length]!}`,
      description: `${words[n % words.length]!}, số nhà ${n + 1} đường ${streets[n % streets.length]!}, ${mark}.`,
    };
  });
}

/** A few metres apart: neighbours who see the same water. */
const beside = ({ lat, lon }: { lat: number; lon: number }, i: number) => ({ lat: rounded(lat + (i % 4) * 0.000_08), lon: rounded(lon + Math.floor(i / 4) * 0.000_08) });

/** Over a square of so many degrees, evenly and the same at each run. */
function spread({ lat, lon }: { lat: number; lon: number }, n: number, degrees: number) {
  const share = (step: number) => ((n * step) % 1) - 0.5;
  return { lat: rounded(lat + share(0.754_877_666) * degrees), lon: rounded(lon + share(0.569_840_291) * degrees) };
}

const rounded = (degrees: number) => Math.round(degrees * 100_000) / 100_000;
