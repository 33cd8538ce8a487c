import type { CategoryTexts } from './category-texts.ts';

const guests = [
  '[khách nước ngoài|đoàn khách miền Bắc] [lắc đầu ngán ngẩm|quay clip lại]',
  '[quê mình sống nhờ du lịch|làm du lịch] mà [như vậy thì mất khách|xấu hổ quá]',
];
const heritagePlan = [
  'việc tu sửa tại <place> phải lập hồ sơ theo luật di sản. Ban quản lý đã căng dây bảo vệ ngày <day>, sẽ sửa khi được phê duyệt',
];

export const tourism: CategoryTexts = {
  weight: 2,
  team: ['tổ hỗ trợ du khách', 'đoàn kiểm tra du lịch', 'công an <commune>'],
  wish: [
    '[đề nghị|mong] [ngành du lịch|ban quản lý|cơ quan chức năng] [chấn chỉnh|kiểm tra|xử lý] [để giữ hình ảnh quê mình|kẻo khách không quay lại|sớm]',
  ],
  planned: ['<team> đã nhắc nhở ngày <day>, đang xây dựng quy chế hoạt động cho các điểm dịch vụ tại <place>, dự kiến áp dụng từ quý tới'],
  cases: [
    {
      share: 2,
      where: ['ward'],
      problem: [
        '[xích lô|xe ôm|xe điện] [bắt khách|chèo kéo khách] <at>, [đòi giá gấp ba|khách không đi thì nói nặng lời]',
        '[người bán hàng rong|nhóm bán vé số, móc khóa] <at> [bám theo|níu kéo] khách [suốt đoạn đường|rất phiền]',
      ],
      harm: guests,
      done: ['<team> đã kiểm tra, xử phạt <n> trường hợp chèo kéo khách tại <place>, các hộ ký cam kết ngày <date>'],
    },
    {
      share: 2,
      where: ['ward'],
      problem: ['[quán ăn|quán hải sản|quán nước] <at> [chặt chém|không niêm yết giá], [tô bún tính 150 nghìn|khách bức xúc đăng lên mạng]'],
      harm: guests,
      wish: ['mong [niêm yết giá công khai|có số điện thoại hỗ trợ khách]', 'đề nghị [quản lý thị trường|ngành du lịch] [kiểm tra|xử phạt]'],
      done: ['<team> đã kiểm tra, xử phạt quán không niêm yết giá tại <place>, hoàn tiền cho khách và buộc niêm yết từ ngày <date>'],
    },
    {
      where: ['ward'],
      problem: ['bãi giữ xe <at> [thu tiền gấp đôi|không đưa vé], [ngày lễ càng lộn xộn|hỏi thì nạt]'],
      harm: guests,
      done: ['chủ bãi xe tại <place> đã bị lập biên bản, trả lại tiền thu sai, niêm yết giá vé ngày <date>'],
    },
    {
      share: 2,
      picture: 'monument',
      problem: [
        '[di tích|nhà bia|cổng đình] ở <area> bị [vẽ bậy|viết vẽ lên tường|bong tróc, mái ngói xô lệch]',
        'tường [đình|nhà bia|di tích] gần <mark> ở <area> [đầy chữ viết bậy|bị ai vẽ sơn lên]',
      ],
      harm: [
        '[công trình cha ông để lại|chỗ linh thiêng] mà [nhìn xót quá|không giữ gìn]',
        'khách chụp ảnh [toàn dính chữ viết bậy|nhìn rất phản cảm]',
      ],
      done: ['ban quản lý đã làm sạch tường, chỉnh lại mái và cắm biển nhắc tại <place>, hoàn thành ngày <date>'],
      planned: heritagePlan,
    },
    {
      problem: ['khu [tham quan|di tích] ở <commune> [nhà vệ sinh bẩn|cỏ mọc um tùm|không có thùng rác], [<since> không ai dọn|khách chê quá]'],
      harm: guests,
      done: ['ban quản lý đã tổng vệ sinh, dọn cỏ, đặt thêm thùng rác tại <place>, xong ngày <date>'],
    },
    {
      atOnce: true,
      problem: ['[bảng chỉ dẫn|biển giới thiệu] [di tích|điểm tham quan] <at> [mờ hết chữ|sai tiếng Anh|gãy đổ]'],
      harm: ['khách [đi lạc|hỏi đường] [suốt|hoài]', 'nhìn [bảng cũ nát|chữ sai] mà [ngại với khách|xấu hổ]'],
      done: ['đã thay bảng chỉ dẫn mới bằng hai thứ tiếng tại <place>, hoàn thành ngày <date>'],
    },
    {
      share: 2,
      where: ['seaside'],
      problem: [
        'bãi tắm ở <commune> [không có người cứu hộ|không có phao và biển cảnh báo], [cuối tuần rất đông|sóng lớn vẫn có người tắm]',
        '[mô tô nước|xe địa hình] chạy [sát người tắm|ầm ầm trên bãi] ở <commune>',
      ],
      harm: ['[hè năm ngoái|mới đây] đã có người [đuối nước|suýt gặp nạn]', 'trẻ con [tắm rất đông|chơi đầy bãi]'],
      done: ['UBND <commune> đã bố trí tổ cứu hộ, cắm cờ và phao giới hạn, cấm phương tiện vào khu tắm từ ngày <date>'],
    },
    {
      share: 2,
      where: ['highlands', 'rural'],
      problem: ['khu [thác|hồ|cầu treo] ở <commune> [lan can gãy|mục ván|lối đi trơn trượt], [khách vẫn đông|không có biển cảnh báo]'],
      harm: ['[cuối tuần rồi|lễ vừa rồi] có khách [trượt ngã|suýt rơi xuống nước]'],
      done: ['ban quản lý đã thay ván, hàn lại lan can, cắm biển cảnh báo ở khu tham quan, xong ngày <date>'],
    },
    {
      where: ['highlands', 'rural'],
      picture: 'monument',
      problem: ['[nhà dài|bến nước|nhà sinh hoạt cộng đồng] ở <area> [dột nát|hư hỏng] <since>, [khách đến xem mà ngại|bà con mong sửa lại]'],
      harm: ['đây là [nét đẹp|chỗ sinh hoạt] của [buôn làng|bà con]'],
      done: ['UBND <commune> cùng bà con sửa mái, thay cột hỏng tại <place>, hoàn thành ngày <date>'],
      planned: heritagePlan,
    },
  ],
};
