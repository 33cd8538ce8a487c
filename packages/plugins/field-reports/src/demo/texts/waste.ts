import type { CategoryTexts } from './category-texts.ts';

const smell = [
  '[mùi hôi|mùi] bay vào nhà, [ăn cơm cũng phải đóng cửa|trưa nắng càng không chịu nổi]',
  'ruồi muỗi [nhiều vô kể|sinh sôi], [trẻ con trong xóm hay ốm|sợ sốt xuất huyết]',
];

export const waste: CategoryTexts = {
  weight: 14,
  team: ['đội vệ sinh môi trường', 'đơn vị thu gom rác', 'tổ môi trường UBND <commune>', 'đội môi trường đô thị'],
  wish: [
    '[đề nghị|mong|nhờ] [công ty môi trường|đơn vị thu gom|bên vệ sinh] [cho xe đến dọn|dọn giúp|thu gom sớm]',
    '[đề nghị|mong] [lắp camera|cắm biển cấm|phạt thật nghiêm] để [hết cảnh đổ trộm|không ai vứt bừa bãi nữa]',
    'mong [chính quyền|UBND <commune>] có cách xử lý [lâu dài|dứt điểm], chứ dọn xong vài hôm lại [đâu vào đấy|như cũ]',
  ],
  planned: [
    'điểm này thường xuyên tái diễn. UBND <commune> đã dọn tạm ngày <day>, đang xin chủ trương làm bồn hoa và lắp camera, dự kiến triển khai trong quý tới',
  ],
  cases: [
    {
      share: 6,
      picture: 'rubbish',
      problem: [
        'bãi rác tự phát <at> [ngày càng to|càng ngày càng nhiều|bốc mùi nồng nặc]',
        '[rác chất đống|rác đổ bừa bãi|túi rác vứt la liệt] <at> <since>',
        '[người ta|không biết ai|một số hộ] cứ [lén|] đem rác ra đổ <at>, [sáng nào cũng thấy một đống|chó bới tung ra đường]',
        '<now> đi qua thấy [rác|cả đống rác] <at>, [hôi không chịu nổi|bay cả ra lòng đường]',
        'đống rác <at> <since> [chưa ai dọn|không ai hốt]',
      ],
      harm: [
        ...smell,
        'mưa xuống [rác trôi lấp cống|nước đen chảy tràn ra đường]',
        'chỗ này [khách du lịch|phụ huynh, học sinh] qua lại nhiều, [nhìn rất phản cảm|mất mỹ quan quá]',
        'có cả [xác động vật|kim tiêm|mảnh kính vỡ] lẫn trong đó',
      ],
      done: [
        '<team> đã thu gom toàn bộ rác tại <place>, [rắc vôi khử mùi|phun khử khuẩn] và cắm biển cấm đổ rác, xong ngày <date>',
        'đã dọn sạch điểm rác tại <place> ngày <date>. UBND <commune> giao <area> theo dõi, lập biên bản người đổ trộm',
        '<team> dọn xong trong ngày <date>, chở đi khoảng <n> khối rác, đồng thời [đặt thêm hai thùng rác|trồng hoa] tại <place>',
      ],
    },
    {
      atOnce: true,
      share: 2,
      picture: 'rubbish',
      problem: [
        'thùng rác <at> [đầy tràn|tràn ra đường], [rác rơi vãi khắp nơi|ruồi nhặng bu đầy]',
        'mấy thùng rác công cộng <at> [vỡ nát|mất nắp|gãy bánh] <since>, rác [rơi hết ra ngoài|đổ lênh láng]',
      ],
      harm: smell,
      wish: ['[đề nghị|mong] [thay thùng mới|tăng số lần lấy rác|đặt thêm thùng] [sớm|]'],
      done: ['<team> đã đổ rác, rửa và thay <n> thùng mới tại <place> ngày <date>, tăng lên hai lượt lấy mỗi ngày'],
    },
    {
      share: 4,
      picture: 'rubbish',
      problem: [
        '[xe rác|xe thu gom] <since> không vào <road>, rác [các hộ|nhà dân] chất [trước cổng|đầy đầu <lane>]',
        '<area> [hai|ba|bốn] [hôm|ngày] rồi không có xe lấy rác',
        '[giờ lấy rác|xe rác] ở <area> [thất thường quá|hôm sớm hôm muộn|bỏ chuyến liên tục], [đem ra thì chưa tới, để trong nhà thì hôi|đem rác ra không kịp]',
      ],
      harm: [
        'tiền vệ sinh [đóng đủ|tháng nào cũng thu] mà [rác thì để đó|dịch vụ như vậy]',
        '[chó mèo|chuột] [cắn rách túi|bới tung], nước rỉ ra đường [hôi thối|bẩn kinh khủng]',
      ],
      wish: ['mong [báo lịch rõ ràng|giữ đúng lịch] cho [bà con|dân] biết', 'đề nghị [tăng chuyến|đừng bỏ tuyến này|cho xe vào lấy hôm nay]'],
      done: [
        '<team> xin lỗi vì xe hỏng làm chậm lịch; đã thu gom hết rác tồn tại <place> ngày <date> và niêm yết lại lịch thu gom: thứ hai, tư, sáu lúc 17 giờ',
        'lịch thu gom tại <place> đã được bố trí lại, ngày <date> đã lấy hết rác tồn đọng',
      ],
      planned: ['<team> đang thiếu phương tiện nhỏ vào đường hẹp, đã ghi nhận và sẽ bố trí lại việc thu gom khu vực <place> từ đầu tháng sau'],
    },
    {
      share: 2,
      picture: 'rubble',
      problem: [
        '[ai đó|xe ba gác|xe tải nhỏ] đổ [xà bần|gạch vỡ bê tông|đất đá] <at> [lúc nửa đêm|ban đêm], [chắn gần hết lối đi|tràn ra lòng đường]',
        'có đống xà bần [to tướng|cao cả mét] <at>, <since> [không ai dọn|vẫn nằm đó]',
      ],
      harm: [
        'xe cộ [phải lách ra giữa đường|qua lại rất vướng]',
        '[vướng|che] miệng cống, mưa [là ngập|nước không thoát được]',
        'đêm tối [đâm vào|vấp phải] thì [gãy tay gãy chân|tai nạn như chơi]',
      ],
      done: [
        '<team> đã đưa xe xúc và xe tải dọn hết xà bần tại <place> ngày <date>; công an <commune> đang xác minh người đổ',
        'đã xác định được người đổ xà bần, lập biên bản và buộc dọn sạch tại <place>, hoàn thành ngày <date>',
      ],
    },
    {
      atOnce: true,
      problem: [
        '[nệm cũ, ghế hỏng|bàn ghế hỏng|tủ cũ, bồn cầu vỡ] vứt <at> <since>',
        'không biết nhà nào đem [sô-pha rách|tủ mục|cả cái nệm] ra bỏ <at>, [mấy hôm nay mưa ướt|chắn hết lối đi]',
      ],
      harm: ['[xe rác bảo không chở đồ này|xe rác không lấy], [để lâu chuột làm ổ|trẻ con leo trèo]', 'nhìn [nhếch nhác|rất mất mỹ quan]'],
      done: [
        '<team> đã chở đồ cồng kềnh tại <place> về điểm tập kết ngày <date>. Ngày chủ nhật đầu tháng có xe nhận đồ cũ miễn phí, mong bà con không bỏ ra đường',
      ],
    },
    {
      atOnce: true,
      share: 2.5,
      where: ['seaside'],
      picture: 'beach-rubbish',
      problem: [
        'bãi biển [gần <mark>|đoạn <area>|<commune>] [đầy rác|rác dạt vào trắng bãi|ngập chai nhựa, phao xốp, lưới rách] [sau đợt sóng lớn|<since>|]',
        '[khách đi tắm biển|quán nhậu ngoài bãi] xả rác [đầy bãi|ngay trên cát] ở <commune>, [chiều nào cũng vậy|cuối tuần càng nhiều]',
        '[rác|vỏ tôm cá, bao bì] đổ [xuống bến thuyền|ra mép nước|trên bờ kè] ở <area>, [hôi tanh|trôi lềnh bềnh]',
      ],
      harm: ['[biển đẹp mà|bãi biển] [bẩn thế này ai dám tắm|khách tới lắc đầu]', 'trẻ con [giẫm phải vỏ chai|chơi trên bãi bị đứt chân]'],
      done: [
        'UBND <commune> phối hợp đoàn thanh niên và bà con ra quân dọn bờ biển ngày <date>, thu gom khoảng <n> tấn rác',
        '<team> đã dọn sạch bãi, đặt thêm thùng rác và yêu cầu các hàng quán ký cam kết, hoàn thành ngày <date>',
      ],
    },
    {
      atOnce: true,
      share: 1.5,
      months: [1, 2],
      picture: 'rubbish',
      problem: [
        '[sau Tết|mấy hôm Tết] rác [ùn ứ|chất cao] <at>, [hoa héo, chậu vỡ|cành mai khô, thùng xốp] [vứt đầy|ngổn ngang]',
        'chợ hoa Tết <at> [tan rồi|dọn rồi] mà rác vẫn [để nguyên|ngổn ngang]',
      ],
      harm: ['[đầu năm|năm mới] mà [nhìn nhếch nhác|bẩn quá]', 'xe [qua lại vướng|đi phải tránh]'],
      done: ['<team> đã tăng thêm ca, thu gom hết rác sau Tết tại <place> ngày <date>. Chúc ông/bà năm mới an khang'],
    },
    {
      atOnce: true,
      where: ['rural'],
      problem: [
        '[vỏ bao thuốc trừ sâu|chai lọ thuốc bảo vệ thực vật] vứt [đầy bờ ruộng|bừa bãi đầu mương|ngay bờ kênh] ở <area>',
        'bà con phun thuốc xong [vứt vỏ chai|bỏ bao bì] [ngay đầu ruộng|xuống mương] ở <area>',
      ],
      harm: ['[bà con lấy nước tưới rau|trâu bò uống nước] ngay chỗ đó', 'trẻ con [hay nhặt nghịch|bắt cua bắt cá ở đó], [sợ ngộ độc|lo lắm]'],
      wish: ['mong [đặt bể chứa|thu gom định kỳ] và [nhắc bà con|tuyên truyền]'],
      done: [
        'UBND <commune> đã thu gom, chuyển tiêu hủy vỏ bao thuốc tại <place> ngày <date> và đặt <n> bể chứa bao gói thuốc bảo vệ thực vật đầu đồng',
      ],
    },
    {
      where: ['rural'],
      atOnce: true,
      problem: [
        '[xác heo chết|xác gà vịt chết|bao tải xác gia cầm] vứt [xuống kênh|ven đường|dưới mương] gần <mark> ở <area>, [bốc mùi thối|trương phình]',
        'có [mấy bao|một bao] gà chết [trôi dưới mương|ai vứt] <at>',
      ],
      harm: ['[sợ lây dịch|hôi thối] cả [xóm|khu]', '[nhà ở gần|ai đi qua] [không chịu nổi|phải bịt mũi]'],
      wish: ['đề nghị [thú y|chính quyền] xử lý [gấp|ngay] [kẻo lây dịch|]'],
      done: ['cán bộ thú y và <team> đã chôn lấp xác gia súc, gia cầm, khử trùng khu vực <place> ngày <date>'],
    },
    {
      where: ['rural'],
      picture: 'rubbish',
      problem: ['rác [dân vứt|từ chợ đổ] xuống [mương|kênh thủy lợi] <at>, [nghẹt cả dòng nước|nước không chảy được]'],
      harm: ['[nước không về ruộng|mưa là tràn bờ]', ...smell],
      done: ['<team> đã vớt rác, khơi thông dòng chảy tại <place> ngày <date> và đặt biển cấm đổ rác'],
    },
  ],
};
