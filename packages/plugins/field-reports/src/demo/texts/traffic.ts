import type { CategoryTexts } from './category-texts.ts';

export const traffic: CategoryTexts = {
  weight: 7,
  team: ['đơn vị quản lý giao thông', 'đội bảo trì giao thông', 'tổ cảnh sát giao thông khu vực', 'công an <commune>'],
  wish: [
    '[đề nghị|mong] [cơ quan chức năng|ngành giao thông] [sớm khắc phục|kiểm tra, xử lý|khảo sát] [giúp|trước khi có tai nạn|]',
    '[kính mong|mong] [UBND <commune>|các cấp] [quan tâm|lưu ý] [chỗ này|]',
  ],
  planned: [
    '<team> đã khảo sát ngày <day>, đang lập phương án tổ chức lại giao thông tại <place>, dự kiến thực hiện trong quý tới',
    'kiến nghị tại <place> đã được ghi nhận, chờ thống nhất với đơn vị quản lý đường; trước mắt bố trí người hướng dẫn giờ cao điểm',
  ],
  cases: [
    {
      share: 3,
      where: ['ward'],
      atOnce: true,
      picture: 'traffic-light',
      problem: [
        'đèn [tín hiệu|xanh đỏ|giao thông] gần <mark> <road> [không hoạt động|tắt|chỉ nháy vàng] <since>',
        'đèn đỏ <at> [hỏng bộ đếm|chập chờn|hai hướng cùng xanh], [xe đan nhau loạn xạ|ai cũng giành đi]',
      ],
      harm: [
        'giờ cao điểm [kẹt cứng|hỗn loạn], [<now> suýt tông nhau|không có ai điều tiết]',
        '[đã có va chạm|hai xe tông nhau] [tối qua|sáng nay], may [nhẹ|không sao]',
      ],
      done: ['<team> đã thay [bộ nguồn|mô-đun đèn|tủ điều khiển] tại <place>, đèn hoạt động bình thường từ ngày <date>'],
    },
    {
      where: ['ward'],
      problem: [
        'đèn [đi bộ|rẽ trái] <at> [quá ngắn|chỉ có mấy giây], [người già qua chưa hết đường đã đỏ|xe chưa kịp qua]',
        'đèn đỏ <at> [chờ lâu quá|hơn 90 giây], [hướng kia không có xe vẫn xanh|xe dồn cả cây số]',
      ],
      harm: ['giờ cao điểm [kẹt cứng|xe dồn tận ngã tư trước]', '[nhiều người vượt luôn|ai cũng tranh nhau đi], [rất nguy hiểm|dễ va nhau]'],
      done: ['<team> đã đếm xe ngày <day> và chỉnh lại chu kỳ đèn tại <place>, áp dụng từ ngày <date>'],
    },
    {
      atOnce: true,
      share: 2,
      picture: 'missing-sign',
      problem: [
        'biển báo <at> bị [gãy|xe tông ngã|mờ hết chữ|quay ngược hướng], [người lạ đi nhầm vào đường ngược chiều|không ai biết đường cấm]',
        'biển báo <at> bị [cành cây|bảng quảng cáo] che [khuất|gần hết], [tới sát mới thấy|xe cứ chạy vào đường cấm]',
      ],
      harm: ['[khách ở xa|xe tỉnh khác] [hay đi nhầm|bị phạt oan]', '[tuần trước|mới đây] có [vụ va chạm|người bị tông phải nhập viện]'],
      done: ['<team> đã dựng lại, vệ sinh biển báo tại <place>, hoàn thành ngày <date>'],
    },
    {
      atOnce: true,
      share: 1.5,
      problem: ['vạch [qua đường|kẻ đường|người đi bộ] <at> [mờ hết|mòn không còn thấy], [xe không ai nhường|học sinh qua đường rất sợ]'],
      harm: ['[cổng trường ngay đó|gần trường học], [phụ huynh lo lắm|các cháu qua đường như đánh cược]'],
      wish: ['[đề nghị|mong] [sơn lại vạch|kẻ lại vạch] [sớm|cho rõ]'],
      done: ['<team> đã sơn lại vạch kẻ đường tại <place>, hoàn thành ngày <date>'],
    },
    {
      atOnce: true,
      problem: ['gương cầu lồi <at> bị [vỡ|lệch], [khúc cua khuất tầm nhìn|xe ra vào <lane> không thấy nhau]'],
      harm: ['[tuần trước|mới đây] có [vụ va chạm|người bị tông phải nhập viện]'],
      done: ['<team> đã thay gương cầu lồi mới tại <place> ngày <date>'],
    },
    {
      share: 1.5,
      problem: [
        '[khúc cua|ngã ba] <at> [khuất tầm nhìn|không có biển báo], xe chạy [rất nhanh|ẩu], [tháng nào cũng có tai nạn|hay tông nhau]',
        'xe tải, xe khách qua <road> [chạy quá nhanh|phóng như bay], [dân qua đường rất sợ|không có gờ giảm tốc]',
      ],
      harm: [
        '[cổng trường ngay đó|gần trường học], [phụ huynh lo lắm|các cháu qua đường như đánh cược]',
        '[tuần trước|mới đây] có [vụ va chạm|người bị tông phải nhập viện]',
      ],
      wish: ['[kính mong|đề nghị] [lắp gờ giảm tốc|cắm biển hạn chế tốc độ] [ở đây|chỗ này]'],
      done: ['<team> đã làm gờ giảm tốc và cắm biển "đi chậm" hai đầu tại <place>, xong ngày <date>'],
    },
    {
      share: 2,
      problem: [
        'ô tô [đậu|đỗ] [hai bên|tràn lan] <at>, [xe không tránh nhau được|kẹt xe suốt]',
        'xe tải [đậu|đỗ] [qua đêm|cả ngày] <at>, [che hết tầm nhìn|xe máy phải lách ra giữa đường]',
      ],
      harm: [
        '[bà con bức xúc lắm|ai cũng bực], [đi làm trễ hoài|ra vào nhà không được]',
        'xe [cứu hỏa|cấp cứu] cần vào thì [không biết làm sao|chịu]',
      ],
      wish: ['[đề nghị|mong] [cắm biển cấm đỗ|cho đỗ theo ngày chẵn lẻ|xử phạt nghiêm]'],
      done: ['đã cắm biển cấm đỗ theo giờ tại <place>, thực hiện từ ngày <date>; <team> nhắc nhở, xử phạt xe vi phạm'],
    },
    {
      share: 2,
      problem: [
        'xe tải [lớn|chở cát] chạy vào <road> [giờ cấm|cả ban ngày], [chạy rầm rầm|bóp còi inh ỏi]',
        'nhiều xe [chạy ngược chiều|vượt đèn đỏ|leo lên vỉa hè] <at>, [giờ cao điểm nào cũng thấy|không ai xử lý]',
        'xe khách [dừng đón khách|bắt khách dọc đường] <at>, [chắn hết làn xe máy|rất lộn xộn]',
      ],
      harm: ['[mấy lần suýt tông|hôm qua quẹt nhau], [cãi cọ om sòm|nguy hiểm quá]', '[học sinh|người già] qua đường [rất sợ|không biết tránh đâu]'],
      wish: ['mong [cảnh sát giao thông|công an <commune>] [tăng cường tuần tra|xử lý nghiêm] [giờ cao điểm|]'],
      done: ['<team> đã tuần tra, xử phạt <n> trường hợp tại <place> từ ngày <day> đến <date> và sẽ duy trì giờ cao điểm'],
    },
    {
      share: 1.5,
      problem: ['giờ tan trường <at> [kẹt cứng|phụ huynh đậu xe kín đường], [cả nửa tiếng không nhúc nhích|xe cấp cứu cũng không qua nổi]'],
      harm: ['các cháu [đứng chờ giữa lòng đường|chạy len giữa dòng xe], [rất nguy hiểm|nhìn mà sợ]'],
      wish: ['[đề nghị|mong] [có người điều tiết|nhà trường chia giờ tan học|cấm ô tô giờ đó]'],
      done: ['nhà trường và <team> đã bố trí người điều tiết, kẻ vạch khu đón trẻ tại <place>, thực hiện từ ngày <date>'],
    },
    {
      atOnce: true,
      where: ['rural'],
      problem: ['[trâu bò|bò] thả rông [đi đầy đường|nằm giữa đường] <at>, [chiều tối không thấy mà tránh|xe chạy nhanh tông phải]'],
      harm: ['[đã có người tông bò bị thương nặng|mới hôm rồi có người ngã]', '[đường tối nữa|trời mưa] thì [chịu|càng khó thấy]'],
      wish: ['đề nghị [nhắc các hộ chăn dắt|phạt hộ nào thả rông]'],
      done: ['UBND <commune> đã họp nhắc các hộ chăn nuôi tại <place>, các hộ ký cam kết ngày <date>; tái phạm sẽ xử phạt'],
    },
    {
      atOnce: true,
      where: ['rural'],
      problem: ['xe [máy cày|công nông] chở [mía|gỗ|hàng cồng kềnh] chạy <at> [không đèn không còi|ban đêm], [đi sát mới thấy|rất nguy hiểm]'],
      harm: ['[đường tối nữa|trời mưa] thì [chịu|càng khó thấy]', 'tháng trước [có vụ tông vào đuôi xe|đã có người bị thương]'],
      wish: ['mong [công an <commune>|cảnh sát giao thông] [kiểm tra|nhắc nhở, xử lý]'],
      done: ['<team> đã tuần tra, nhắc nhở và dán phản quang cho <n> xe tại khu vực <place>, đến ngày <date> các chủ xe đã ký cam kết'],
    },
  ],
};
