import type { CategoryTexts } from './category-texts.ts';

export const powerTelecom: CategoryTexts = {
  weight: 5.5,
  team: ['điện lực khu vực', 'đội quản lý điện khu vực', 'đơn vị quản lý lưới điện và cáp'],
  wish: [
    '[đề nghị|mong|nhờ] [ngành chức năng|đơn vị quản lý|các anh] [xử lý sớm|cho thợ đến|kiểm tra] [giúp|ngay|]',
    '[kính mong|mong] [quan tâm|xử lý] trước khi [có người bị nạn|xảy ra cháy nổ]',
  ],
  planned: [
    '<team> đã khảo sát ngày <day>, đưa khu vực <place> vào kế hoạch cải tạo lưới điện, cáp viễn thông trong quý tới; trước mắt đã xử lý tạm các vị trí nguy hiểm',
  ],
  cases: [
    {
      share: 4,
      picture: 'sagging-cables',
      problem: [
        'dây [cáp|cáp quang|mạng] <at> [chùng xuống sát đầu người|võng xuống giữa đường|rối như mạng nhện] <since>',
        '[cáp viễn thông|dây mạng] <at> bị [đứt|xe tải kéo đứt], [nằm vắt ngang đường|thòng lòng trước nhà dân]',
      ],
      harm: [
        '[người đi xe máy|một chị chở con] [suýt vướng cổ|vướng phải ngã ra đường]',
        'không biết [dây của bên nào|dây điện hay dây mạng] nên [không ai dám đụng|gọi đâu cũng bảo không phải của họ]',
      ],
      wish: [
        'mong [bó gọn dây|cắt bỏ dây hỏng] cho [an toàn|đẹp đường phố]',
        '[đề nghị|nhờ] [nhà mạng|đơn vị quản lý] [xử lý sớm|cho thợ đến] [giúp|]',
      ],
      done: [
        'đơn vị viễn thông đã nâng, bó gọn cáp và cắt bỏ dây không còn dùng tại <place>, hoàn thành ngày <date>',
        'dây tại <place> là cáp viễn thông không mang điện; thợ đã thu dọn và nối lại ngày <date>',
      ],
    },
    {
      share: 2,
      atOnce: true,
      picture: 'sagging-cables',
      problem: [
        'dây điện <at> [võng thấp|tróc vỏ], [xe chở hàng cao là vướng|chạm cả vào cây]',
        '[búi dây|bó dây điện] trên trụ <at> [cháy xém|bốc khói|tóe lửa] [<now>|tối qua], [bà con không ai dám lại gần|may có người thấy]',
      ],
      harm: ['[trời mưa|mùa mưa] [sợ rò điện|càng nguy hiểm]', 'bên dưới là [chỗ trẻ con chơi|chỗ bán hàng], [rất lo|lỡ đứt thì nguy]'],
      done: ['điện lực khu vực đã cắt điện, [căng lại dây|thay đoạn dây hỏng] tại <place>, đóng điện an toàn ngày <date>'],
    },
    {
      share: 2,
      picture: 'leaning-pole',
      problem: [
        '[trụ điện|cột điện] <at> [nghiêng|nứt chân|bị xe tông gãy lõi sắt], [sắp đổ vào nhà dân|gió lên là lắc lư]',
        'trụ [viễn thông|bê tông cũ] <at> nghiêng ra đường, [<since> chưa ai xử lý|dây kéo căng cứng]',
      ],
      harm: [
        '[bão|giông] tới mà [đổ thì cả khu mất điện|sập thì nguy to]',
        'ngay [lối đi học của các cháu|cổng nhà dân], [ai cũng sợ|ra vào nơm nớp]',
      ],
      done: [
        '<team> đã [dựng lại và đổ móng|thay trụ mới] tại <place>, đóng điện lại ngày <date>',
        'đã chống tạm bằng dây néo trong ngày <day>, thay trụ tại <place> xong ngày <date>',
      ],
    },
    {
      problem: ['[mở rộng đường rồi|làm đường xong] mà [trụ điện|cột điện] <at> vẫn [nằm giữa lòng đường|chình ình giữa đường]'],
      harm: ['[ban đêm|tối] không có [phản quang|đèn], [rất dễ tông vào|đã có người tông phải]'],
      wish: ['[đề nghị|mong] [dời trụ vào lề|di dời sớm], [chưa dời thì dán phản quang|]'],
      done: ['<team> đã di dời trụ vào sát lề tại <place>, đóng điện lại ngày <date>'],
      planned: ['<team> đã dán phản quang trụ điện tại <place> ngày <day>; việc di dời đang chờ chủ đầu tư dự án đường bàn giao kinh phí'],
    },
    {
      share: 2,
      atOnce: true,
      problem: [
        '<area> [mất điện|cúp điện] [từ sáng|<since>|cả buổi rồi], [không thấy báo trước|gọi tổng đài không được]',
        '[cứ mưa|hễ giông] là <area> [mất điện|cúp điện], [có khi tới nửa ngày|hôm sau mới có]',
      ],
      harm: [
        '[trời nóng|trời oi bức], [nhà có người già, trẻ nhỏ|nhà có em bé] [khổ lắm|chịu không nổi]',
        '[tủ đông hỏng hết đồ|máy bơm tưới không chạy được], [thiệt hại ai đền|lo lắm]',
      ],
      wish: ['mong [có điện lại sớm|báo lịch cắt điện trước] cho [bà con|người dân] [chủ động|nhờ]'],
      done: [
        'nguyên nhân do [cành cây chạm đường dây|nhảy aptomat tổng|đứt chì trung thế]. Điện lực khu vực đã khắc phục, cấp điện ổn định cho <place> từ ngày <date>',
      ],
    },
    {
      share: 1.5,
      problem: ['điện ở <area> [yếu|chập chờn] <since>, [tối bật nồi cơm không chín|máy lạnh không chạy nổi|bóng đèn nhấp nháy]'],
      harm: ['[quạt, tivi|máy bơm, tủ lạnh] [nhà <i>|mấy nhà] [cháy|hư] [rồi|mất một cái]', 'tối cả xóm bật là [sụt liền|đèn đỏ quạch]'],
      done: ['điện lực khu vực đã cân pha, nâng công suất máy biến áp tại <place>, điện áp ổn định từ ngày <date>'],
      planned: ['trạm biến áp khu vực <place> đã đầy tải, điện lực đang lắp thêm một trạm, dự kiến đóng điện trong hai tháng'],
    },
    {
      atOnce: true,
      problem: ['[trạm biến áp|hộp công tơ] <at> [kêu to|tóe lửa|hở nắp], [bà con sợ cháy nổ|nghe mùi khét]'],
      harm: ['ngay [sát nhà dân|cạnh chỗ trẻ con chơi], [ai cũng sợ|lỡ nổ thì nguy]'],
      done: ['điện lực khu vực đã kiểm tra trong ngày <day>, thay thiết bị hỏng và khóa lại hộp tại <place>, xong ngày <date>'],
    },
    {
      share: 2,
      problem: [
        'sóng điện thoại ở <area> [rất yếu|chập chờn|không có], [phải ra đầu đường mới gọi được|đứng ngoài sân mới bắt được sóng]',
        'mạng [internet|cáp quang] ở <area> [rớt liên tục|mất] <since>, [báo nhà mạng chưa thấy sửa|học trực tuyến, bán hàng không được]',
      ],
      harm: [
        '[có việc gấp|ốm đau ban đêm] không [gọi ai được|gọi được cấp cứu]',
        'nhiều người [chuyển tiền|làm việc] qua mạng [bị ảnh hưởng|đành chịu]',
      ],
      wish: ['[đề nghị|mong] [nhà mạng|ngành viễn thông] [kiểm tra|lắp thêm trạm]'],
      done: ['đơn vị viễn thông đã [nối lại cáp|thay bộ chia|chỉnh lại anten] khu vực <place>, tín hiệu ổn định từ ngày <date>'],
    },
    {
      problem: ['[tủ cáp|hộp cáp] <at> [mở toang|hỏng khóa|bị xe tông móp] <since>, [dây lòi ra ngoài|nước mưa tạt vào]'],
      harm: ['trẻ con [nghịch|kéo dây chơi], [rất nguy hiểm|không ai để ý]'],
      done: ['tủ cáp tại <place> đã được thay khóa, bịt kín ngày <date>'],
    },
  ],
};
