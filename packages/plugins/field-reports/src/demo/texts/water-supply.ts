import type { CategoryTexts } from './category-texts.ts';

const dryHomes = [
  'nhà có [con nhỏ|người già|người bệnh] [khổ lắm|xoay không kịp]',
  '[tiền nước thì đóng đủ|tháng nào cũng đóng tiền] mà [không có nước tắm giặt|phải dè sẻn từng ca]',
  '[quán xá|dãy trọ công nhân] ở đây [không nấu nướng gì được|chịu không nổi]',
];

export const waterSupply: CategoryTexts = {
  weight: 6,
  team: ['đơn vị cấp nước', 'tổ vận hành cấp nước khu vực', 'đội sửa chữa mạng lưới cấp nước'],
  wish: [
    '[đề nghị|mong] [bên cấp nước|công ty nước|đơn vị cấp nước] [kiểm tra|cho thợ đến sửa] [sớm|ngay|trong hôm nay]',
    '[nhờ|kính mong] [các anh chị|cơ quan chức năng] [quan tâm giúp|xem giúp]',
  ],
  planned: [
    'đường ống khu vực <place> đã cũ, hay hỏng. <team> đã khắc phục tạm ngày <day> và lập kế hoạch thay toàn bộ trong quý tới',
    '<team> đã khảo sát, bổ sung khu vực <place> vào kế hoạch cải tạo mạng lưới; trong lúc chờ, khi cần nước bà con gọi tổng đài, đơn vị sẽ cho xe bồn chở đến miễn phí',
  ],
  rejected: ['đường ống sau đồng hồ thuộc trách nhiệm của chủ hộ. Ông/bà có thể gọi <team> để được sửa theo dịch vụ'],
  cases: [
    {
      share: 4,
      picture: 'burst-pipe',
      problem: [
        '[bể|vỡ] ống nước <at>, nước [phun|chảy] [lênh láng|thành dòng|trắng cả mặt đường] [<since>|]',
        'nước máy rò <at> <since>, [chảy rỉ rả|xói hở cả nền đường|trơn trượt, rêu bám]',
        '[đồng hồ nước|van nước] <at> [bị rò|bị xe cán vỡ], nước [chảy suốt đêm|chảy phí quá]',
        'đường ống nước <at> [mới sửa|đã sửa] [tuần trước|hôm kia] nay [lại vỡ|lại rò] đúng chỗ cũ',
      ],
      harm: [
        'nước sạch [chảy phí|lãng phí] mà [trong xóm thì yếu|nhà dân không có dùng]',
        'mặt đường [trơn trượt|bắt đầu lún], [sáng nay có người ngã|xe máy dễ trượt]',
        'nhà [ở dưới dốc|gần đó] [bị nước chảy vào sân|ẩm hết tường]',
      ],
      done: [
        '<team> đã khóa van, thay [đoạn ống|phụ kiện] hỏng tại <place> và hoàn trả mặt đường, cấp nước lại từ ngày <date>',
        'điểm rò rỉ tại <place> đã được xử lý trong ngày <date>, áp lực nước trở lại bình thường',
      ],
    },
    {
      share: 3,
      atOnce: true,
      problem: [
        '<area> [mất nước|cúp nước|không có nước máy] <since>, [không thấy thông báo gì|gọi tổng đài báo chờ]',
        'nhà <i> ở <area> [<since> không có nước|ba ngày rồi chưa có nước], [phải đi xin|phải mua nước bình để nấu ăn]',
        '[cứ giờ cơm chiều|từ 17 giờ đến 21 giờ] là nước ở <area> [tắt ngúm|không chảy]',
      ],
      harm: dryHomes,
      wish: [
        'mong [có thông báo trước|báo lịch cụ thể] để [bà con|người dân] [trữ nước|chủ động]',
        '[đề nghị|mong] [cấp nước lại sớm|chở nước bằng xe bồn], [nước là thứ không thiếu được|ngày nào cũng cần]',
      ],
      done: [
        'nguyên nhân do [sự cố máy bơm tăng áp|vỡ ống chính]. <team> đã khắc phục, nước về <place> từ ngày <date>. Mong ông/bà thông cảm',
        '<team> đã sửa xong tuyến ống và mở van cấp nước cho khu vực <place> ngày <date>; lịch cắt nước sắp tới sẽ được nhắn trước một ngày',
      ],
    },
    {
      share: 2,
      problem: [
        'nước <at> [rất yếu|yếu xìu|nhỏ giọt] <since>, [chỉ có lúc nửa đêm|lên không nổi bồn|hứng cả tiếng được một xô]',
        'áp lực nước ở <area> [yếu quá|càng ngày càng yếu], [tầng hai không có nước|máy giặt báo lỗi suốt]',
      ],
      harm: dryHomes,
      done: [
        '<team> đã súc xả, điều chỉnh van và đo lại áp lực tại <place> ngày <date>, nước lên được bồn trên mái',
        '<team> đã thay đoạn ống bị bám cặn, lắp bơm tăng áp cho khu vực <place>, hoạt động từ ngày <date>',
      ],
    },
    {
      share: 2,
      problem: [
        'nước máy <at> [đục ngầu|vàng như nước chè|có cặn đen] [<since>|], [giặt áo trắng ố hết|không dám nấu ăn]',
        'nước ở <area> [nồng mùi clo|có mùi tanh|có mùi bùn], [nhất là buổi sáng|xả mãi không hết]',
      ],
      harm: ['trẻ con [tắm bị ngứa|nổi mẩn], [bà con rất lo|]', 'bình lọc [một tuần đã tắc|mới thay lõi đã đen sì]'],
      wish: ['[đề nghị|mong] [lấy mẫu kiểm tra|xét nghiệm] và [công bố cho dân biết|trả lời cho dân]', 'mong [súc xả đường ống|xử lý] sớm'],
      done: [
        '<team> đã súc xả đường ống tại <place> và lấy mẫu kiểm tra ngày <day>; kết quả ngày <date>: độ đục và clo dư đạt quy chuẩn',
        'nước đổi màu do sửa chữa đường ống phía trên. Đã súc xả, nước trong trở lại từ ngày <date>; đơn vị giảm trừ tiền nước ba khối cho các hộ bị ảnh hưởng',
      ],
    },
    {
      share: 2,
      where: ['rural'],
      problem: [
        '[công trình nước tự chảy|trạm bơm nước sạch] ở <area> [hư lâu rồi|không hoạt động <since>], [cả khu không có nước|chưa ai sửa]',
        'bể nước tập trung gần <mark> ở <area> [hỏng máy bơm|nứt đáy], [phải chở nước từng can|bà con dùng tạm nước giếng]',
      ],
      harm: ['[mỗi can nước phải đi mấy cây số|phải mua nước giá cao]', '[trường học|trạm y tế] cũng [thiếu nước|phải xin từng thùng]'],
      done: [
        'UBND <commune> đã cho sửa máy bơm và thay đoạn ống hỏng, trạm nước tại <place> chạy lại ngày <date>; trong lúc chờ đã chở nước bằng xe bồn',
      ],
    },
    {
      share: 2,
      where: ['rural'],
      when: 'dry',
      atOnce: true,
      problem: [
        'giếng ở <area> [cạn khô|gần cạn] [hết|cả], bà con [thiếu nước sinh hoạt|phải chở nước từng can] <since>',
        'nắng hạn [kéo dài|mấy tháng nay], <area> [không còn nước sinh hoạt|giếng nào cũng trơ đáy]',
      ],
      harm: [
        '[mỗi can nước phải đi mấy cây số|phải mua nước giá cao]',
        '[bò uống còn không đủ|cây cối chết khô], [nói gì tắm giặt|người cũng kiệt sức]',
      ],
      wish: ['mong [chính quyền|UBND <commune>] [hỗ trợ xe chở nước|khoan thêm giếng]'],
      done: ['UBND <commune> đã bố trí xe bồn cấp nước hai ngày một lần cho <place> từ ngày <day>; ngày <date> đã khoan xong giếng bổ sung'],
    },
  ],
};
