import type { CategoryTexts } from './category-texts.ts';

export const streetLight: CategoryTexts = {
  weight: 11,
  peak: 'evening',
  team: ['đội chiếu sáng công cộng', 'đơn vị quản lý điện chiếu sáng', 'tổ quản lý điện đường UBND <commune>'],
  wish: [
    '[đề nghị|mong|nhờ] [đơn vị chiếu sáng|bên điện đường|cơ quan chức năng] [sửa sớm|thay bóng giúp|cho người đến kiểm tra]',
    'mong [sớm có điện đường trở lại|sửa sớm] để [bà con đi lại cho an toàn|các cháu đi học thêm về đỡ sợ|buổi tối đỡ lo]',
    '[kính đề nghị|rất mong] [UBND <commune>|các anh chị] quan tâm',
  ],
  planned: [
    'qua kiểm tra ngày <day>, cáp ngầm tại <place> bị hỏng, phải chờ vật tư thay thế. <team> đã đấu tạm một phần đèn và sẽ sửa xong khi có cáp, dự kiến trong tháng sau',
    'thiết bị chiếu sáng tại <place> đã cũ, không còn phụ kiện thay. <team> đã lập dự toán thay mới, dự kiến thực hiện trong quý tới',
  ],
  cases: [
    {
      share: 6,
      picture: 'street-light',
      problem: [
        '[đèn đường|bóng đèn đường|trụ đèn] <at> [bị hỏng|không sáng|tắt hẳn|chập chờn rồi tắt] <since>',
        '<since> đèn đường <at> [không sáng|tắt ngúm], [chưa thấy ai sửa|gọi mấy lần chưa ai đến]',
        'trụ đèn <at> [cháy bóng|hư bóng|vỡ bóng], [tối om|tối thui|cả đoạn tối mịt]',
      ],
      harm: [
        '[tối quá|trời tối], [người già|các cháu|bà con] đi bộ [dễ vấp ngã|không dám ra đường]',
        'chỗ này [có khúc cua|gần trường học|đông người qua lại] nên [rất nguy hiểm|dễ va quệt]',
        'đã [mấy lần|hai lần] [va quệt xe|xảy ra va chạm] vì [không thấy đường|tối]',
        'thanh niên hay [tụ tập|chạy ẩu] chỗ tối này, [bà con lo lắm|ai cũng ngại đi]',
      ],
      done: [
        '<team> đã thay bóng và [bộ điều khiển|chấn lưu|đui đèn] tại <place>, đèn sáng lại từ tối ngày <date>',
        '<team> đã kiểm tra cả tuyến, thay <n> bóng LED hỏng tại <place> trong ngày <date>',
        '<team> kiểm tra ngày <day>, phát hiện [đứt dây lên đèn|mối nối bị ô-xy hóa], đã xử lý xong ngày <date>, đèn tại <place> hoạt động bình thường',
      ],
    },
    {
      share: 5,
      picture: 'street-light',
      problem: [
        'cả đoạn <road> [đến tận|gần] <mark> [mất đèn|đèn tắt hết|không bóng nào sáng] <since>',
        '<area> <since> [tắt hết đèn đường|không có ngọn đèn đường nào sáng], tối đến [như không có người ở|tối như mực]',
        'hệ thống chiếu sáng <at> [không hoạt động|mất điện], [khoảng <n> trụ liền nhau|cả dãy dài]',
        '[cứ mưa xuống|hễ mưa to] là cả dãy đèn đường <at> tắt, [hôm sau mới sáng lại|mấy hôm mới có lại]',
      ],
      harm: [
        'người dân đi [làm ca|làm về khuya|tập thể dục sáng sớm] [rất bất an|toàn phải soi điện thoại]',
        'tuần rồi [có người bị giật túi|có nhà mất trộm xe], bà con [hoang mang|lo lắng]',
        'tối nào cũng [nghe tiếng xe va nhau|có người ngã xe]',
        '[nhà dân|các hộ] hai bên phải tự [thắp đèn trước cổng|kéo bóng ra đường]',
      ],
      done: [
        '<team> đã xử lý chạm chập tại tủ điều khiển, [thay aptomat|thay khởi động từ], toàn tuyến khu vực <place> sáng lại từ ngày <date>',
        'cáp nguồn khu vực <place> bị [đứt do thi công|chập do nước vào hộp nối], <team> đã nối lại và hoàn thành ngày <date>',
      ],
    },
    {
      atOnce: true,
      problem: [
        'đèn đường <at> [chớp tắt liên tục|nhấp nháy suốt đêm] <since>, [rất khó chịu|chói mắt người đi đường]',
        'bóng đèn đường <at> [lúc sáng lúc tắt|nháy như đèn sân khấu] <since>',
      ],
      harm: [
        'ánh đèn [hắt vào phòng ngủ|chớp ngay cửa sổ], [cả nhà mất ngủ|trẻ con không ngủ được]',
        '[người đi xe|ai đi qua] [hoa cả mắt|giật mình]',
      ],
      done: ['<team> đã thay [bộ nguồn|chấn lưu] đèn tại <place> ngày <date>, đèn sáng ổn định'],
    },
    {
      atOnce: true,
      problem: [
        'đèn đường <at> sáng [cả ban ngày|suốt ngày đêm] <since>',
        '[9 giờ sáng|gần trưa|trời nắng chang chang] rồi mà đèn đường <at> vẫn [bật|sáng trưng|chưa tắt]',
      ],
      harm: [
        '[rất lãng phí điện|lãng phí quá], [trong khi chỗ khác thì tối om|dân ai cũng xót]',
        'tiền điện này cũng là [tiền thuế của dân|ngân sách cả]',
      ],
      wish: ['đề nghị chỉnh lại [giờ bật tắt|tủ hẹn giờ] cho [hợp lý|đúng mùa]'],
      done: ['<team> đã chỉnh lại [rơ-le thời gian|bộ hẹn giờ] của tủ điều khiển tại <place> ngày <date>; đèn bật lúc 18 giờ và tắt lúc 5 giờ 30'],
    },
    {
      atOnce: true,
      problem: ['đèn đường <at> [6 giờ rưỡi tối vẫn chưa bật|bật quá trễ], [5 giờ sáng|gần sáng] [đã tắt|tắt sớm] trong khi trời còn tối'],
      harm: [
        '[học sinh|người đi chợ sớm|công nhân đi ca] [phải mò mẫm|đi lại bất tiện]',
        'trời [mùa này tối sớm|mưa gió] mà không có đèn [rất dễ va quệt|ngại ra đường]',
      ],
      wish: ['đề nghị chỉnh lại [giờ bật tắt|tủ hẹn giờ] cho [hợp lý|đúng mùa]'],
      done: ['<team> đã chỉnh lại bộ hẹn giờ của tủ điều khiển tại <place> theo mùa, áp dụng từ ngày <date>'],
    },
    {
      share: 1.5,
      picture: 'street-light',
      problem: [
        '<road> [chưa có|không có] đèn đường, [ban đêm đi lại rất khó|tối đến không ai dám ra ngoài]',
        '<area> [dân ở đông rồi|có mấy chục hộ] mà [chưa có điện đường|vẫn chưa được lắp đèn]',
      ],
      harm: [
        'các cháu đi học về [trễ|buổi tối] [phải soi điện thoại|bố mẹ phải đi đón]',
        'bà con đã đề nghị [nhiều lần|qua mấy cuộc họp] nhưng chưa thấy [trả lời|gì]',
      ],
      wish: [
        '[mong|kính đề nghị] [UBND <commune>|nhà nước] [đầu tư|lắp cho] vài trụ đèn',
        'bà con sẵn sàng [góp công|góp thêm tiền dây], chỉ mong có đèn',
      ],
      done: [
        'UBND <commune> đã cùng bà con <area> khảo sát và lắp mới <n> đèn tiết kiệm điện tại <place>, đóng điện ngày <date>',
        '<team> đã lắp bổ sung <n> bộ đèn năng lượng mặt trời tại <place> ngày <date>',
      ],
      planned: [
        'khu vực <place> chưa nằm trong hệ thống chiếu sáng được đầu tư. UBND <commune> đã ghi nhận, đưa vào danh mục đề nghị đầu tư năm tới',
      ],
    },
    {
      atOnce: true,
      picture: 'leaning-pole',
      problem: [
        'trụ đèn <at> [bị xe tông nghiêng|gỉ sét chân trụ|nghiêng hẳn ra đường], [sắp đổ|gió mạnh là đổ]',
        '<now> xe tải [lùi|quẹt] trúng trụ đèn đường <at>, trụ [nghiêng hẳn|gãy gập]',
      ],
      harm: [
        'trẻ con [hay chơi|đùa nghịch] gần đó, [sợ đổ trúng|rất nguy hiểm]',
        '[ai đi qua cũng sợ|bà con không dám lại gần], dây điện [căng cứng|kéo võng theo]',
      ],
      wish: ['đề nghị [xử lý gấp|cho thợ ra ngay]', '[mong|nhờ] [kiểm tra|gia cố] [ngay hôm nay|sớm] kẻo [đổ vào người|xảy ra chuyện]'],
      done: ['<team> đã cắt điện, [dựng lại trụ và gia cố móng|thay trụ mới] tại <place>, xong ngày <date>'],
    },
    {
      atOnce: true,
      problem: [
        'chân trụ đèn <at> [mất nắp|hở nắp], [lòi dây điện|dây điện thò ra ngoài]',
        'hộp điện trụ đèn đường <at> [bị cạy|mất cửa], [dây trần lòi ra|trẻ con thò tay vào được]',
      ],
      harm: ['[mùa mưa|trời mưa] dễ rò điện, [ai đi qua cũng sợ|cực kỳ nguy hiểm]', 'trẻ con [hay chơi|đùa nghịch] gần đó, [sợ bị điện giật|lo lắm]'],
      wish: ['đề nghị [xử lý gấp|cho thợ ra ngay]'],
      done: ['<team> đã bọc cách điện, lắp lại nắp cửa trụ tại <place> và kiểm tra các trụ bên cạnh, xong ngày <date>'],
    },
  ],
};
