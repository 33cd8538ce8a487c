import type { CategoryTexts } from './category-texts.ts';

export const flooding: CategoryTexts = {
  weight: 8,
  peak: 'rain',
  team: ['đội thoát nước', 'tổ xung kích phòng chống thiên tai <commune>', 'đơn vị quản lý thoát nước', 'ban chỉ huy phòng thủ dân sự <commune>'],
  wish: [
    '[đề nghị|mong] [nạo vét cống|khơi thông cống rãnh|thông hố ga] [trước đợt mưa tới|sớm|cho nước rút]',
    'mong [chính quyền|ngành chức năng] [kiểm tra hệ thống thoát nước|có hướng xử lý lâu dài] [khu này|], năm nào cũng [chịu cảnh này|vậy]',
  ],
  planned: [
    'khu vực <place> thấp, cống cũ khẩu độ nhỏ. <team> đã khơi thông tạm ngày <day>; dự án cải tạo tuyến cống đã được đề xuất trong kế hoạch đầu tư công năm tới',
    '<team> đã nạo vét các hố ga, tuy nhiên mưa vượt khả năng tiêu thoát. UBND <commune> sẽ bố trí máy bơm thường trực khi có cảnh báo mưa lớn',
  ],
  cases: [
    {
      share: 7,
      when: 'wet',
      picture: 'flooded-street',
      problem: [
        '<road> ngập [sâu|gần nửa mét|quá bánh xe máy|tới đầu gối], [xe chết máy hàng loạt|không đi được nữa]',
        '[mưa từ đêm qua|mưa to <now>], <at> nước [ngập đến đầu gối|lên nhanh quá|ngập hết mặt đường]',
        '<area> ngập [từ sáng|cả ngày nay|từ đêm qua], nước [đã vào nhà|tràn vào sân|lên tới bậc thềm]',
        '[mới mưa|mưa] một tiếng mà <at> đã [ngập lênh láng|thành sông], [nước không rút được|cống nghẹt hết]',
        'nước <at> [chảy xiết|đang lên], [đã ngập mặt đường|xe máy không qua được], [mọi người đừng đi lối này|bà con chú ý]',
        'nhà <i> ở <area> nước vào [hai chục phân|ba chục phân|nửa mét|tới giường], [đồ đạc kê không kịp|đang kê đồ]',
      ],
      harm: [
        '[người già và trẻ nhỏ|mấy nhà có con nhỏ] [chưa di chuyển được|đang kẹt trong nhà]',
        'học sinh [không về được|phải lội nước], [có cháu suýt bị cuốn|phụ huynh rất lo]',
        'nước [bẩn|đen ngòm] tràn vào nhà, [đồ đạc hư hết|dọn mấy ngày chưa xong]',
        '[mỗi lần mưa|mưa lớn chút] là [ngập|buôn bán phải nghỉ]',
        'ô tô chạy qua [tạo sóng|đánh nước] ập vào nhà dân',
      ],
      wish: [
        '[đề nghị|mong] [khơi thông cống rãnh|thông hố ga] [sớm|cho nước rút]',
        'đề nghị [cho người ra cảnh báo|rào lại|cắm biển] kẻo [xe lao vào|người lạ không biết]',
        'mong [chính quyền|ngành chức năng] [kiểm tra hệ thống thoát nước|có hướng xử lý lâu dài], năm nào cũng [chịu cảnh này|vậy]',
      ],
      done: [
        '<team> đã có mặt khơi thông các miệng thu nước tại <place>, nước rút trong ngày <date>; hố ga sẽ được nạo vét ngay khi ngớt mưa',
        'UBND <commune> đã rào chắn, hướng dẫn xe đi đường khác, bơm tiêu nước; trong ngày <date> khu vực <place> đã đi lại được',
        '<team> đã vớt rác ở <n> hố ga, mở cống thoát và đặt biển cảnh báo tại <place> trong ngày <date>. Đợt mưa sau sẽ kiểm tra lại',
      ],
    },
    {
      share: 3,
      picture: 'blocked-drain',
      problem: [
        '[cống thoát nước|hố ga|miệng cống] <at> bị [nghẹt|tắc|rác bít kín] <since>, nước [đọng|dềnh] lên mặt đường',
        'nước thải <at> [trào ngược|tràn] lên đường, [đen ngòm và hôi thối|ai đi qua cũng bịt mũi]',
        'mương thoát nước <at> [bị lấp|cỏ mọc kín|bồi đầy bùn], [nước không có đường thoát|mưa nhỏ cũng ngập]',
      ],
      harm: [
        '[nước tù|nước đọng] sinh [muỗi|lăng quăng], [cả xóm lo sốt xuất huyết|trẻ con hay ốm]',
        '[mưa tới|mùa mưa tới nơi] mà không thông thì [chắc chắn ngập|nước vào nhà hết]',
        '[hôi quá|mùi hôi] không [mở cửa được|buôn bán gì được]',
      ],
      done: [
        '<team> đã đưa xe hút bùn đến thông tắc cống tại <place>, thay lưới chắn rác, hoàn thành ngày <date>',
        'đã nạo vét khoảng <n> khối bùn đất, khơi thông dòng chảy tại <place> ngày <date>',
      ],
      planned: ['<team> đã hút bùn tạm ngày <day>. Đoạn cống tại <place> bị sụt bên trong, phải đào thay, dự kiến làm trong tháng sau'],
    },
    {
      atOnce: true,
      problem: [
        'mấy nhà <at> [lấy bao cát|lấy tấm ván] bịt [hố ga|miệng cống] [cho khỏi hôi|], [mưa xuống là ngập|nước không thoát được]',
        'có nhà xây [bậc thềm|bồn hoa] [đè lên|lấp mất] miệng cống <at>, [nước dồn qua nhà khác|cứ mưa là đọng]',
      ],
      harm: ['[góp ý|nói] mấy lần [họ không nghe|họ tháo ra rồi lại bịt]', '[nhà bên dưới|mấy nhà thấp] [lãnh đủ|nước vào suốt]'],
      wish: ['đề nghị UBND <commune> [nhắc nhở|yêu cầu tháo dỡ]'],
      done: [
        'UBND <commune> đã nhắc nhở, các hộ tại <place> đã tháo vật che chắn miệng cống ngày <date>; <team> thông lại hố ga và lắp van ngăn mùi',
      ],
    },
    {
      where: ['rural'],
      when: 'wet',
      atOnce: true,
      picture: 'flooded-street',
      problem: [
        '[đập tràn|ngầm tràn|cầu tràn] <at> nước [chảy xiết|ngập hơn nửa mét], [vẫn có người liều chạy qua|chưa thấy ai rào chắn]',
        'nước [suối|sông] lên, <area> [bị chia cắt|không ra ngoài được] [từ đêm qua|từ sáng nay|]',
      ],
      harm: [
        '[trong này còn mấy chục hộ|còn người già, trẻ nhỏ], [thực phẩm sắp hết|có người đang ốm]',
        'năm ngoái đã có người bị nước cuốn [ở chỗ này|], [bà con rất lo|nguy hiểm lắm]',
      ],
      wish: ['đề nghị cử người [chốt chặn|trực] hai đầu', 'mong [lực lượng xung kích|chính quyền] [xuống hỗ trợ|cho thuyền vào] sớm'],
      done: [
        '<team> đã lập chốt, căng dây cấm qua lại tại <place> từ ngày <date>, bố trí người trực hai đầu đến khi nước rút',
        'lực lượng xung kích đã tiếp cận, hỗ trợ nhu yếu phẩm cho bà con tại <place> trong ngày <date>, sẵn thuyền đưa đón khi cần',
      ],
    },
    {
      where: ['rural'],
      when: 'wet',
      atOnce: true,
      problem: [
        '[lúa|hoa màu|ruộng rau] ở <area> [ngập trắng|chìm hết] vì [kênh tiêu bị nghẹt|cống tiêu không mở]',
        'cống tiêu gần <mark> ở <area> [kẹt cửa|chưa mở], [nước ứ trên ruộng|hoa màu ngâm nước] [hai ngày nay|từ hôm qua]',
      ],
      harm: ['[mấy sào lúa|cả vụ rau] [coi như mất trắng|ngâm nước là thối hết]', 'nhà nào cũng [chạy đôn chạy đáo|tát nước cả đêm]'],
      wish: ['đề nghị [mở cống tiêu|cho máy bơm ra] [gấp|sớm]'],
      done: ['đã mở hết cửa cống tiêu, vớt bèo rác và tăng cường máy bơm tại <place> trong ngày <date>; nước trên ruộng đang rút'],
    },
    {
      where: ['rural'],
      when: 'wet',
      problem: [
        'bờ [kênh|sông|suối] <at> [sạt lở|bị xói], [ăn sát vào nhà dân|mất mấy mét đất]',
        'đợt [lũ|mưa] vừa rồi làm [lở bờ sông|lở bờ kênh] ở <area> [một đoạn dài|sát chân móng nhà dân]',
      ],
      harm: ['[mưa nữa|lũ nữa] chắc [trôi cả nhà|mất luôn con đường]', 'đêm nằm nghe [đất lở ầm ầm|đất rơi xuống nước], [không ai dám ngủ|sợ lắm]'],
      wish: ['[đề nghị|mong] [gia cố bờ|kè lại|thả rọ đá] [gấp|trước mùa lũ]'],
      done: ['<team> đã gia cố tạm bằng bao tải đất và cọc tre tại <place>, cắm biển cảnh báo, xong ngày <date>'],
      planned: [
        'UBND <commune> đã kiểm tra đoạn sạt lở tại <place> ngày <day>, vận động các hộ sát mép nước di dời tạm và báo cáo cấp trên bố trí vốn làm kè',
      ],
    },
    {
      share: 0.5,
      where: ['rural'],
      when: 'wet',
      atOnce: true,
      picture: 'landslide',
      problem: [
        '[đất đá trên đồi|ta-luy] [sạt|lở] xuống <road> [sau trận mưa đêm qua|<now>|], [xe không qua được|chỉ xe máy len được]',
        '<now> đất đá [đổ|lăn] xuống <road>, [có tảng to như cái bàn|bùn lấp cả rãnh nước]',
      ],
      harm: ['mưa còn [kéo dài|lớn], [sợ sạt tiếp|nguy cơ rất cao]', 'bà con [không đi làm|không ra chợ] được'],
      wish: ['đề nghị [cho máy xúc đến hốt đất|cho người cảnh giới] [gấp|sớm]'],
      done: ['<team> đã cảnh giới hai đầu, đưa máy xúc hốt dọn khoảng <n>0 khối đất đá tại <place>, thông xe ngày <date>'],
    },
  ],
};
