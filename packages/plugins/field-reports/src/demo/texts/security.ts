import type { CategoryTexts } from './category-texts.ts';

export const security: CategoryTexts = {
  weight: 4.5,
  peak: 'evening',
  team: ['công an <commune>', 'tổ tuần tra công an <commune>', 'lực lượng bảo vệ an ninh trật tự cơ sở'],
  wish: [
    '[đề nghị|mong|nhờ] công an <commune> [tăng cường tuần tra|xuống kiểm tra|xử lý] [giúp|]',
    'mong [lắp camera|có tổ tuần tra] ở khu này để [bà con yên tâm|ngăn ngừa]',
    'xin [giữ bí mật|không tiết lộ] người báo tin',
  ],
  planned: ['<team> đã ghi nhận, xác minh ban đầu ngày <day> và đang tiếp tục theo dõi khu vực <place>; khi có kết quả sẽ thông báo tới ông/bà'],
  cases: [
    {
      share: 3,
      problem: [
        '[thanh niên|nhóm thanh thiếu niên] tụ tập [nẹt pô|đua xe|rú ga] <at> [<since>|, đêm nào cũng vậy|từ 23 giờ trở đi]',
        '<now> có [tốp|nhóm] xe độ [nẹt pô|bốc đầu] <at>, [chạy qua chạy lại|rú ga ầm ầm]',
      ],
      harm: ['[bà con|người già] [không dám ra đường|giật mình mất ngủ]', 'sợ [có ngày gây tai nạn|tông phải người đi bộ]'],
      done: [
        '<team> đã tuần tra, tạm giữ <n> xe độ pô, mời phụ huynh ký cam kết ngày <date>',
        'công an <commune> đã lập chốt tại <place> các buổi tối từ <day>; đến ngày <date> không còn tụ tập',
      ],
    },
    {
      share: 2,
      problem: [
        '<now> có nhóm [thanh niên|người lạ] [đánh nhau|cãi cọ, cầm gậy] <at>',
        '[nhóm thanh niên|một số người] [uống rượu|nhậu] <at> [tới khuya|đến 1, 2 giờ sáng], [chửi bới om sòm|đập chai vỡ đầy đường]',
      ],
      harm: ['[bà con|phụ nữ, trẻ em] không dám [ra đường|đi ngang qua]', 'sợ [xảy ra chuyện lớn|có án mạng]'],
      done: [
        '<team> đã có mặt, giải tán và mời <n> người về trụ sở làm việc; xử phạt hành vi gây rối ngày <date>',
        '<team> tăng tuần tra tại <place> từ ngày <day>; đến ngày <date> không còn tụ tập',
      ],
    },
    {
      share: 3,
      problem: [
        '[<since>|tuần này] ở <area> [mất trộm liên tục|mất mấy chiếc xe máy|bị trộm gà, trộm chó]',
        '[nhà <i>|một nhà] ở <area> bị [trộm vào|cạy cửa] [đêm qua|lúc đi vắng], mất [xe máy|máy bơm nước|bình ga|đồ nghề]',
        '[có kẻ|hai người đi xe máy] giật [điện thoại|túi xách|dây chuyền] <at> [<now>|tối qua]',
      ],
      harm: ['[bà con hoang mang|ai cũng lo]', '[camera nhà bên|camera quán đầu đường] có ghi lại, [cần thì xin|mong công an trích xuất]'],
      done: [
        'công an <commune> đã trích xuất camera, [xác định được đối tượng|thu hồi tài sản trả người bị hại], kết quả ngày <date>',
        '<team> đã tăng tuần tra đêm tại <place>, phát loa nhắc bà con khóa cửa; từ ngày <date> chưa ghi nhận vụ mới',
      ],
    },
    {
      problem: ['có người lạ [đi xe máy lảng vảng|nhòm ngó từng nhà|xưng là nhân viên điện nước vào từng nhà] ở <area> [<since>|<now>|]'],
      harm: ['[nhà toàn người già|ban ngày nhà vắng người], [lo mất trộm|ai cũng cảnh giác]'],
      done: [
        '<team> đã xác minh, nhắc bà con <area> không cho người lạ vào nhà; tăng tuần tra từ ngày <day>, đến ngày <date> chưa phát hiện vụ việc',
      ],
    },
    {
      share: 4,
      picture: 'stray-dog',
      problem: [
        'chó thả rông [nhiều quá|không rọ mõm] <at>, [sáng đi bộ thể dục ai cũng sợ|rượt theo xe máy|cắn cả trẻ con]',
        'đàn chó [nhà nào đó|hoang] <at> [cứ rượt người đi đường|phóng uế khắp nơi] <since>',
        '[con <i>|một cháu bé] bị chó [thả rông|nhà hàng xóm] cắn <at>, [chủ không nhận|phải đi chích ngừa]',
      ],
      harm: ['[người già|học sinh đi xe đạp] [bị rượt ngã mấy lần|sợ không dám đi lối này]', 'không biết có [chích ngừa dại|tiêm phòng] chưa'],
      wish: [
        '[đề nghị|mong] [bắt chó thả rông|nhắc các hộ xích chó, rọ mõm|nhắc các hộ tiêm phòng cho chó] [giúp|]',
        'đề nghị [phạt hộ nào thả rông|nhắc các hộ nuôi chó]',
      ],
      done: [
        'UBND <commune> đã lập tổ bắt chó thả rông, nhắc nhở <n> hộ tại <place>, tiêm phòng dại bổ sung ngày <date>',
        'chủ nuôi tại <place> đã bị nhắc nhở, nhốt chó và nộp giấy tiêm phòng ngày <date>',
      ],
    },
    {
      problem: ['[nghi|có dấu hiệu] đánh bạc, [đá gà|lắc bầu cua] ở [nhà dân|vườn cây|bãi đất trống] <at>[, chiều nào cũng có|, cuối tuần rất đông]'],
      harm: ['[để lâu|không ngăn] thì [ảnh hưởng lớp trẻ|sinh trộm cắp]'],
      done: ['<team> đã kiểm tra, giải tán tụ điểm và mời những người liên quan tại <place> làm việc ngày <date>'],
    },
    {
      problem: ['[tờ rơi|quảng cáo] cho vay [tiền nhanh|không thế chấp] dán [đầy cột điện|kín tường] <at> <since>'],
      harm: [
        '[người nhẹ dạ|mấy cô chú tiểu thương] [vay vào là khổ|dễ sập bẫy]',
        'bóc rồi [hôm sau lại dán|đêm lại dán tiếp], [nhìn nham nhở|xấu cả phố]',
      ],
      done: ['<team> đã bóc gỡ tờ quảng cáo tại <place>, khóa các số điện thoại quảng cáo và xác minh người dán, kết quả ngày <date>'],
    },
    {
      problem: ['phát hiện [kim tiêm|bơm kim tiêm] [vứt đầy|rải rác] <at>, [nghi có người chích hút|trẻ con hay chơi ở đó]'],
      harm: ['trẻ con [giẫm phải thì nguy|nghịch vào thì khổ]'],
      done: ['<team> đã thu dọn kim tiêm tại <place>, tăng tuần tra và đưa <n> trường hợp đi xét nghiệm, đến ngày <date> không còn phát hiện'],
    },
  ],
};
