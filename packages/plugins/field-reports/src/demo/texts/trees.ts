import type { CategoryTexts } from './category-texts.ts';

export const trees: CategoryTexts = {
  weight: 6,
  team: ['đội cây xanh', 'đơn vị quản lý công viên, cây xanh', 'tổ cây xanh UBND <commune>'],
  wish: [
    '[đề nghị|mong|nhờ] [đội cây xanh|đơn vị cây xanh] [cắt tỉa|kiểm tra, cưa bớt|xử lý] [sớm|trước mùa mưa bão|giúp bà con]',
    '[mong|kính mong] [xử lý|cắt] trước khi [gãy đổ vào nhà dân|có chuyện đáng tiếc]',
  ],
  planned: ['<team> đã đưa khu vực <place> vào đợt cắt tỉa, phát quang sắp tới, dự kiến làm trong tháng sau'],
  rejected: ['cây nằm trong khuôn viên nhà dân, việc cắt tỉa do chủ hộ thực hiện. <team> đã thông báo để chủ hộ biết'],
  cases: [
    {
      share: 4,
      when: 'wet',
      atOnce: true,
      picture: 'fallen-tree',
      problem: [
        'cây [xanh|to|cổ thụ] <at> [đổ|gãy] [ngang đường|chắn hết lối đi|đè lên dây điện] [<now>|sau trận gió đêm qua]',
        '[gió mạnh|mưa giông] làm [gãy nhánh lớn|đổ cây] <at>, [xe không qua được|đè bẹp một xe máy, may không có người]',
        '<now> có cây [ngã|bật gốc] <at>, [rễ đội cả vỉa hè lên|nằm vắt ngang đường]',
      ],
      harm: [
        'xe cộ [kẹt cứng|phải quay đầu]',
        'dây điện [chùng xuống|võng xuống] [sát đầu người|rất nguy hiểm]',
        '[giờ này|sắp tới giờ] học sinh [đi học|tan trường] mà [chưa thấy ai xử lý|không có lối đi]',
      ],
      wish: ['[đề nghị|nhờ] [cho người cưa dọn|cho xe cẩu ra] [ngay|gấp|giúp]'],
      done: [
        '<team> đã cưa dọn cây đổ tại <place>, giải phóng mặt đường ngay trong ngày <day>; dọn hết cành lá xong ngày <date>',
        'đã cắt, thu dọn cây gãy đổ tại <place>, phối hợp điện lực kiểm tra đường dây, xong ngày <date>',
      ],
    },
    {
      share: 4,
      picture: 'leaning-tree',
      problem: [
        'cây [xanh|phượng|bàng|xà cừ] <at> [nghiêng hẳn ra đường|có dấu hiệu mục gốc|chết khô <since>]',
        '[hàng cây|cây to] <at> [bị mối ăn rỗng ruột|bị sâu đục thân], [gõ nghe bộp bộp|gốc nứt ra rồi]',
      ],
      harm: [
        '[hôm qua|bữa trước] một nhánh [rơi xuống sát người đi đường|rơi trúng mái tôn nhà dân]',
        '[mùa mưa bão|giông gió] mà [đổ thì nguy|không xử lý thì rất lo]',
        'trẻ con [hay ngồi chơi|chơi đùa] dưới gốc',
      ],
      done: [
        '<team> đã kiểm tra, xác định cây không còn an toàn, đốn hạ và trồng thay cây mới tại <place>, xong ngày <date>',
        'đã cắt hạ tán, chống lại cây tại <place> và xử lý gốc, hoàn thành ngày <date>. Đơn vị sẽ theo dõi thêm',
      ],
      planned: [
        'cây tại <place> thuộc loại cần bảo tồn, <team> đã khảo sát ngày <day>, đang lập hồ sơ xin phép; trước mắt đã chống đỡ và treo biển cảnh báo',
      ],
    },
    {
      share: 2,
      problem: [
        'cành [khô|cây to] <at> [treo lơ lửng|sắp rơi], [gió nhẹ cũng rụng xuống|bên dưới là chỗ học sinh đứng chờ]',
        'có nhánh cây gãy [còn mắc trên cao|vắt trên dây điện] <at> <since>, [chưa thấy ai gỡ|cứ đung đưa]',
      ],
      harm: [
        '[hôm qua|bữa trước] một khúc [rơi xuống sát người đi đường|rơi trúng mái tôn nhà dân]',
        'ai đi qua cũng [ngước lên mà sợ|phải tránh ra giữa đường]',
      ],
      done: ['<team> đã dùng xe nâng cắt hạ cành khô, cành gãy tại <place>, hoàn thành ngày <date>'],
    },
    {
      share: 3,
      problem: [
        'cây <at> [um tùm|rậm quá], [che hết đèn đường|che khuất biển báo|che khuất tầm nhìn]',
        'cành cây <at> [vướng vào dây điện|cọ vào dây điện tóe lửa], [gió là chập chờn điện|trời mưa nghe xẹt xẹt]',
      ],
      harm: [
        'buổi tối [tối mịt|không thấy đường], [chỗ cua rất nguy hiểm|dễ va chạm]',
        'xe tải [quẹt phải|va vào] là [gãy rơi xuống đường|lá cành rụng đầy]',
      ],
      done: [
        '<team> đã cắt tỉa cành, hạ thấp tán cây tại <place>, hoàn thành ngày <date>',
        'đã tỉa cành quanh đường dây và đèn chiếu sáng tại <place> ngày <date>, chở hết cành lá trong ngày',
      ],
    },
    {
      share: 1.5,
      problem: [
        'bụi cây, cỏ dại <at> mọc [lấn hết lề|cao quá đầu người], [rắn rết nhiều|đi bộ phải xuống lòng đường]',
        'bãi đất trống <at> [cỏ mọc um tùm|thành rừng luôn rồi], [người ta vứt rác vào đó|rắn bò cả vào nhà dân]',
      ],
      harm: ['trẻ con [chạy chơi|đi học] qua đó [rất sợ|bố mẹ lo lắm]', 'mùa nắng [dễ cháy lan|chỉ cần tàn thuốc là cháy]'],
      wish: ['[đề nghị|mong] [phát quang|dọn cỏ] [sớm|giúp bà con]'],
      done: [
        '<team> đã phát quang cỏ dại, bụi rậm tại <place>, hoàn thành ngày <date>',
        'UBND <commune> đã yêu cầu chủ đất dọn cỏ tại <place>, kiểm tra ngày <date> đã sạch',
      ],
    },
    {
      problem: ['rễ cây <at> [đội gạch vỉa hè lên|làm nứt tường nhà dân|đội bung cả nắp cống]'],
      harm: ['người đi bộ [vấp hoài|vấp ngã mấy lần]', 'để lâu [nứt to hơn|càng khó sửa]'],
      wish: ['[đề nghị|mong] [cắt bớt rễ|làm lại chỗ này] [sớm|giúp bà con]'],
      done: ['<team> đã cắt bớt rễ nổi, làm lại mặt hè quanh gốc cây tại <place>, xong ngày <date>'],
    },
    {
      problem: [
        '[có người|một quán] <at> [tự ý chặt cây xanh|đổ nước vôi vào gốc cây|đóng đinh treo biển kín thân cây]',
        '[sáng nay|hôm qua] thấy có người [cưa cây xanh|chặt trụi cành cây] <at>, [không biết có phép không|hỏi thì bảo cây nhà trồng]',
      ],
      harm: ['[cây mấy chục năm tuổi|cây mát thế] mà [làm vậy thì tiếc lắm|bà con rất bức xúc]', 'mùa nắng [không còn bóng mát|đường như chảo lửa]'],
      wish: ['đề nghị [xử phạt và trồng lại|kiểm tra, xử lý nghiêm]'],
      done: ['UBND <commune> đã lập biên bản vi phạm, yêu cầu khắc phục; <team> chăm sóc, trồng bổ sung cây tại <place> ngày <date>'],
      planned: ['UBND <commune> đã lập biên bản ngày <day>, đang xác minh người vi phạm; việc trồng lại cây sẽ làm vào đầu mùa mưa'],
    },
    {
      problem: [
        'bồn cây <at> [cây chết hết|bị san phẳng làm chỗ để xe], [chỉ còn cỏ|trơ đất]',
        'hàng cây mới trồng <at> [không ai tưới|chết gần hết] <since>',
      ],
      harm: ['[trồng tốn tiền|mới trồng] mà [để chết thì phí|không chăm sóc thì uổng]', 'mùa nắng [không còn bóng mát|đường như chảo lửa]'],
      wish: ['đề nghị [trồng lại|tưới nước, chăm sóc] [thường xuyên|sớm]'],
      done: ['<team> đã trồng lại <n> cây, tu sửa bồn và lắp cọc chống tại <place> ngày <date>'],
    },
  ],
};
