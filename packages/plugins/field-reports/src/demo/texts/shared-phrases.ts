import type { Template } from './category-texts.ts';

/** What citizens and agencies write whatever the matter is. Slots as in {@link Template}. */

/** How someone calls themself, with the greetings that go with it. Most write plainly. */
export const voices: readonly { pronoun: string; share: number; greetings: readonly Template[] }[] = [
  {
    pronoun: 'tôi',
    share: 8,
    greetings: [
      'kính gửi [UBND <commune>|trung tâm|các cơ quan chức năng|quý cơ quan]',
      'kính thưa [lãnh đạo <commune>|quý cơ quan|các đồng chí lãnh đạo]',
      'xin chào [trung tâm|các anh chị|anh chị phụ trách]',
    ],
  },
  { pronoun: 'em', share: 2, greetings: ['[dạ|] em chào [anh chị|các anh chị|trung tâm]', 'dạ anh chị ơi', 'em gửi các anh chị'] },
  { pronoun: 'mình', share: 1, greetings: ['chào [trung tâm|anh chị|các bạn]', 'xin chào mọi người'] },
];

export const introductions: readonly Template[] = [
  '<i> là người dân [sống ở|ở|đang ở] <area>',
  '<i> [ở|sống ở|thuê trọ ở] <area>, <commune>',
  '<i> hay đi [làm|chợ|đón con] qua [khu này|đoạn này]',
  '[gia đình <i>|<i>] ở gần <mark>',
];

export const leads: readonly Template[] = [
  '[<i> xin|xin|<i> muốn|cho <i>] phản ánh:',
  'phản ánh:',
  '<i> báo [trung tâm|anh chị] biết:',
  'nhờ [trung tâm|anh chị] xem giúp:',
];

/** How an agent of the hotline writes down what was said. */
export const hotlineLeads: readonly Template[] = [
  'người dân [gọi tổng đài|gọi điện] [báo|phản ánh]:',
  'công dân [báo|phản ánh] qua [điện thoại|tổng đài]:',
  'qua tổng đài, người dân [cho biết|phản ánh]:',
  'người dân [cho biết|báo tin]:',
];

export const thanks: readonly Template[] = [
  '[xin|<i> xin|] [chân thành|] cảm ơn[| nhiều| anh chị| quý cơ quan]',
  'trân trọng cảm ơn',
  'mong sớm [nhận được phản hồi|được trả lời|có kết quả]',
  '[rất mong được quan tâm|mong được giúp đỡ]. Xin cảm ơn',
];

export const callBack: readonly Template[] = [
  '[cần thì|nếu cần|muốn biết chỗ thì] gọi <i> [số|theo số] <phone>',
  'liên hệ <phone> để <i> chỉ chỗ',
  'sđt <phone>',
];

export const wordsOfHours: readonly { before: number; words: readonly string[] }[] = [
  { before: 5, words: ['đêm nay', 'rạng sáng nay'] },
  { before: 11, words: ['sáng nay', 'sáng nay', 'sáng sớm nay'] },
  { before: 14, words: ['trưa nay'] },
  { before: 18, words: ['chiều nay'] },
  { before: 24, words: ['tối nay'] },
];

export const since: readonly Template[] = [
  '[hai|ba|mấy] [hôm|bữa|ngày] nay',
  '[gần|cả|hơn] tuần nay',
  'hai tuần nay',
  '[gần|hơn|cả] tháng nay',
  'hơn nửa tháng nay',
  'từ [hôm qua|hôm kia|đầu tuần|cuối tuần trước] [đến nay|tới giờ]',
  'lâu nay',
  'dạo này',
];

export const acceptedNotes: readonly Template[] = [
  '[trung tâm|tổng đài] đã tiếp nhận phản ánh của ông/bà và đang phân loại. [Cảm ơn ông/bà đã thông tin|Xin cảm ơn]',
  'phản ánh đã được tiếp nhận, ông/bà có thể theo dõi kết quả bằng mã phản ánh',
  'đã tiếp nhận. Trung tâm [sẽ chuyển|đang chuyển] đơn vị có trách nhiệm xử lý',
];

