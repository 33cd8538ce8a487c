import type { CategoryTexts } from './category-texts.ts';

export const foodSafety: CategoryTexts = {
  weight: 2.5,
  team: ['đoàn kiểm tra an toàn thực phẩm', 'tổ kiểm tra liên ngành <commune>', 'trạm y tế <commune>'],
  wish: [
    '[đề nghị|mong] [cơ quan an toàn thực phẩm|trạm y tế <commune>|quản lý thị trường] [kiểm tra|xử lý nghiêm] [sớm|đột xuất|]',
    'mong [kiểm tra|quản lý chặt] vì [sức khỏe người dân|sức khỏe con trẻ]',
  ],
  planned: [
    '<team> đã lấy mẫu tại <place> ngày <day>, đang chờ kết quả kiểm nghiệm; cơ sở tạm ngừng bán món liên quan. Kết quả sẽ được thông báo tới ông/bà',
  ],
  cases: [
    {
      share: 4,
      picture: 'food-stall',
      problem: [
        '[xe đẩy|hàng rong|quán vỉa hè] [trước cổng trường|gần <mark>] bán [xiên que|trà sữa|cá viên chiên] [không che đậy|không rõ nguồn gốc|giá rẻ bất thường]',
        'quán [ăn|bún|cơm] <at> [rửa bát ngay trên vỉa hè|chế biến cạnh miệng cống|dùng lại dầu đen kịt]',
        '[tiệm bánh mì|quán chè|quán ăn sáng] <at> [bốc thức ăn tay trần|để ruồi bu thức ăn], [nhìn mất vệ sinh quá|ai đi qua cũng thấy]',
        'mấy hàng ăn [đêm|vặt] <at> [để bụi đường bay vào đồ ăn|đổ nước thải ngay chỗ nấu]',
      ],
      harm: [
        'học sinh [ngày nào cũng mua ăn|tan học là ghé], [phụ huynh rất lo|sợ ngộ độc]',
        '[hôm trước|tuần rồi] có [mấy cháu|người] [đau bụng|nôn ói] sau khi ăn',
      ],
      done: [
        '<team> đã kiểm tra đột xuất tại <place> ngày <day>, nhắc nhở và yêu cầu trang bị tủ kính, găng tay; kiểm tra lại ngày <date> đã khắc phục',
        'cơ sở tại <place> bị xử phạt và tạm dừng bán ba ngày; đã khắc phục, được bán lại từ ngày <date>',
      ],
    },
    {
      share: 1.5,
      problem: [
        '[nhà <i>|<i> và <n> người nhà] ăn [bánh mì|cơm gà|gỏi] ở quán <at> xong bị [đau bụng, tiêu chảy|nôn ói, sốt]',
        '<n> người ở <area> [đau bụng|nôn ói] sau khi ăn [bánh mì|cơm gà|tiệc cưới] mua <at>',
      ],
      harm: ['phải [đi cấp cứu|vào trạm y tế truyền nước] [trong đêm|hôm qua]', 'quán vẫn bán bình thường, sợ người khác bị tiếp'],
      done: [
        '<team> đã lấy mẫu ngày <day>, phát hiện vi khuẩn vượt mức; quán tại <place> bị đình chỉ, xử phạt và đã khắc phục, tái kiểm ngày <date>',
      ],
    },
    {
      problem: [
        'mua [sữa|bánh|giò chả] ở cửa hàng <at> về thấy [đã hết hạn|mốc xanh|ngày sản xuất bị tẩy xóa]',
        'cửa hàng <at> bán [bánh kẹo|đồ hộp|mỹ phẩm] [không nhãn mác|quá hạn], [đem trả thì họ không nhận|hỏi thì bảo còn dùng được]',
      ],
      harm: ['[may xem kỹ|suýt nữa] chưa [cho con ăn|dùng]', 'người già [đâu có đọc được ngày|mắt kém] [mua nhầm hoài|đâu biết]'],
      done: ['<team> đã kiểm tra, thu hồi và tiêu hủy hàng vi phạm tại <place>, xử phạt chủ cửa hàng ngày <date>'],
    },
    {
      problem: ['[thịt heo|cá|hải sản] bán ở chợ gần <area> [có mùi|nghi ướp hàn the|bị bơm nước], [không có dấu kiểm dịch|không rõ nguồn gốc]'],
      harm: ['[bà con|người dân] [mua về phải bỏ|không biết đâu mà tin]'],
      done: ['<team> đã kiểm tra chợ ngày <day>, tiêu hủy hàng không đạt, nhắc ban quản lý chợ kiểm tra dấu kiểm dịch hằng ngày từ <date>'],
    },
    {
      problem: [
        '[lò mổ|điểm giết mổ] heo [chui|không phép] ở <area> hoạt động [lúc 2 giờ sáng|ban đêm], [tiếng heo kêu cả xóm không ngủ được|nước thải chảy ra mương]',
        'cơ sở [làm giá đỗ|ngâm măng|nấu rượu] ở <area> [dùng hóa chất lạ|làm rất mất vệ sinh], [can nhựa vứt đầy sân|nước ngâm đổ ra mương]',
      ],
      harm: ['[hàng đem ra chợ bán|bán khắp vùng này], [ai biết mà tránh|nguy hại lắm]'],
      done: ['<team> đã lập biên bản, tạm đình chỉ cơ sở ở <place>; chủ cơ sở hoàn tất thủ tục và vệ sinh, kiểm tra lại ngày <date>'],
    },
  ],
};
