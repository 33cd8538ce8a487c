import type { CategoryTexts } from './category-texts.ts';

export const construction: CategoryTexts = {
  weight: 5,
  team: ['đội quản lý trật tự xây dựng', 'phòng chuyên môn của UBND <commune>', 'tổ kiểm tra trật tự xây dựng <commune>'],
  wish: [
    '[đề nghị|mong] [đội trật tự xây dựng|UBND <commune>|cơ quan chức năng] [kiểm tra|xuống kiểm tra|xử lý] [sớm|theo quy định]',
    '[đề nghị|mong] nhắc [chủ nhà và chủ thầu|chủ công trình] [làm cho an toàn|chừa lối cho bà con đi]',
  ],
  planned: [
    '<team> đã kiểm tra, lập biên bản ngày <day> và yêu cầu chủ công trình cung cấp hồ sơ. Kết quả xử lý sẽ thông báo tiếp tới ông/bà khi có kết luận',
  ],
  rejected: [
    'việc ranh giới đất giữa hai hộ là tranh chấp dân sự. Đề nghị ông/bà gửi đơn tới UBND <commune> để được hòa giải',
    'công trình tại <place> có giấy phép và đang thi công đúng nội dung được cấp. Cảm ơn ông/bà đã quan tâm',
  ],
  cases: [
    {
      share: 4,
      picture: 'building-site',
      problem: [
        '[nhà đang xây|công trình] <at> đổ [cát đá|gạch, cát] [tràn ra lòng đường|chiếm nửa đường|kín cả vỉa hè] [<since>|]',
        'xe chở đất cho công trình <at> [làm rơi vãi bùn đất khắp đường|không phủ bạt], [mưa thì lầy, nắng thì bụi|cả đoạn đường đỏ quạch]',
        'công trình <at> trộn [hồ|bê tông] ngay [dưới lòng đường|trên vỉa hè], [nước xi măng chảy lênh láng|khô lại lồi lõm]',
      ],
      harm: [
        '[sáng qua|hôm trước] có người trượt [cát|bùn] ngã xe',
        'xe [không còn chỗ tránh nhau|phải đi ngược chiều]',
        'cát [trôi bít hết miệng cống|trôi xuống cống], [mưa là ngập|nước không thoát]',
      ],
      done: [
        '<team> đã lập biên bản, yêu cầu chủ công trình dọn vật liệu và rửa đường tại <place>; kiểm tra ngày <date> đã thực hiện xong',
        'chủ công trình tại <place> bị phạt vì để vật liệu, bùn đất dưới lòng đường, đã thu dọn sạch sẽ ngày <date>',
      ],
    },
    {
      share: 2,
      picture: 'building-site',
      problem: [
        'công trình <at> [không che chắn|không có lưới chắn], [bụi và vữa rơi xuống đường|gạch vụn rơi xuống nhà bên]',
        '[giàn giáo|cần cẩu] của công trình <at> [vươn ra ngoài đường|sơ sài quá], [người đi dưới ai cũng sợ|không có biển cảnh báo]',
      ],
      harm: [
        '[hôm qua|sáng nay] có [cục vữa|viên gạch] rơi [sát người đi đường|trúng yên xe máy]',
        'bụi bay [vào từng nhà|kín cả bàn ăn], [đóng cửa cả ngày|ho suốt]',
      ],
      done: [
        '<team> đã yêu cầu tạm dừng, chủ công trình tại <place> lắp lưới che và rào chắn, kiểm tra ngày <date> bảo đảm an toàn mới cho làm tiếp',
      ],
    },
    {
      share: 2,
      picture: 'building-site',
      problem: [
        '[nhà|một hộ] <at> xây [lấn ra đường|thêm tầng|cơi nới ban công] [không biết có phép không|trái phép|lén làm ban đêm]',
        'nhà đang xây <at> [vượt chỉ giới|đua ban công ra gần hết đường], [bên phường xuống thì ngưng, đi lại làm tiếp|làm nhanh lắm]',
      ],
      harm: [
        '[nói chuyện tử tế rồi|góp ý rồi] mà họ [vẫn làm tiếp|càng làm nhanh hơn]',
        'nếu [không ngăn sớm|để xong rồi] thì [khó xử lý|thành tiền lệ]',
      ],
      wish: ['[đề nghị|mong] [đội trật tự xây dựng|UBND <commune>] [kiểm tra giấy phép|xuống kiểm tra ngay|đình chỉ phần làm trái] [giúp|]'],
      done: [
        '<team> đã kiểm tra ngày <day>, đình chỉ phần sai phép tại <place>; chủ nhà tự tháo dỡ xong ngày <date>',
        'công trình tại <place> có giấy phép, tuy nhiên xây vượt nội dung được cấp. Chủ nhà đã cắt bỏ phần vượt ngày <date>',
      ],
    },
    {
      share: 1.5,
      where: ['rural'],
      problem: [
        '[có người|một hộ] [dựng nhà|đổ móng|làm nhà xưởng] trên đất [nông nghiệp|ruộng|lâm nghiệp] ở <area> <since>',
        'ở <area> [xe múc san đồi làm đường phân lô|có người đổ đất lấp ruộng] [cả ngày lẫn đêm|<since>]',
      ],
      harm: ['[làm rầm rộ|ai cũng thấy] mà [không thấy ai hỏi|chẳng ai ngăn]', 'nước [không có đường thoát|tràn sang ruộng bên]'],
      wish: ['[đề nghị|mong] UBND <commune> [kiểm tra|ngăn chặn] [sớm|ngay], [đất ruộng mất rồi khó lấy lại|để lâu khó xử lý]'],
      done: ['UBND <commune> đã lập biên bản ngày <day>, buộc dừng và khôi phục hiện trạng đất tại <place>; kiểm tra ngày <date> đã thực hiện'],
    },
    {
      problem: [
        'công trình bên cạnh <at> [đào móng sâu|ép cọc] làm [nứt tường|lún sân] nhà <i>',
        'nhà đang xây <at> [đào móng|ép cọc] làm nhà liền kề [nứt dài|nghiêng, cửa không đóng được]',
      ],
      harm: ['vết nứt [ngày càng rộng|dài cả mét], [ở trong nhà mà nơm nớp|mưa là thấm]', 'nói chuyện thì [chủ thầu hứa rồi im|họ đổ cho nhà cũ]'],
      wish: ['đề nghị [kiểm định|kiểm tra] và [buộc khắc phục|cho dừng] [trước khi làm tiếp|]'],
      done: [
        '<team> đã yêu cầu tạm dừng thi công, hai bên thống nhất thuê kiểm định; ngày <date> nhà thầu đã gia cố và bồi thường phần hư hỏng tại <place>',
      ],
    },
    {
      problem: [
        '[quán|nhà] <at> [xây bậc tam cấp|đổ bê tông làm ram dốc] [lấn vỉa hè|lấn ra <lane> chung]',
        'một nhà <at> [rào lối đi chung|dựng cột mái che lấn ra đường] <since>',
      ],
      harm: [
        '[<lane>|đường] vốn đã hẹp, [có cháy thì xe chữa cháy không vào được|xe ba gác cũng khó qua]',
        'xe đi qua [quẹt hoài|vướng mãi], [ai cũng khó chịu|nói không nghe]',
      ],
      done: ['<team> đã lập biên bản, vận động; chủ nhà tự tháo dỡ phần lấn chiếm tại <place> ngày <date>'],
    },
    {
      share: 3,
      picture: 'building-site',
      problem: [
        '[đơn vị thi công|nhà thầu] đào đường <at> [xong để đó|rồi bỏ đó] <since>, [không thấy ai làm|lấp sơ sài]',
        '[hố đào|rãnh cáp] <at> [không rào chắn|không đèn cảnh báo], [ban đêm đi không thấy|sâu cả mét]',
        'dự án [cải tạo vỉa hè|làm cống|mở đường] <at> [kéo dài mãi|làm ì ạch], [chắn hết lối vào nhà dân|buôn bán ế ẩm]',
      ],
      harm: [
        '[trẻ con|người già] [ra vào nhà phải bắc ván|đi lại khó khăn]',
        'mưa xuống [thành ao|đất lở dần vào móng nhà]',
        'đã có [hai|ba] người [ngã xuống|sụp xe]',
      ],
      done: [
        '<team> đã yêu cầu nhà thầu rào chắn, lắp đèn cảnh báo ngay; đã hoàn trả mặt bằng tại <place> ngày <date>',
        'nhà thầu tăng thêm hai mũi thi công, hoàn thành phần tại <place> ngày <date>. Xin lỗi bà con vì sự chậm trễ',
      ],
      planned: [
        'công trình tại <place> vướng đường ống ngầm nên chậm. <team> đã yêu cầu nhà thầu rào chắn, bắc lối đi tạm ngày <day> và hoàn thành trước cuối tháng sau',
      ],
    },
  ],
};