export const assignedNotes: readonly Template[] = [
  'phản ánh của ông/bà đã được chuyển <team> [xử lý|kiểm tra, xử lý]',
  'đã giao <team> [chủ trì xử lý|kiểm tra và trả lời ông/bà]',
  'chuyển <team> xử lý theo thẩm quyền',
];

export const progressNotes: readonly Template[] = [
  '<team> đã cử người kiểm tra thực tế ngày <day>, đang [bố trí nhân lực|lên phương án] xử lý',
  '<team> đang xác minh, [sẽ trả lời ngay khi có kết quả|mong ông/bà chờ thêm]',
  '<team> đã liên hệ người dân quanh đó và đang xử lý tại <place>',
];

/** Before an answer, joined to it; an empty one goes straight to the matter. */
export const answerOpenings: readonly Template[] = [
  'kính gửi ông/bà,',
  'kính gửi ông/bà,',
  'kính gửi anh/chị,',
  'về phản ánh của ông/bà:',
  'cảm ơn ông/bà đã phản ánh. Về việc này,',
  'tiếp nhận phản ánh của ông/bà,',
  '',
  '',
];

export const lateApologies: readonly Template[] = [
  '[đơn vị|chúng tôi] xin lỗi vì trả lời [chậm|trễ hạn] do [mưa kéo dài|phải chờ vật tư|cần phối hợp nhiều bên|khối lượng công việc nhiều trong đợt này]',
  'mong ông/bà thông cảm vì việc xử lý [chậm hơn thời hạn|kéo dài hơn dự kiến]',
];

export const answerClosings: readonly Template[] = [
  'trân trọng cảm ơn ông/bà',
  'rất mong ông/bà tiếp tục [đóng góp ý kiến|phản ánh]',
  'trân trọng',
  'nếu còn vướng mắc, mời ông/bà gửi lại phản ánh',
  'xin cảm ơn ông/bà đã [chung tay|cùng giữ gìn <commune>]',
  '',
  '',
  '',
];

export const rejectedNotes: readonly Template[] = [
  'nội dung trùng với phản ánh trước đó tại <place> đang được xử lý. Mời ông/bà theo dõi kết quả ở phản ánh đó, xin cảm ơn',
  '<team> đã kiểm tra tại <place> [hai lần|vào các thời điểm khác nhau] nhưng không thấy tình trạng như phản ánh. Nếu tái diễn, mong ông/bà gửi lại kèm [ảnh|hình ảnh và thời gian cụ thể]',
  'vị trí ghim trên bản đồ không khớp với nội dung, tổng đài [chưa liên hệ được ông/bà|không có số liên hệ] để xác minh. Mong ông/bà gửi lại phản ánh với địa chỉ cụ thể',
  'nội dung đã được trả lời bằng văn bản trước đây và không có tình tiết mới. Mong ông/bà thông cảm',
];

/** In the citizen's words. */
export const reopenedReasons: readonly Template[] = [
  'được [mấy hôm|hai hôm|một tuần] lại [như cũ|đâu vào đấy], đề nghị xử lý dứt điểm',
  'mới làm [một phần|qua loa], [phần còn lại vẫn vậy|chỗ bên cạnh vẫn y nguyên]',
  'trả lời đã xong nhưng <i> ra xem thì [chưa thấy làm gì|vẫn chưa xong]',
];

export const withdrawnReasons: readonly Template[] = [
  '<i> gửi nhầm [vị trí|lĩnh vực], xin rút để gửi lại',
  'đã có người [phản ánh rồi|gửi trước], <i> xin rút',
  '[vừa có người đến xử lý|việc đã xong], xin cảm ơn',
];
