import type { CategoryTexts } from './category-texts.ts';

export const roadDamage: CategoryTexts = {
  weight: 13,
  team: ['đội duy tu đường bộ', 'đơn vị quản lý đường bộ', 'tổ hạ tầng UBND <commune>', 'đội bảo trì cầu đường'],
  wish: [
    '[đề nghị|mong] [đơn vị quản lý đường|cơ quan chức năng] [sớm vá lại|cho người ra dặm vá|kiểm tra và sửa chữa] [để bà con đi lại an toàn|trước khi có tai nạn|]',
    '[kính mong|rất mong] [UBND <commune>|các cấp] quan tâm [sửa đường|khắc phục sớm] giúp bà con',
    'nếu chưa sửa được ngay thì [cắm biển cảnh báo|đặt rào chắn] giúp người đi đường',
    'nhờ [các anh|các anh chị|bên cầu đường] [cho xe ra vá|qua xem] giúp',
  ],
  planned: [
    '<team> đã kiểm tra hiện trường ngày <day>. Đoạn này hư hỏng nặng, phải sửa cả kết cấu nên đã đưa vào kế hoạch sửa chữa quý tới; trước mắt đã cắm biển cảnh báo và bù đá dăm các chỗ sâu',
    'vị trí tại <place> đang chờ bàn giao từ dự án nâng cấp. <team> đã yêu cầu nhà thầu bảo đảm giao thông trong thời gian chờ và sẽ kiểm tra lại vào cuối tháng',
  ],
  cases: [
    {
      share: 6,
      picture: 'pothole',
      problem: [
        'có [một|cái] ổ gà [to|rất to|khá sâu|lớn] <at>[, sâu cả gang tay|, rộng gần nửa mét|, rộng bằng cái mâm|]',
        'ổ gà <at> <since> [chưa ai vá|chưa thấy sửa|càng ngày càng rộng]',
        'ổ gà <at> [vá rồi lại bung|mới vá được ít hôm lại bung], [lần này sâu hơn|<since> không ai ngó tới]',
        '<road> [nhiều ổ gà quá|đầy ổ gà|toàn ổ gà ổ voi], [nhất là|tệ nhất là|nặng nhất là] [đoạn gần|chỗ] <mark>',
        'mặt đường <at> bị [bong tróc|hư hỏng nặng|lở từng mảng], xe máy [phải lách|toàn phải đánh võng|đi rất xóc]',
        '<road> có <n> cái hố liền nhau, [tránh cái này lại sụp cái kia|né không kịp là ngã]',
        '<now> <i> đi qua [suýt ngã|suýt té] vì cái ổ gà <at>',
      ],
      harm: [
        '[mưa xuống|trời mưa] nước [lấp đầy|ngập lên], không ai thấy [hố|ổ gà] mà tránh',
        '[hôm kia|tối qua|tuần trước] đã có [một chị đi xe máy|một bác đi xe đạp|hai cháu học sinh đi xe đạp điện] ngã [trầy hết tay chân|phải khâu mấy mũi|, may không sao]',
        'ban đêm [không có đèn|thiếu ánh sáng] nên càng [nguy hiểm|dễ té]',
        'xe tải [né hố|tránh hố] lấn sang [phần đường ngược chiều|bên kia], rất nguy hiểm',
        'giờ [học sinh tan trường|cao điểm] xe dồn lại ở chỗ này',
      ],
      done: [
        '<team> đã [cắt vá|đào bỏ phần hỏng và thảm lại] bằng bê tông nhựa [toàn bộ vị trí hư hỏng|các ổ gà] tại <place>, hoàn thành ngày <date>',
        '<team> kiểm tra ngày <day>, đã dặm vá các ổ gà tại <place> và vệ sinh mặt đường, xong ngày <date>',
        'mặt đường tại <place> đã được vá [bằng bê tông nhựa nguội|bằng cấp phối đá dăm láng nhựa] ngày <date>. Đơn vị sẽ theo dõi trong mùa mưa, nếu bong lại sẽ xử lý tiếp',
      ],
    },
    {
      atOnce: true,
      share: 2,
      picture: 'sinkhole',
      problem: [
        'mặt đường <at> bị [sụt|sụp|lún] thành hố [sâu|rộng cả mét|, bên dưới rỗng hết]',
        '<road> [mới đào lắp ống|mới đào đường ống] xong, lấp không kỹ nên [lún thành rãnh dài|sụt một đoạn dài]',
        'có hố [sụt|sụp] <at>, [hôm qua|sáng qua] mới nhỏ mà nay [đã rộng gấp đôi|xe đạp lọt được]',
      ],
      harm: [
        'xe bánh nhỏ [sụp|lọt] xuống là [lật ngay|ngã ngay]',
        'bà con [lấy cành cây|lấy thùng sơn] cắm tạm [cho người ta biết mà tránh|làm dấu]',
        'đêm xuống không thấy gì, [rất dễ|chỉ sợ] xảy ra tai nạn',
      ],
      wish: [
        '[đề nghị|mong] xử lý gấp, [ít nhất là|trước mắt] [rào lại|đặt biển báo]',
        '[đề nghị gia cố, lấp lại cho chắc|mong đơn vị thi công lấp lại đàng hoàng] [càng sớm càng tốt|]',
      ],
      done: [
        '<team> đã rào chắn ngay trong ngày <day>, xử lý nền và hoàn trả mặt đường tại <place>, hoàn thành ngày <date>',
        'vị trí sụt lún tại <place> đã được đào xử lý nền, đầm chặt và thảm lại ngày <date>. Nguyên nhân do [cống cũ bị hở mối nối|đất đắp lại trên đường ống chưa đủ chặt]',
      ],
    },
    {
      atOnce: true,
      share: 2,
      picture: 'sinkhole',
      problem: [
        '[nắp hố ga|nắp cống|tấm đan cống] <at> bị [vỡ|bể|mất|sập], [hở nguyên cái hố|hố sâu hoắm|chỉ có cành cây ai đó cắm tạm]',
        'nắp cống <at> kênh lên [cao hơn mặt đường|gần 10 phân], xe nào đi qua cũng [kêu rầm rầm|giật bắn]',
        '[ai lấy mất nắp hố ga|nắp hố ga bị mất] <at>, [hố toang hoác|cái hố trống giữa đường]',
      ],
      harm: [
        'trẻ con [đi học|chạy chơi] qua lại [nhiều|suốt ngày], [lỡ sẩy chân thì nguy|rất lo]',
        'hôm qua có người [đi bộ thụt chân|đạp xe sụp bánh] xuống, may không nặng',
        'đêm xuống không thấy gì, [rất dễ|chỉ sợ] xảy ra tai nạn',
      ],
      wish: [
        '[mong cho người đậy lại nắp|đề nghị thay nắp mới] [càng sớm càng tốt|]',
        '[đề nghị|mong] xử lý gấp, [ít nhất là|trước mắt] [rào lại|đặt biển báo]',
      ],
      done: [
        '<team> đã [thay nắp mới bằng gang|đúc lại tấm đan] và gia cố miệng hố tại <place>, hoàn thành ngày <date>',
        'nắp cống tại <place> đã được [lắp lại, kê chỉnh bằng mặt đường|thay mới, có bản lề chống trộm] ngày <date>',
      ],
    },
    {
      share: 3,
      where: ['rural'],
      picture: 'pothole',
      problem: [
        '[đường bê tông|đường liên thôn|đường vào] <area> [vỡ nát|bể nát|hỏng gần hết], xe chở [nông sản|vật liệu] [cày nát|chạy nhiều quá]',
        'đường <area> <since> [lầy lội|đầy bùn đất], [xe máy không đi nổi|các cháu đi học lấm lem|đi bộ còn trượt]',
        'lề đường <at> bị [xói lở|nước cuốn], [ăn sâu vào mặt bê tông|chỉ còn nửa đường đi được]',
      ],
      harm: [
        'bà con [chở nông sản đi bán|đi làm|đi đồng áng] [rất cực|khổ lắm]',
        'xe cứu thương [không vào được|vào rất khó], có người ốm thì [phải khiêng ra|không biết làm sao]',
        'các cháu [đi học|đến trường] [phải đi vòng mấy cây số|ngày nào cũng ngã]',
        'dân đã góp công đổ đất mấy lần nhưng [mưa lại trôi hết|được ít hôm lại hỏng]',
      ],
      done: [
        'UBND <commune> đã bố trí xe và vật liệu, cùng bà con đổ đá cấp phối, lu lèn lại tại <place>, hoàn thành ngày <date>',
        '<team> đã gia cố lề, đổ bù bê tông các đoạn vỡ tại <place>. Công việc xong ngày <date>, đề nghị xe quá tải không đi vào đường thôn',
      ],
    },
    {
      where: ['rural'],
      problem: [
        'cầu [nhỏ|bê tông|dân sinh] ở <area> [gãy lan can|nứt mặt cầu|lún mố], xe qua lại [rung bần bật|rất sợ]',
        'cây cầu gần <mark> ở <area> [yếu lắm rồi|lan can mục hết], [xe tải vẫn chạy qua|tháng trước đã có người rơi xuống]',
      ],
      harm: [
        '[cả thôn|bà con] chỉ có [một lối này|cây cầu này] để [ra ngoài|đi chợ, đi học]',
        '[mùa mưa|nước lên] [càng nguy hiểm|không ai dám qua]',
      ],
      wish: ['[đề nghị|mong] [gia cố|sửa lại] cầu và [cắm biển tải trọng|cấm xe tải] [trong lúc chờ|]'],
      done: ['<team> đã gia cố mố, [hàn lại lan can|thay lan can mới] và cắm biển hạn chế tải trọng cầu tại <place>, xong ngày <date>'],
      planned: ['cầu tại <place> đã được kiểm tra, cắm biển hạn chế tải trọng ngày <day>; việc sửa chữa lớn đã đưa vào kế hoạch năm tới'],
    },
    {
      where: ['highlands', 'rural'],
      when: 'dry',
      problem: [
        'đường đất <at> [bụi mù|bụi đỏ mịt trời], [xe tải|xe ben] chạy qua là [không thấy gì|nhà hai bên lãnh đủ]',
        'xe chở [mía|sắn|cà phê|sầu riêng] quá tải [cày nát|băm nát] <road>, [bụi đỏ bay khắp nơi|chỗ lồi chỗ lõm]',
      ],
      harm: [
        'nhà cửa, quần áo [đỏ quạch|bám đầy bụi], [người già trẻ nhỏ ho suốt|đóng cửa cả ngày vẫn bụi]',
        'đi đường [phải bật đèn giữa trưa|bịt kín mặt vẫn cay mắt]',
      ],
      wish: [
        '[đề nghị|mong] tưới nước [giảm bụi|thường xuyên] và [sửa lại đường|kiểm tra xe quá tải]',
        'bà con mong đường sớm được [rải nhựa|cứng hóa]',
      ],
      done: [
        'UBND <commune> đã làm việc với [các chủ xe|đơn vị vận chuyển], bố trí xe tưới nước hai lần mỗi ngày từ <day> và san gạt lại mặt đường tại <place>',
        '<team> đã san ủi, lu lèn lại mặt đường tại <place>, xong ngày <date>. Lực lượng chức năng sẽ kiểm tra tải trọng xe trên tuyến',
      ],
    },
  ],
};
